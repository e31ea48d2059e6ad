import type { Block } from '../mail/Mail.js';
import type { Replacement } from './Finding.js';
import type { Shout } from './findShouting.js';
import { calmMark, countedMarks } from './shoutedMarks.js';

/**
 * The one mark that may stand for the run at the end of a shout. It is safe only where the marks stand in the source just
 * as a reader sees them: with tags or entities between them nobody knows what else would go.
 *
 * @returns undefined for shouts in capitals, too: their words would have to be written anew.
 */
export function safeCalm({ start, end, by }: Shout, { text }: Block): Replacement | undefined {
  if (by !== 'marks') return undefined;
  let first = end;
  while (first > start && countedMarks(text.value[first - 1] ?? '') !== undefined) first -= 1;
  const marks = text.value.slice(first, end);
  const isOneRun = countedMarks(text.value[first - 2] ?? '') === undefined && marks.length > 1;
  if (!isOneRun || first === start || !isVerbatim(text, first, end)) return undefined;
  const [from, to] = [text.starts[first], text.ends[end - 1]];
  return from === undefined || to === undefined
    ? undefined
    : { range: { start: from, end: to }, text: calmMark(marks) };
}

function isVerbatim({ starts, ends }: Block['text'], first: number, end: number): boolean {
  for (let at = first; at < end; at += 1) {
    const [from, to] = [starts[at], ends[at]];
    if (from === undefined || to !== from + 1) return false;
    if (at > first && ends[at - 1] !== from) return false;
  }
  return true;
}
