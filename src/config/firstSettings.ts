import type { Survey } from './surveyMails.js';

/** Fewer mails say nothing about a folder. */
const fewestMails = 3;

/**
 * The text of a first `tactful.config.yml`. What is sure is set; what only its author can know is a comment.
 *
 * @param schema where its JSON Schema is, relative to the file; undefined where none is at hand.
 * @example firstSettings({ mails: 0, languages: [], withoutWayOut: 0 }) // '# Settings for Tactful…'
 */
export function firstSettings({ mails, provider, languages, withoutWayOut }: Survey, schema?: string): string {
  const lines = [
    // Editors that speak YAML complete and check by it.
    ...(schema === undefined ? [] : [`# yaml-language-server: $schema=${schema}`]),
    '# Settings for Tactful. “tactful config FILE” prints what holds for a mail and where it comes from,',
    '# “tactful rules” lists the rules.',
    '',
    '# The law that rules and notice periods follow: eu, de, uk or us; strict asks for more than any law.',
    '# profile: eu',
    '',
    ...(provider === undefined
      ? ['# The sending service, so that only its template tags count.', '# provider: mailchimp']
      : ['# The sending service, as the placeholders of the mails show.', `provider: ${provider}`]),
    '',
    ...(languages.length === 0
      ? ['# The languages of the mails.', '# languages: [en]']
      : ['# The languages of the mails.', `languages: [${[...languages].sort().join(', ')}]`]),
    '',
    ...footerLines(mails, withoutWayOut),
    '',
    '# A severity for each rule (off, info, warning, error), or more about it.',
    '# rules:',
    '#   shouting: off',
    '#   coercive-deadline: { severity: error, ignorable: false }',
    '',
  ];
  return lines.join('\n');
}

function footerLines(mails: number, withoutWayOut: number): readonly string[] {
  const choices = '# included: it is in the files; injected: the sending service appends it; none: there is none.';
  if (mails < fewestMails || withoutWayOut * 2 < mails)
    return ['# Where the footer comes from.', choices, '# footer: included'];
  return [
    `# ${withoutWayOut} of ${mails} mails hold no way out. If the sending service appends the footer, say so here.`,
    choices,
    '# footer: injected',
  ];
}
