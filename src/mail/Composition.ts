import type { SourceRange } from './SourceRange.js';

/**
 * How the text that a mail was read from was put together from several files. Offsets in the mail's tree count from the
 * start of `text`; `locate` says where they stand.
 */
export interface Composition {
  readonly text: string;
  /** In order; together they are the whole text. */
  readonly pieces: readonly Piece[];
  /** The mail itself comes first. A file that is included twice is in it twice. */
  readonly inclusions: readonly Inclusion[];
}

/** A stretch of the text and where it was taken from. */
export interface Piece {
  readonly start: number;
  /** Index into the inclusions. */
  readonly inclusion: number;
  /** Where it stands in that file; as long as the piece, unless `isMadeUp`. */
  readonly range: SourceRange;
  /** Whether the piece stands for the whole range and not for its characters. */
  readonly isMadeUp?: true;
}

export interface Inclusion {
  /** Relative to the working folder, with forward slashes. */
  readonly path: string;
  /** The whole text of the file. */
  readonly source: string;
  /** The tag by which another inclusion includes this one; absent for the mail itself. */
  readonly by?: { readonly inclusion: number; readonly range: SourceRange };
}

/** A place in one of the files. */
export interface Located {
  readonly inclusion: number;
  readonly range: SourceRange;
}

/**
 * Where a stretch of the text stands: in the file that holds all of it, or, where it reaches over several, in the one
 * that includes them.
 *
 * @example composition.inclusions[locate(composition, finding.range).inclusion]?.path // 'parts/footer.mjml'
 */
export function locate(composition: Composition, { start, end }: SourceRange): Located {
  const first = placeOf(composition, start, false);
  const last = end > start ? placeOf(composition, end - 1, true) : first;
  const common = commonInclusion(composition, first.inclusion, last.inclusion);
  const from = lift(composition, first, common).range;
  const to = lift(composition, last, common).range;
  return {
    inclusion: common,
    range: { start: from.start, end: end > start ? Math.max(to.end, from.start) : from.start },
  };
}

/** The same place in the mail itself: that of the tag, for what is included. */
export function locateInMail(composition: Composition, range: SourceRange): SourceRange {
  return lift(composition, locate(composition, range), 0).range;
}

/** The place of one code unit. */
function placeOf({ pieces, text }: Composition, offset: number, isLast: boolean): Located {
  const piece = pieces[pieceAt(pieces, offset)];
  if (piece === undefined) return { inclusion: 0, range: { start: 0, end: 0 } };
  if (piece.isMadeUp) return { inclusion: piece.inclusion, range: piece.range };
  const start = Math.min(piece.range.start + offset - piece.start, piece.range.end);
  const isBehind = offset >= text.length && !isLast;
  return { inclusion: piece.inclusion, range: { start, end: isBehind ? start : Math.min(start + 1, piece.range.end) } };
}

/** The last piece that begins at or before an offset. */
function pieceAt(pieces: readonly Piece[], offset: number): number {
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((pieces[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

function commonInclusion(composition: Composition, a: number, b: number): number {
  const above = new Set(chain(composition, a));
  return chain(composition, b).find((inclusion) => above.has(inclusion)) ?? 0;
}

/** An inclusion and those around it, innermost first. */
function chain({ inclusions }: Composition, inclusion: number): readonly number[] {
  const found: number[] = [];
  for (let at: number | undefined = inclusion; at !== undefined; at = inclusions[at]?.by?.inclusion) found.push(at);
  return found;
}

function lift({ inclusions }: Composition, place: Located, to: number): Located {
  let { inclusion, range } = place;
  while (inclusion !== to) {
    const by = inclusions[inclusion]?.by;
    if (by === undefined) break;
    ({ inclusion, range } = by);
  }
  return { inclusion, range };
}
