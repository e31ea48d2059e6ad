import type { MappedText } from '../../mail/MappedText.js';
import { MappedTextBuilder } from '../../mail/MappedTextBuilder.js';
import { EncodedUnits } from './EncodedUnits.js';

/** A text, and whether its charset is one that is known. */
export interface DecodedText {
  readonly text: MappedText;
  readonly isCharsetKnown: boolean;
}

/** What mail programs take a text for whose charset they don't know. */
const fallbackCharset = 'windows-1252';

/** Charsets that say nothing: ASCII never has a byte that would need one. */
const emptyCharsets: ReadonlySet<string> = new Set(['', 'us-ascii', 'ascii', 'ansi_x3.4-1968', 'unknown', 'default']);

/**
 * Decodes bytes in the charset that a mail declares for them; every character keeps the place of the bytes that it was
 * made from.
 *
 * A file is text by the time it is read here. Characters above ASCII in it are bytes, where they can be the bytes of
 * the charset (a file read byte by byte), and characters already, where they can't (a file in UTF-8).
 *
 * @param charset as the mail writes it; empty where it declares none.
 */
export function decodeCharset(encoded: EncodedUnits, charset: string): DecodedText {
  const label = charset.trim().toLowerCase();
  const name = emptyCharsets.has(label) ? undefined : nameOf(label);
  const isCharsetKnown = name !== undefined || emptyCharsets.has(label);
  const isUtf8 = name === 'utf-8' || hasWideUnits(encoded) || (name === undefined && isValidUtf8(bytesOf(encoded)));
  const text = isUtf8 ? decodeUtf8(withUtf8(encoded)) : decodeWith(name ?? fallbackCharset, encoded);
  return { text, isCharsetKnown };
}

/** The name of a charset that can be decoded; undefined for others. */
function nameOf(label: string): string | undefined {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}

function hasWideUnits({ values }: EncodedUnits): boolean {
  return values.some((value) => value > 0xff);
}

function bytesOf({ values }: EncodedUnits): Uint8Array {
  return Uint8Array.from(values);
}

function isValidUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Turns the characters of a text that was read as UTF-8 back into their bytes; bytes that are UTF-8 stay as they are. */
function withUtf8(encoded: EncodedUnits): EncodedUnits {
  if (!hasWideUnits(encoded) && (isPlainAscii(encoded) || isValidUtf8(bytesOf(encoded)))) return encoded;
  const encoder = new TextEncoder();
  const units = new EncodedUnits();
  for (let index = 0; index < encoded.length; index++) {
    const value = encoded.values[index] ?? 0;
    const start = encoded.starts[index] ?? 0;
    let end = encoded.ends[index] ?? start;
    if (value < 0x80 || end - start > 1) {
      units.push(value, start, end);
      continue;
    }
    let character = String.fromCharCode(value);
    if (isHighSurrogate(value) && isLowSurrogate(encoded.values[index + 1] ?? 0)) {
      index++;
      character += String.fromCharCode(encoded.values[index] ?? 0);
      end = encoded.ends[index] ?? end;
    }
    for (const byte of encoder.encode(character)) units.push(byte, start, end);
  }
  return units;
}

function isPlainAscii({ values }: EncodedUnits): boolean {
  return values.every((value) => value < 0x80);
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}

function decodeUtf8(units: EncodedUnits): MappedText {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const builder = new MappedTextBuilder();
  for (let index = 0; index < units.length; ) {
    const value = units.values[index] ?? 0;
    let next = index + 1;
    const last = index + sequenceLength(value);
    while (next < last && isContinuation(units.values[next] ?? 0)) next++;
    const character =
      value < 0x80 ? String.fromCharCode(value) : decoder.decode(Uint8Array.from(units.values.slice(index, next)));
    builder.append(character, units.starts[index] ?? 0, units.ends[next - 1] ?? 0);
    index = next;
  }
  return builder.build();
}

function sequenceLength(lead: number): number {
  if (lead >= 0xf0) return 4;
  if (lead >= 0xe0) return 3;
  return lead >= 0xc0 ? 2 : 1;
}

function isContinuation(byte: number): boolean {
  return byte >= 0x80 && byte <= 0xbf;
}

/** Feeds a decoder byte by byte: what comes out was made from the bytes since it last said something. */
function decodeWith(name: string, units: EncodedUnits): MappedText {
  const decoder = new TextDecoder(name, { ignoreBOM: true });
  const builder = new MappedTextBuilder();
  const byte = new Uint8Array(1);
  let first = 0;
  for (let index = 0; index < units.length; index++) {
    byte[0] = units.values[index] ?? 0;
    const character = decoder.decode(byte, { stream: true });
    if (character === '') continue;
    builder.append(character, units.starts[first] ?? 0, units.ends[index] ?? 0);
    first = index + 1;
  }
  const rest = decoder.decode();
  if (rest !== '') {
    const index = Math.min(first, units.length - 1);
    builder.append(rest, units.starts[index] ?? 0, units.ends[units.length - 1] ?? 0);
  }
  return builder.build();
}
