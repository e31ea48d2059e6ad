import type { Finding } from '../checks/Finding.js';
import { providerName } from '../config/providerNames.js';
import type { LintedMail } from '../linter/MailLinter.js';
import type { Block, Mail, MailFormat } from '../mail/Mail.js';
import type { ProviderTag } from '../rulebook/LinkRoleRules.js';
import type { RequiredRule } from '../rulebook/Rule.js';
import { escapeMarkup } from './escapeMarkup.js';
import { isInFooter } from './isInFooter.js';

/** A text that a mail lacks, and where it belongs. */
export interface Insertion {
  readonly offset: number;
  /** As it is written in the format of the mail, with the line breaks around it. */
  readonly text: string;
  /** As a reader sees it. */
  readonly shown: string;
  /** The sending service whose tag is in it. */
  readonly provider?: string;
}

/** What the mail that a finding is about lacks, as it can be put in; undefined where the rule or the format has none. */
export function insertionOf(finding: Finding, linted: LintedMail): Insertion | undefined {
  const { report, reading, rulebook } = linted;
  const rule = rulebook.rules.find(({ id }) => id === finding.rule);
  if (rule?.check !== 'required' || rule.insert === undefined) return undefined;
  const wording = rule.insert[report.language ?? 'en'] ?? rule.insert.en;
  if (wording === undefined) return undefined;
  const provider = providerTagFor(rule, linted);
  const pieces = piecesOf(wording).map((piece) =>
    piece.target !== undefined && provider ? { ...piece, target: provider.written } : piece,
  );
  const place = placeIn(reading.mail, report.source, belongsToFooter(rule) ? undefined : lastOfBody(linted));
  if (place === undefined) return undefined;
  const lineBreak = report.source.includes('\r\n') ? '\r\n' : '\n';
  return {
    offset: place.offset,
    text: place.around(render(pieces, reading.mail)).replaceAll('\n', lineBreak),
    shown: pieces.map(({ text }) => text).join(''),
    ...(provider ? { provider: provider.provider } : {}),
  };
}

/** Links and the sender stand at the very end, all else is said before the footer. */
function belongsToFooter({ requires }: RequiredRule): boolean {
  return !('says' in requires) || requires.says === 'sender-identity';
}

/** The tag of the sending service that the settings name, or else of the one whose tags the mail has most of. */
function providerTagFor(
  { requires }: RequiredRule,
  { settings, report, rulebook }: LintedMail,
): ProviderTag | undefined {
  if ('says' in requires) return undefined;
  const { tags } = rulebook.linkRoles;
  const fitting = requires.links.flatMap((role) => tags.filter((tag) => tag.role === role && isTarget(tag.written)));
  const declared = settings.provider?.value;
  if (declared !== undefined) return fitting.find(({ provider }) => providerName(provider) === declared);
  const used = tags.filter(({ written }) => report.source.includes(written)).map(({ provider }) => provider);
  const timesUsed = (name: string): number => used.filter((provider) => provider === name).length;
  const [most] = [...new Set(used)].sort((left, right) => timesUsed(right) - timesUsed(left));
  return fitting.find(({ provider }) => provider === most);
}

/** Whether a tag can be the target of a link: some are whole elements. */
function isTarget(tag: string): boolean {
  return !/[<>"]/u.test(tag);
}

interface Piece {
  readonly text: string;
  /** Where a link leads. */
  readonly target?: string;
}

function piecesOf(wording: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const link of wording.matchAll(/\[([^\][]+)\]\(([^()]+)\)/gu)) {
    const [whole, text = '', target = ''] = link;
    if (link.index > end) pieces.push({ text: wording.slice(end, link.index) });
    pieces.push({ text, target });
    end = link.index + whole.length;
  }
  return end < wording.length ? [...pieces, { text: wording.slice(end) }] : pieces;
}

function render(pieces: readonly Piece[], { format }: Mail): string {
  return pieces.map((piece) => renderPiece(piece, format)).join('');
}

function renderPiece({ text, target }: Piece, format: MailFormat): string {
  switch (format) {
    case 'mjml':
    case 'html':
      return target === undefined ? escapeMarkup(text) : `<a href="${target}">${escapeMarkup(text)}</a>`;
    case 'markdown':
      return target === undefined ? text : `[${text}](${target})`;
    case 'text':
    case 'eml':
      return target === undefined ? text : `${text}: ${target}`;
  }
}

interface Place {
  readonly offset: number;
  /** The text with what has to stand around it. */
  around(text: string): string;
}

/** @param after the block to stand behind; the end of the mail where there is none. */
function placeIn(mail: Mail, source: string, after: Block | undefined): Place | undefined {
  switch (mail.format) {
    case 'markdown':
    case 'text':
      return placeInLines(source, after);
    case 'html':
    case 'mjml':
      return (after && placeBehind(source, after)) ?? placeAtEnd(mail, source);
    case 'eml':
      return undefined;
  }
}

function placeInLines(source: string, after: Block | undefined): Place {
  const end = after === undefined ? undefined : source.indexOf('\n', endOf(after));
  if (end === undefined || end < 0) {
    const offset = source.trimEnd().length;
    return { offset, around: (text) => `\n\n${text}` };
  }
  return { offset: source[end - 1] === '\r' ? end - 1 : end, around: (text) => `\n\n${text}` };
}

/** The ends of elements that a paragraph may stand behind: what is set in a line, and the paragraph around it. */
const endsToPass = /^\s*<\/(?:a|b|i|u|em|strong|span|font|small|big|sup|sub|p|li|ul|ol|blockquote|h[1-6])\s*>/iu;

function placeBehind(source: string, block: Block): Place {
  let offset = endOf(block);
  offset += /^[.!?…:,;”“"’)]*/u.exec(source.slice(offset, offset + 10))?.[0].length ?? 0;
  for (;;) {
    const end = endsToPass.exec(source.slice(offset, offset + 200));
    if (end === null) break;
    offset += end[0].length;
  }
  const indent = indentOf(source, offset);
  return { offset, around: (text) => `\n${indent}<p>${text}</p>` };
}

function placeAtEnd(mail: Mail, source: string): Place {
  const lower = source.toLowerCase();
  const end = lower.lastIndexOf(mail.format === 'mjml' ? '</mj-body' : '</body');
  const offset = end < 0 ? source.trimEnd().length : end;
  const paragraph = (text: string): string =>
    mail.format === 'mjml'
      ? `<mj-section><mj-column><mj-text>${text}</mj-text></mj-column></mj-section>`
      : `<p>${text}</p>`;
  return { offset, around: (text) => (end < 0 ? `\n${paragraph(text)}` : `${paragraph(text)}\n`) };
}

function indentOf(source: string, offset: number): string {
  const line = source.slice(source.lastIndexOf('\n', offset - 1) + 1, offset);
  return /^[ \t]*/u.exec(line)?.[0] ?? '';
}

/** The last paragraph that all readers see before the footer. */
function lastOfBody({ reading }: LintedMail): Block | undefined {
  const footer = new Set(reading.sentences.filter(isInFooter).map(({ block }) => block));
  return reading.mail.children.findLast(
    (block) =>
      (block.role === 'paragraph' || block.role === 'list-item') &&
      block.text.value !== '' &&
      block.branches.length === 0 &&
      !footer.has(block),
  );
}

function endOf({ text }: Block): number {
  return text.ends[text.value.length - 1] ?? 0;
}
