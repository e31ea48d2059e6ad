import { ignoreCommentNames } from '../../formats/ignoreComments.js';
import { type Composition, locate, locateInMail } from '../../mail/Composition.js';
import { firstIndex } from '../../mail/firstIndex.js';
import type { IgnoreNote } from '../../mail/IgnoreNote.js';
import type { Block, Mail } from '../../mail/Mail.js';
import { sourceRangeOf } from '../../mail/MappedText.js';
import { SourceLines } from '../../mail/SourceLines.js';
import type { SourceRange } from '../../mail/SourceRange.js';
import type { RunProblem } from '../LintReport.js';
import type { Exception, ExceptionPlace } from './Exception.js';
import { exceptionProblem } from './settleFindings.js';

export interface NoteExceptions {
  readonly exceptions: readonly Exception[];
  readonly problems: readonly RunProblem[];
}

/** What is known of the rules. */
export interface KnownRules {
  has(id: string): boolean;
  /** A question after the rule that was probably meant, with a space in front; empty when none is near. */
  nearest(id: string): string;
}

interface PlacedNote {
  readonly note: IgnoreNote;
  readonly place: ExceptionPlace;
}

/**
 * What the comments and the front matter of a mail let pass, and what is wrong with them. A note without a reason, or for a
 * rule that isn't there, lets nothing pass.
 *
 * @param source of the mail.
 * @param path of the mail, for places.
 */
export function noteExceptions(
  { ignoreNotes = [], children, composition }: Pick<Mail, 'ignoreNotes' | 'children' | 'composition'>,
  source: string,
  path: string,
  rules: KnownRules,
): NoteExceptions {
  if (ignoreNotes.length > mostNotes) return tooMany(ignoreNotes[mostNotes], source, path);
  if (ignoreNotes.length === 0) return { exceptions: [], problems: [] };
  const lines = new SourceLines(source);
  const own = composition === undefined ? ignoreNotes : ownNotes(ignoreNotes, composition);
  const placed = own.map((note) => ({ note, place: { path, ...lines.positionAt(note.range.start) } }));
  const blocks = blockRanges(children).map((range) => (composition ? locateInMail(composition, range) : range));
  const ends = placed.filter(({ note }) => note.covers === 'end');
  const usedEnds = new Set<PlacedNote>();
  const exceptions: Exception[] = [];
  const problems: RunProblem[] = [];
  for (const one of placed) {
    const { note, place } = one;
    if (note.covers === 'end') continue;
    const mistakes = mistakesIn(note, rules);
    const end = note.covers === 'start' ? endOf(note, ends) : undefined;
    if (end) usedEnds.add(end);
    if (note.covers === 'start' && !end) mistakes.push(neverEnded(note));
    problems.push(...mistakes.map((message) => exceptionProblem({ place }, message)));
    const range = rangeOf(note, end?.note, blocks, source.length);
    if (note.reason === '' || range === undefined) continue;
    const known = note.rules.filter((rule) => rules.has(rule));
    exceptions.push(
      ...known.map(
        (rule): Exception => ({
          rule,
          reason: note.reason,
          origin: 'mail',
          place,
          covers: { type: 'range', range },
        }),
      ),
    );
  }
  const idle = ends.filter((end) => !usedEnds.has(end));
  return { exceptions, problems: [...problems, ...idle.map(({ place }) => exceptionProblem({ place }, endsNothing))] };
}

/** The notes in the mail's own file. Those in a file that it includes are for whoever lints that file. */
function ownNotes(notes: readonly IgnoreNote[], composition: Composition): readonly IgnoreNote[] {
  return notes.flatMap((note) => {
    const { inclusion, range } = locate(composition, note.range);
    return inclusion === 0 ? [{ ...note, range }] : [];
  });
}

/** Nobody writes more, and what is looked up among them would take long. */
const mostNotes = 1000;

function tooMany(first: IgnoreNote | undefined, source: string, path: string): NoteExceptions {
  const place = { path, ...new SourceLines(source).positionAt(first?.range.start ?? 0) };
  const message = `A mail with more than ${mostNotes} comments of this kind lets nothing pass. Use tactful-ignore-file.`;
  return { exceptions: [], problems: [exceptionProblem({ place }, message)] };
}

const endsNothing =
  'Nothing has been started that this could end. Write <!-- tactful-ignore-start rule -- reason --> before.';

function mistakesIn({ covers, name, rules: ids, reason }: IgnoreNote, rules: KnownRules): string[] {
  if (covers === 'unknown') return [unknownNote(name)];
  if (ids.length === 0) return [`Say which rules are meant: ${exampleOf(name, 'coercive-deadline')}`];
  const [first = ''] = ids;
  const reasonless = reason === '' ? [`Say why this may pass: ${exampleOf(name, first)}`] : [];
  const unknown = ids.filter((id) => !rules.has(id)).map((id) => `There is no rule “${id}”.${rules.nearest(id)}`);
  return [...reasonless, ...unknown];
}

function unknownNote(name: string): string {
  if (name.startsWith('tactful-')) return `There is no “${name}”. Write one of ${ignoreCommentNames.join(', ')}.`;
  return 'Write what may pass as a list: tactful: { ignore: [{ rule: coercive-deadline, reason: why it may }] }';
}

function exampleOf(name: string, rule: string): string {
  return name.startsWith('tactful-')
    ? `<!-- ${name} ${rule} -- why it may -->`
    : `{ rule: ${rule}, reason: why it may }`;
}

function neverEnded({ rules }: IgnoreNote): string {
  return `This is never ended and so reaches to the end of the file. Write <!-- tactful-ignore-end ${rules.join(', ')} --> where it ends.`;
}

/** An end without rules ends all that has been started; one with rules ends those that name one of them. */
function endOf(start: IgnoreNote, ends: readonly PlacedNote[]): PlacedNote | undefined {
  return ends
    .slice(firstIndex(ends.length, (index) => (ends[index]?.note.range.start ?? 0) >= start.range.end))
    .find(({ note }) => note.rules.length === 0 || note.rules.some((rule) => start.rules.includes(rule)));
}

function rangeOf(
  { covers, range }: IgnoreNote,
  end: IgnoreNote | undefined,
  blocks: readonly SourceRange[],
  length: number,
): SourceRange | undefined {
  switch (covers) {
    case 'file':
      // A mail without any text is spoken of at its beginning, which is its end.
      return { start: 0, end: length + 1 };
    case 'start':
      return { start: range.end, end: end?.range.start ?? length + 1 };
    case 'next':
      return blocks[firstIndex(blocks.length, (index) => (blocks[index]?.start ?? 0) >= range.end)];
    case 'end':
    case 'unknown':
      return undefined;
  }
}

function blockRanges(blocks: readonly Block[]): readonly SourceRange[] {
  return blocks
    .filter(({ text }) => text.value !== '')
    .map(({ text }) => sourceRangeOf(text, 0, text.value.length))
    .sort((one, other) => one.start - other.start);
}
