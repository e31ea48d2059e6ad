import { loadRulebook } from '../rulebook/loadRulebook.js';
import type { Services } from './Services.js';

/** What the commands call on, each loaded when it is first needed, so that `--version` and `--help` don't wait for it. */
export const bundledServices: Services = {
  async lintFiles(patterns, options) {
    const [{ lintFiles }, rulebook] = await Promise.all([import('../linter/lintFiles.js'), loadRulebook()]);
    return lintFiles(patterns, options, rulebook);
  },
  async runTest(patterns, options) {
    const [{ runTest }, { createTestedLinter }, rulebook] = await Promise.all([
      import('../evaluation/runTest.js'),
      import('../evaluation/createTestedLinter.js'),
      loadRulebook(),
    ]);
    return runTest(patterns, options, createTestedLinter(rulebook, options.cwd));
  },
  async loadRules() {
    const { rules } = await loadRulebook();
    return rules.map((rule) => ({ ...rule, url: '' }));
  },
};
