import { type CompletionItem, CompletionItemKind, type Position } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { providerName } from '../config/providerNames.js';
import { findFrontMatter } from '../formats/frontMatter.js';
import type { LintedMail } from '../linter/MailLinter.js';
import { mailTypes } from '../mail/Mail.js';
import { editorTexts } from './editorTexts.js';
import type { JudgedDocument } from './JudgedDocument.js';

/** What front matter may say, in the order in which most mails say it. */
const keys = ['type', 'language', 'subject', 'preheader', 'from', 'sendDate'] as const;

const ignoreMark = 'tactful-ignore';

/** What may stand at a place: keys and values of front matter, rules in comments, tags of the sending service. */
export function completions(
  position: Position,
  document: TextDocument,
  { result: { linted } }: JudgedDocument,
): CompletionItem[] {
  if (linted === undefined) return [];
  const line = document.getText({ start: { line: position.line, character: 0 }, end: position });
  if (line.includes(ignoreMark)) return ruleNames(linted);
  const offset = document.offsetAt(position);
  const front = findFrontMatter(document.getText(), linted.reading.mail.format);
  const isInFront = front !== undefined && front.yaml.start <= offset && offset <= front.yaml.end;
  return isInFront ? frontMatter(line, linted) : providerTags(position, line, linted);
}

function ruleNames({ rulebook, report }: LintedMail): CompletionItem[] {
  return rulebook.rules.map(({ id, description }) => ({
    label: id,
    kind: CompletionItemKind.EnumMember,
    detail: description[report.language ?? 'en'] ?? description.en ?? '',
  }));
}

function frontMatter(line: string, linted: LintedMail): CompletionItem[] {
  const colon = line.indexOf(':');
  if (colon >= 0) return valuesOf(line.slice(0, colon).trim(), linted);
  const declared = linted.reading.mail.metadata;
  const isThere = (key: (typeof keys)[number]): boolean =>
    (key === 'type' ? declared.types : declared[key]) !== undefined;
  return keys
    .filter((key) => !isThere(key))
    .map((key, index) => ({
      label: key,
      kind: CompletionItemKind.Property,
      insertText: `${key}: `,
      sortText: String(index),
    }));
}

function valuesOf(key: string, { rulebook, report }: LintedMail): CompletionItem[] {
  const value = (label: string, detail = ''): CompletionItem => ({
    label,
    kind: CompletionItemKind.Value,
    ...(detail === '' ? {} : { detail }),
  });
  const { typeNames } = editorTexts(report.language);
  switch (key) {
    case 'type':
      return mailTypes.map((type) => value(type, typeNames[type]));
    case 'language':
      return Object.keys(rulebook.languages).map((tag) => value(tag));
    case 'sendDate':
      return [value(new Date().toISOString().slice(0, 10))];
    default:
      return [];
  }
}

function providerTags(
  { line, character }: Position,
  before: string,
  { rulebook, settings }: LintedMail,
): CompletionItem[] {
  const declared = settings.provider?.value;
  // What the user has typed of a tag, which the whole of it replaces.
  const typed = /[^\s\p{L}\p{N}("'>]+ ?[\p{L}\p{N}_:]*$/u.exec(before.slice(-60))?.[0] ?? '';
  if (typed === '' && declared === undefined) return [];
  const range = { start: { line, character: character - typed.length }, end: { line, character } };
  return rulebook.linkRoles.tags
    .filter(
      ({ provider, written }) =>
        withoutSpaces(written).startsWith(withoutSpaces(typed)) && isChosen(provider, declared),
    )
    .map(({ provider, role, written }) => ({
      label: written,
      kind: CompletionItemKind.Snippet,
      detail: `${provider}: ${role}`,
      filterText: written,
      textEdit: { range, newText: written },
    }));
}

function isChosen(provider: string, declared: string | undefined): boolean {
  return declared === undefined || providerName(provider) === declared;
}

function withoutSpaces(text: string): string {
  return text.replaceAll(' ', '');
}
