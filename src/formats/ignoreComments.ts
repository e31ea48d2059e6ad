import type { IgnoreNote } from '../mail/IgnoreNote.js';

const opening = '<!--';
const closing = '-->';
const prefix = 'tactful-';

const coverage: Readonly<Record<string, IgnoreNote['covers']>> = {
  'tactful-ignore-next': 'next',
  'tactful-ignore-start': 'start',
  'tactful-ignore-end': 'end',
  'tactful-ignore-file': 'file',
};

/** The names that comments for Tactful begin with. */
export const ignoreCommentNames = Object.keys(coverage);

/**
 * Finds the comments that ask for findings to be let pass: `<!-- tactful-ignore-next rule -- reason -->`.
 *
 * @param text of a mail in Markdown, HTML or MJML.
 * @returns the notes in the order of the text, with the ranges of the whole comments.
 * @example readIgnoreComments('<!-- tactful-ignore-file shouting -- our name -->')[0]?.covers // 'file'
 */
export function readIgnoreComments(text: string): readonly IgnoreNote[] {
  const notes: IgnoreNote[] = [];
  for (let start = text.indexOf(opening); start >= 0; ) {
    const end = text.indexOf(closing, start + opening.length);
    if (end < 0) return notes;
    const content = text.slice(start + opening.length, end).trim();
    if (content.startsWith(prefix)) notes.push(toNote(content, start, end + closing.length));
    start = text.indexOf(opening, end + closing.length);
  }
  return notes;
}

function toNote(content: string, start: number, end: number): IgnoreNote {
  const words = content.split(/\s+/u);
  const [name = '', ...rest] = words;
  const dashes = rest.findIndex((word) => word === '--' || word === '—' || word === '–');
  const named = dashes < 0 ? rest : rest.slice(0, dashes);
  return {
    covers: Object.hasOwn(coverage, name) ? (coverage[name] ?? 'unknown') : 'unknown',
    name,
    rules: named.flatMap((word) => word.split(',')).filter((rule) => rule !== ''),
    reason: dashes < 0 ? '' : rest.slice(dashes + 1).join(' '),
    range: { start, end },
  };
}
