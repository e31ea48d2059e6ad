import { type Composition, locate } from '../mail/Composition.js';
import type { Block, Mail } from '../mail/Mail.js';
import { sourceRangeOf } from '../mail/MappedText.js';
import type { SourceRange } from '../mail/SourceRange.js';
import type { Finding } from './Finding.js';

/**
 * Where a report about a whole mail stands: on the first thing that a reader sees of it, in the mail's own file where it
 * is made of several.
 */
export function wholeMailPlace({ children, composition }: Mail): Pick<Finding, 'text' | 'range'> {
  const visible = children.filter(({ text }) => text.value !== '');
  const [first] = visible;
  if (first === undefined) return { text: '', range: { start: 0, end: 0 } };
  if (composition === undefined) return placeOf(first);
  const own = visible.find((block) => locate(composition, placeOf(block).range).inclusion === 0);
  return own ? placeOf(own) : { text: first.text.value, range: firstOwnStretch(composition) };
}

function placeOf({ text }: Block): Pick<Finding, 'text' | 'range'> {
  return { text: text.value, range: sourceRangeOf(text, 0, text.value.length) };
}

/** A stretch of the mail's own file, where that holds no words: its first markup, or the tag that includes all. */
function firstOwnStretch({ text, pieces }: Composition): SourceRange {
  for (const [index, { start, inclusion, isMadeUp }] of pieces.entries()) {
    const stretch = text.slice(start, pieces[index + 1]?.start ?? text.length);
    if (inclusion !== 0 || isMadeUp || stretch.trim() === '') continue;
    const from = start + stretch.length - stretch.trimStart().length;
    return { start: from, end: start + stretch.trimEnd().length };
  }
  return { start: 0, end: text.length };
}
