import { isAboutWords } from '../checks/isAboutWords.js';
import { formatOf } from '../formats/formatOf.js';
import { parseMail } from '../formats/parse.js';
import { conveyances, type FileReport, type MailTypeGuess } from '../linter/LintReport.js';
import { lintFiles } from '../linter/lintFiles.js';
import { lintText } from '../linter/lintText.js';
import { readMail } from '../reading/readMail.js';
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
    lintMails: (paths) =>
      lintFiles(paths, { cwd, ignoreFiles: false, config: false, exceptions: false, baseline: false }, rulebook),
    inferTypes: (mail) => inferTypesOf(mail, rulebook),
    lintPassage: ({ path, types, language, text }) => {
      const inherited = { types, ...(language === undefined ? {} : { language }) };
      return lintText(text, { path, format: 'text', inherited, isPassage: true }, rulebook).report;
    },
  };
}

function inferTypesOf(
  { path, source, language }: Pick<FileReport, 'path' | 'source' | 'language'>,
  rulebook: Rulebook,
): readonly MailTypeGuess[] {
  const format = formatOf(path);
  if (format === undefined) return [];
  const { templateTags, metadataLabels } = rulebook;
  const inherited = language === undefined ? {} : { language };
  const mail = parseMail(source, { format, templateTags, metadataLabels, inherited });
  const { types: _, ...metadata } = mail.metadata;
  return readMail({ ...mail, metadata }, rulebook).types;
}
