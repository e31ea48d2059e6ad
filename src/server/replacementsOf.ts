import type { Finding } from '../checks/Finding.js';
import { findTemplateTags } from '../formats/templateTags.js';
import type { LintedMail } from '../linter/MailLinter.js';
import type { Mail, MailFormat } from '../mail/Mail.js';
import type { SourceRange } from '../mail/SourceRange.js';
import type { Rule } from '../rulebook/Rule.js';
import { escapeMarkup } from './escapeMarkup.js';

/** A text that can stand in place of another. */
export interface Replacement {
  readonly range: SourceRange;
  /** As it is written in the format of the mail. */
  readonly text: string;
  /** As a reader sees it. */
  readonly shown: string;
  /** Whether it says the same, so that nobody has to look. */
  readonly isSafe: boolean;
}

const sentenceEnds = '.!?…';

/**
 * The better wordings that can stand where a finding is. There are none for findings about what is missing, and none
 * where the passage holds half an element or the conditions of a template, which would be torn.
 */
export function replacementsOf(finding: Finding, linted: LintedMail): readonly Replacement[] {
  const { fix } = finding;
  const safe = fix ? [{ ...fix, shown: fix.text, isSafe: true }] : [];
  const wordings = wordingsFor(finding, linted).filter(({ text }) => text !== fix?.text);
  return [...safe, ...wordings];
}

function wordingsFor(finding: Finding, { report, reading, rulebook }: LintedMail): readonly Replacement[] {
  const { source } = report;
  const rule = rulebook.rules.find(({ id }) => id === finding.rule);
  const passage = source.slice(finding.range.start, finding.range.end);
  if (!rule || passage === '' || !isAboutPassage(rule)) return [];
  if (!isWhole(passage) || holdsControls(passage, reading.mail, rulebook.templateTags)) return [];
  return finding.suggestions.flatMap((suggestion) => {
    const shown = withoutSecondEnd(suggestion, source.charAt(finding.range.end));
    const text = written(shown, passage, finding, reading.mail);
    return text === undefined ? [] : [{ range: finding.range, text, shown, isSafe: false }];
  });
}

function isAboutPassage({ check }: Rule): boolean {
  return check === 'wording' || check === 'notice' || check === 'subject' || check === 'typography';
}

/** Findings end before the mark that ends their sentence. */
function withoutSecondEnd(text: string, next: string): string {
  const hasEnd = next !== '' && sentenceEnds.includes(next) && sentenceEnds.includes(text.slice(-1));
  return hasEnd && text.length > 1 ? text.slice(0, -1) : text;
}

/** @returns undefined where the text cannot be written there without knowing more than its place. */
function written(text: string, passage: string, finding: Finding, mail: Mail): string | undefined {
  const isPlain = passage === finding.text;
  switch (mail.format) {
    case 'mjml':
    case 'html':
      return isInFrontMatter(finding.range, mail) ? yamlText(text) : escapeMarkup(text);
    case 'markdown':
    case 'text':
      return isInFrontMatter(finding.range, mail) ? yamlText(text) : text;
    case 'eml':
      // What is encoded stays as it is: other characters would have to be, too.
      return isPlain && /^[ -~]*$/u.test(text) && !text.includes('=') ? text : undefined;
  }
}

function isInFrontMatter({ start, end }: SourceRange, { metadata }: Mail): boolean {
  return [metadata.subject, metadata.preheader, metadata.from].some(
    (value) => value?.range !== undefined && value.range.start <= start && end <= value.range.end,
  );
}

/** A value of YAML with or without quotes, whichever it is. */
function yamlText(text: string): string | undefined {
  return /["'#:\\{}[\]]/u.test(text) ? undefined : text;
}

/** Whether elements, brackets and emphasis that begin in a passage end in it, and the other way round. */
function isWhole(passage: string): boolean {
  const open: string[] = [];
  for (const [tag, slash, name] of passage.matchAll(/<(\/?)([a-z][a-z0-9-]*)[^<>]*>/giu)) {
    if (name === undefined || tag.endsWith('/>') || name.toLowerCase() === 'br') continue;
    if (slash === '') open.push(name);
    else if (open.pop() !== name) return false;
  }
  const isEven = (mark: string): boolean => passage.split(mark).length % 2 === 1;
  const rest = passage.replaceAll(/<[^<>]*>/gu, '');
  return open.length === 0 && !/[<>]/u.test(rest) && isEven('*') && isEven('_') && isEven('`') && closesBrackets(rest);
}

function closesBrackets(text: string): boolean {
  const count = (mark: string): number => text.split(mark).length;
  return count('[') === count(']') && count('(') === count(')');
}

/** Whether a tag stands in the passage that is none for text. */
function holdsControls(passage: string, mail: Mail, families: Parameters<typeof findTemplateTags>[1]): boolean {
  const names = new Set(mail.children.flatMap(({ placeholders }) => placeholders.map(({ name }) => name)));
  return findTemplateTags(passage, families, isMarkup(mail.format)).some(({ content }) => !names.has(content));
}

function isMarkup(format: MailFormat): boolean {
  return format === 'mjml' || format === 'html';
}
