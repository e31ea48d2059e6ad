import type { SourceRange } from '../mail/SourceRange.js';
import { isWhiteSpace } from './characters.js';

export interface BareLink extends SourceRange {
  /** What to put before the text to make it an address: `mailto:` before a mail address, `https://` before `www.`. */
  readonly prefix: string;
}

const schemes = ['https://', 'http://', 'mailto:', 'tel:'];
const trailingPunctuation = '.,;:!?\'"*_~»«”“’›‹…';

/**
 * Finds the web and mail addresses that stand in plain text, without the punctuation behind them.
 *
 * @param masked text with filler for its template tags, so that `https://shop.example/{{ token }}` is one address.
 */
export function findBareLinks(masked: string, start: number, end: number): readonly BareLink[] {
  const links: BareLink[] = [];
  let wordStart = start;
  for (let offset = start; offset <= end; offset++) {
    if (offset < end && !endsWord(masked, offset)) continue;
    const link = offset > wordStart ? linkInWord(masked, wordStart, offset) : undefined;
    if (link !== undefined) links.push(link);
    wordStart = offset + 1;
  }
  return links;
}

function endsWord(masked: string, offset: number): boolean {
  const unit = masked.charCodeAt(offset);
  return unit === 0x3c || unit === 0x3e || unit === 0x22 || isWhiteSpace(unit);
}

function linkInWord(masked: string, start: number, end: number): BareLink | undefined {
  const word = masked.slice(start, end);
  const lower = word.length > 2048 ? '' : word.toLowerCase();
  const found = schemes.map((scheme) => lower.indexOf(scheme)).filter((index) => index >= 0);
  const scheme = found.length > 0 ? Math.min(...found) : -1;
  if (scheme >= 0) return trimmed(masked, start + scheme, end, '');
  const host = lower.indexOf('www.');
  if (host >= 0) return trimmed(masked, start + host, end, 'https://');
  return mailAddress(masked, start, end);
}

function trimmed(masked: string, start: number, wordEnd: number, prefix: string): BareLink | undefined {
  const opening = count(masked, '(', start, wordEnd);
  let closing = count(masked, ')', start, wordEnd);
  let end = wordEnd;
  for (; end > start; end--) {
    const last = masked.charAt(end - 1);
    if (last === ')' && closing > opening) closing--;
    else if (last !== ']' && last !== '}' && !trailingPunctuation.includes(last)) break;
  }
  return end - start > 'www.'.length ? { start, end, prefix } : undefined;
}

function count(masked: string, character: string, start: number, end: number): number {
  let number = 0;
  for (let offset = start; offset < end; offset++) if (masked[offset] === character) number++;
  return number;
}

function mailAddress(masked: string, start: number, end: number): BareLink | undefined {
  // Not beyond the word: a text without the sign would be searched to its end for every one of its words.
  const at = start + masked.slice(start, end).indexOf('@');
  if (at < start) return undefined;
  let from = at;
  while (from > start && /[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]/u.test(masked.charAt(from - 1))) from--;
  let to = at + 1;
  while (to < end && /[\p{L}\p{N}.-]/u.test(masked.charAt(to))) to++;
  while (to > at && /[.-]/.test(masked.charAt(to - 1))) to--;
  const host = masked.slice(at + 1, to);
  return from < at && host.includes('.') ? { start: from, end: to, prefix: 'mailto:' } : undefined;
}
