import type { Services } from './Services.js';
import { schemaIn } from './schemaIn.js';
import { version } from './version.js';

/** What the commands call on, each loaded when it is first needed, so that `--version` and `--help` don't wait for it. */
export const bundledServices: Services = {
  async lintFiles(patterns, options, run = {}) {
    const [{ lintFiles }, { lintMeans }, { loadRulebook }] = await Promise.all([
      import('../linter/lintFiles.js'),
      import('../linter/lintMeans.js'),
      rulebookLoader(),
    ]);
    const rulebook = loadRulebook();
    return lintFiles(patterns, options, rulebook, lintMeans(run, options, rulebook));
  },
  async watchFolder(folder, onChange, options) {
    const [{ watchFolder }, { loadRulebook }] = await Promise.all([
      import('../linter/watchFolder.js'),
      rulebookLoader(),
    ]);
    watchFolder(folder, onChange, { ...options, partEndings: loadRulebook().includes.endings });
  },
  async runTest(patterns, options) {
    const [{ runTest }, { createTestedLinter }, { loadRulebook }] = await Promise.all([
      import('../evaluation/runTest.js'),
      import('../evaluation/createTestedLinter.js'),
      rulebookLoader(),
    ]);
    return runTest(patterns, options, createTestedLinter(loadRulebook(), options.cwd));
  },
  async settingsOf(question) {
    const [{ settingsOf }, { loadRulebook }] = await Promise.all([settingsQuestions(), rulebookLoader()]);
    return settingsOf(question, loadRulebook());
  },
  async listRules(question) {
    const [{ listRules }, { loadRulebook }] = await Promise.all([settingsQuestions(), rulebookLoader()]);
    return listRules(question, loadRulebook());
  },
  async firstSettings(cwd) {
    const [{ lintFiles }, { surveyMails }, { firstSettings }, { loadRulebook }] = await Promise.all([
      import('../linter/lintFiles.js'),
      import('../config/surveyMails.js'),
      import('../config/firstSettings.js'),
      rulebookLoader(),
    ]);
    const rulebook = loadRulebook();
    const { files } = await lintFiles(['.'], { cwd, config: false, exceptions: false, baseline: false }, rulebook);
    const survey = surveyMails(files, rulebook);
    return { text: firstSettings(survey, schemaIn(cwd)), mails: survey.mails };
  },
  async evidenceOf(report, options) {
    const [{ makeEvidence }, { loadRulebook }] = await Promise.all([
      import('../evidence/makeEvidence.js'),
      rulebookLoader(),
    ]);
    return `${JSON.stringify(await makeEvidence(report, loadRulebook(), options), null, 2)}\n`;
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

function settingsQuestions(): Promise<typeof import('../config/settingsQuestions.js')> {
  return import('../config/settingsQuestions.js');
}

function rulebookLoader(): Promise<typeof import('../rulebook/loadRulebook.js')> {
  return import('../rulebook/loadRulebook.js');
}
