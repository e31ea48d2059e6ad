import { kindAt } from './characterAt.js';

interface Stretch {
  readonly start: number;
  readonly end: number;
}

const breaking = '<>()[]{}"„“”«»‹›|';
const trailing = ".,;:!?'’…*";
const opening = "'‚‘*";
const localPart = /[\p{L}\p{N}._%+-]/u;
const schemes = ['http://', 'https://', 'ftp://', 'mailto:', 'tel:', 'www.'];

/**
 * Finds web addresses, e-mail addresses and file names in `text` from `start` to `end`, in order. Offsets are UTF-16
 * code units, end exclusive; a full stop or bracket after an address is no part of it.
 *
 * @example findAddresses('see www.example.org.', 0, 20) // [{ start: 4, end: 19 }]
 */
export function findAddresses(text: string, start: number, end: number): readonly Stretch[] {
  const found: Stretch[] = [];
  let chunkStart = start;
  for (let position = start; position <= end; position++) {
    if (position < end && !breaks(text, position)) continue;
    const address = position - chunkStart > 3 ? addressIn(text, chunkStart, position) : undefined;
    if (address) found.push(address);
    chunkStart = position + 1;
  }
  return found;
}

function breaks(text: string, position: number): boolean {
  return breaking.includes(text.charAt(position)) || kindAt(text, position) === 'space';
}

function addressIn(text: string, chunkStart: number, chunkEnd: number): Stretch | undefined {
  let start = chunkStart;
  let end = chunkEnd;
  while (start < end && opening.includes(text.charAt(start))) start++;
  while (end > start && trailing.includes(text.charAt(end - 1))) end--;
  const chunk = text.slice(start, end);
  const lower = chunk.toLowerCase();
  if (schemes.some((scheme) => lower.startsWith(scheme) && chunk.length > scheme.length)) return { start, end };
  const at = chunk.indexOf('@');
  if (at > 0) return mailAddressIn(chunk, at, start);
  return isDomainOrFile(chunk) ? { start, end } : undefined;
}

function mailAddressIn(chunk: string, at: number, offset: number): Stretch | undefined {
  let from = at;
  while (from > 0 && localPart.test(chunk.charAt(from - 1))) from--;
  let to = at + 1;
  while (to < chunk.length && /[\p{L}\p{N}.-]/u.test(chunk.charAt(to))) to++;
  const hasDot = chunk.slice(at + 1, to).includes('.');
  return from < at && hasDot ? { start: offset + from, end: offset + to } : undefined;
}

/** `example.org/path`, `terms.pdf`: labels of letters, digits and hyphens, the last one lower-case letters. */
function isDomainOrFile(chunk: string): boolean {
  const slash = chunk.indexOf('/');
  const labels = (slash < 0 ? chunk : chunk.slice(0, slash)).split('.');
  const last = labels.at(-1) ?? '';
  if (labels.length < 2 || !/^[a-z]{2,24}[0-9]?$/.test(last)) return false;
  const names = labels.slice(0, -1);
  const hasName = names.some((name) => name.length > 1 && /\p{L}/u.test(name));
  return hasName && names.every((name) => /^[\p{L}\p{N}_-]+$/u.test(name));
}
