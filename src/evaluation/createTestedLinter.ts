import { formatOf } from '../formats/formatOf.js';
import { conveyances } from '../linter/LintReport.js';
import { lintFiles } from '../linter/lintFiles.js';
import { isAboutWords, lintText } from '../linter/lintText.js';
import type { Rulebook } from '../rulebook/Rulebook.js';
import type { TestedLinter } from './TestedLinter.js';

/**
 * Puts Tactful itself to the test: its rules as they are, whatever settings make of them.
 *
 * @param cwd absolute path of the working folder.
 */
export function createTestedLinter(rulebook: Rulebook, cwd: string): TestedLinter {
  return {
    rules: rulebook.rules.map((rule) => ({ id: rule.id, isAboutWords: isAboutWords(rule) })),
    conveyances: conveyances.filter((conveyance) => rulebook.conveyances[conveyance]),
    isMail: (path) => formatOf(path) !== undefined,
    lintMails: (paths) => lintFiles(paths, { cwd, ignoreFiles: false, config: false }, rulebook),
    lintPassage: ({ path, types, language, text }) => {
      const inherited = { types, ...(language === undefined ? {} : { language }) };
      return lintText(text, { path, format: 'text', inherited, isPassage: true }, rulebook).report;
    },
  };
}
