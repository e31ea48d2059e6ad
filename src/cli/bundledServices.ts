import type { Services } from './Services.js';
import { version } from './version.js';

/** What the commands call on, each loaded when it is first needed, so that `--version` and `--help` don't wait for it. */
export const bundledServices: Services = {
  async lintFiles(patterns, options) {
    const [{ lintFiles }, { loadRulebook }] = await Promise.all([import('../linter/lintFiles.js'), rulebookLoader()]);
    return lintFiles(patterns, options, loadRulebook());
  },
  async runTest(patterns, options) {
    const [{ runTest }, { createTestedLinter }, { loadRulebook }] = await Promise.all([
      import('../evaluation/runTest.js'),
      import('../evaluation/createTestedLinter.js'),
      rulebookLoader(),
    ]);
    return runTest(patterns, options, createTestedLinter(loadRulebook(), options.cwd));
  },
  async serve() {
    const { startServer } = await import('../server/startServer.js');
    await startServer(process.stdin, process.stdout, version);
  },
  async loadRules() {
    const { loadRulebook } = await rulebookLoader();
    return loadRulebook().rules.map((rule) => ({ ...rule, url: '' }));
  },
};

function rulebookLoader(): Promise<typeof import('../rulebook/loadRulebook.js')> {
  return import('../rulebook/loadRulebook.js');
}
