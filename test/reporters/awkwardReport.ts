import type { Finding } from '../../src/checks/Finding.js';
import type { FileReport, LintReport } from '../../src/linter/LintReport.js';
import type { SourceRange } from '../../src/mail/SourceRange.js';
import type { ReporterContext } from '../../src/reporters/Reporter.js';

/** Where words stand in a source; fails the test when they don't. */
export function rangeOf(source: string, words: string): SourceRange {
  const start = source.indexOf(words);
  if (start < 0) throw new Error(`“${words}” does not stand in the source`);
  return { start, end: start + words.length };
}

/** A finding on some words of a source, with everything else filled in. */
export function findingOn(source: string, words: string, rest: Partial<Finding> = {}): Finding {
  return {
    rule: 'false-urgency',
    severity: 'warning',
    message: 'This hurries the reader without a reason that can be checked.',
    advice: 'Say until when the offer holds.',
    text: words,
    range: rangeOf(source, words),
    related: [],
    suggestions: [],
    references: [],
    ...rest,
  };
}

const plainSource = [
  '---',
  'subject: Our terms',
  '---',
  '',
  'If you do not agree by midnight, we will close your account.',
  'Act now!',
  '',
].join('\n');

const plainFile: FileReport = {
  path: 'mails/terms.md',
  source: plainSource,
  types: [
    { type: 'consent', confidence: 1 },
    { type: 'terms-update', confidence: 0.62 },
  ],
  language: 'en',
  says: ['terms-change'],
  findings: [
    findingOn(plainSource, 'If you do not agree by midnight, we will close your account.', {
      rule: 'coercive-deadline',
      severity: 'error',
      message: 'A deadline is tied to a threat.',
      advice: 'Name the date, and say what stays the same if the reader does nothing.',
      related: [
        { label: 'the deadline', text: 'by midnight', range: rangeOf(plainSource, 'by midnight') },
        { label: 'the threat', text: 'close your account', range: rangeOf(plainSource, 'close your account') },
      ],
      suggestions: ['You can decide until 30 June; your account stays as it is.'],
      references: ['gdpr-7-4'],
    }),
    findingOn(plainSource, 'Act now!'),
  ],
};

const awkwardSource = [
  '<mjml>\r\n',
  '\t<mj-text>👩‍👧 日本 Nur\r\n',
  '\t\tnoch heute\r\n',
  '\t</mj-text>\r\n',
  '\u001b[2J\u009b31m::set-output name=a::b%0A::error::c ##vso[task.complete]Act now\u202e!\r\n',
  `<p>${'x'.repeat(400)} hurry up ${'y'.repeat(400)}</p>\r\n`,
  'a\rWer\u00adbung\r\n',
].join('');

const awkwardFile: FileReport = {
  path: '::error::100%\nfile,name: [x](http://evil.example)\u001b[31m ü?#.mjml',
  source: awkwardSource,
  types: [{ type: 'marketing', confidence: 1 }],
  language: 'de',
  says: [],
  findings: [
    findingOn(awkwardSource, 'Nur\r\n\t\tnoch heute', { text: 'Nur noch heute' }),
    findingOn(awkwardSource, 'Act now\u202e!', {
      severity: 'error',
      rule: 'shouting\n::error::x',
      message: '::error::100%\r\n[click](http://evil.example) \u001b]0;title\u0007 {0} \\',
      advice: '::set-output name=a::b\n##[add-mask]x',
      related: [{ label: 'the [deadline](2)', text: 'now\u202e\n', range: rangeOf(awkwardSource, 'now\u202e') }],
      suggestions: ['\u001b[0m::warning::'],
    }),
    findingOn(awkwardSource, 'hurry up'),
    findingOn(awkwardSource, 'bung', { severity: 'info' }),
    findingOn(awkwardSource, 'Wer', { severity: 'info', text: '', range: { start: 0, end: 0 } }),
    findingOn(awkwardSource, 'Wer', { severity: 'info', range: { start: 0, end: awkwardSource.length } }),
  ],
};

const markupSource = [
  '<!-- ]]> </script> | `code` -->\r\n',
  '<p>Größe <b>“Übermorgen”</b> 🎁 | ]]> &amp; `Nur jetzt` @team #12 https://evil.example www.evil.example</p>\r\n',
  "##teamcity[publishArtifacts 'secrets'] ##vso[task.setvariable variable=x]y\r\n",
  '::set-output name=a::b\r\n',
].join('');

const markupPassage = markupSource.slice(markupSource.indexOf('🎁'), markupSource.indexOf('</p>'));

/** What strangers' texts can do to markup: of XML, of Markdown, of script elements, of build servers. */
const markupFile: FileReport = {
  path: 'mails/"quoted" \'name\' <b>&|`x`\r\n##teamcity[x]]]>\t;Größe 🎁.html',
  source: markupSource,
  types: [],
  language: 'de',
  says: [],
  findings: [
    findingOn(markupSource, markupPassage, {
      severity: 'error',
      message: `“${markupPassage}” hurries </script><script>alert(1)</script> | \`\`a\`\` **b** _c_ <!-- -->`,
      advice: "- x\n# y\n1. z\n##teamcity[x 'y'] | %AZP25 ]; \u0000\u0085\u2028\ufffe\ud83c &lt;",
      suggestions: ["'a' | [b](http://evil.example) ![c](http://evil.example/c.png)", '##vso[task.complete]d'],
    }),
    findingOn(markupSource, "##teamcity[publishArtifacts 'secrets']", { rule: 'team|city]]>`' }),
    findingOn(markupSource, '::set-output name=a::b\r\n', { severity: 'info' }),
  ],
};

/** What strangers' files can do to a report: every kind of line break, invisible characters, commands of terminals and build servers. */
export const awkwardReport: LintReport = {
  files: [
    plainFile,
    awkwardFile,
    markupFile,
    { path: 'mails/clean.html', source: '', types: [], language: 'en', says: [], findings: [] },
    { path: 'mails/mel.txt', source: 'Bonjour', types: [], language: undefined, says: [], findings: [] },
  ],
  problems: [
    { message: 'Nothing matches “x\u001b[2J%\n::error::y”.' },
    { path: 'mails/latin1.html', message: 'This file is not UTF-8. Save it as UTF-8.', line: 3, column: 7 },
    { path: 'a\n::error::b,c', message: 'This file could not be read.' },
  ],
};

export const emptyReport: LintReport = { files: [], problems: [] };

export const context: ReporterContext = {
  version: '1.2.3',
  color: false,
  cwd: '/project',
  projectFolder: '/project',
  failOn: 'error',
  rules: [
    {
      id: 'coercive-deadline',
      severity: 'error',
      description: 'A time limit is tied to a threat.',
      helpMarkdown: '# coercive-deadline\n\nA time limit is tied to a threat.\n',
      url: 'https://tactful.example/rules/coercive-deadline',
    },
    {
      id: 'false-urgency',
      severity: 'warning',
      description: 'Hurry without a reason.',
      helpMarkdown: '# false-urgency\n',
      url: 'https://tactful.example/rules/false-urgency',
    },
  ],
};
