import type { Block, Mail } from '../mail/Mail.js';

/** No condition belongs to more claims than these; of more the last count. */
const mostClaims = 20;

/** A stretch of a block's text. */
export interface MarkedPlace {
  readonly block: Block;
  readonly start: number;
  readonly end: number;
}

/** A condition with the claims that a sign leads to it from. */
export interface MarkedCondition {
  readonly place: MarkedPlace;
  /** In reading order; at least one. */
  readonly claims: readonly [MarkedPlace, ...MarkedPlace[]];
  /** Words between the last claim and the condition. */
  readonly wordsBetween: number;
}

interface Mark {
  readonly sign: string;
  readonly place: MarkedPlace;
  /** Words of the mail before it. */
  readonly words: number;
  readonly isCondition: boolean;
}

/**
 * The conditions that a sign leads to from a claim before them. A sign behind a word marks a claim (`half price*`), one
 * at the beginning of a line a condition (`* until Sunday`). A pair of signs around words is emphasis, one inside a
 * word is part of it (`Kund*innen`).
 */
export function findConditions(mail: Mail, signs: readonly string[]): readonly MarkedCondition[] {
  const recent = new Map<string, Mark[]>(signs.map((sign) => [sign, []]));
  return marksOf(mail, signs).flatMap((mark) => {
    const claims = recent.get(mark.sign) ?? [];
    if (!mark.isCondition) {
      claims.push(mark);
      if (claims.length > mostClaims) claims.shift();
      return [];
    }
    const [first, ...others] = claims.map(({ place }) => place);
    if (!first) return [];
    const wordsBetween = mark.words - (claims.at(-1)?.words ?? 0);
    return [{ place: mark.place, claims: [first, ...others] as const, wordsBetween }];
  });
}

function marksOf(mail: Mail, signs: readonly string[]): readonly Mark[] {
  const marks: Mark[] = [];
  let words = 0;
  for (const block of mail.children) {
    if (block.part !== 'text') marks.push(...marksIn(block, signs, words));
    words += countWords(block.text.value);
  }
  return marks;
}

function marksIn(block: Block, signs: readonly string[], before: number): readonly Mark[] {
  const text = block.text.value;
  const marks: Mark[] = [];
  const open = new Set<string>();
  let counted = 0;
  let words = before;
  for (let offset = 0; offset < text.length; offset++) {
    const sign = text.charAt(offset);
    if (!signs.includes(sign)) continue;
    words += countWords(text.slice(counted, offset));
    counted = offset;
    const isAtLineStart = offset === 0 || text.charAt(offset - 1) === '\n';
    const hasWordBefore = offset > 0 && !/\s/u.test(text.charAt(offset - 1));
    const hasWordBehind = /[\p{L}\p{N}]/u.test(text.charAt(offset + 1));
    if (isAtLineStart && !isClosedOnLine(text, offset, sign)) {
      marks.push({ sign, place: { block, start: offset, end: lineEnd(text, offset) }, words, isCondition: true });
    } else if (!hasWordBefore && hasWordBehind) open.add(sign);
    else if (hasWordBefore && !hasWordBehind && !open.delete(sign)) {
      marks.push({
        sign,
        place: { block, start: claimStart(text, offset), end: offset + 1 },
        words,
        isCondition: false,
      });
    }
  }
  return marks;
}

/** Whether a sign at the beginning of a line opens words in emphasis (`*today*`). */
function isClosedOnLine(text: string, offset: number, sign: string): boolean {
  if (/\s/u.test(text.charAt(offset + 1))) return false;
  const close = text.indexOf(sign, offset + 1);
  return close >= 0 && close < lineEnd(text, offset) && !/\s/u.test(text.charAt(close - 1));
}

function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end;
}

/** A claim is the line that its sign stands in, up to the sign. */
function claimStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

function countWords(text: string): number {
  const trimmed = text.trim();
  return trimmed === '' ? 0 : trimmed.split(/\s+/u).length;
}
