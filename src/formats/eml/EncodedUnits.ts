import type { SourceRange } from '../../mail/SourceRange.js';

/**
 * What a stretch of a mail holds after its transfer encoding is taken off: a byte, or a character of the file as it
 * stands, each with the place in the file that it was made from.
 */
export class EncodedUnits {
  readonly values: number[] = [];
  readonly starts: number[] = [];
  readonly ends: number[] = [];

  push(value: number, start: number, end: number): void {
    this.values.push(value);
    this.starts.push(start);
    this.ends.push(end);
  }

  get length(): number {
    return this.values.length;
  }
}

/** Takes what stands there as it is (`7bit`, `8bit`, `binary`). */
export function readPlain(source: string, { start, end }: SourceRange, units = new EncodedUnits()): EncodedUnits {
  for (let offset = start; offset < end; offset++) units.push(source.charCodeAt(offset), offset, offset + 1);
  return units;
}

/**
 * Decodes quoted-printable. Soft line breaks belong to no unit; an equals sign that escapes nothing stands for itself.
 *
 * @param isHeader whether it is the `Q` of an encoded word, where an underscore is a space.
 */
export function readQuotedPrintable(
  source: string,
  { start, end }: SourceRange,
  isHeader = false,
  units = new EncodedUnits(),
): EncodedUnits {
  for (let offset = start; offset < end; ) {
    const unit = source.charCodeAt(offset);
    const escaped = unit === equalsSign ? escapeAt(source, offset, end) : undefined;
    if (escaped !== undefined) {
      if (escaped.value !== undefined) units.push(escaped.value, offset, escaped.end);
      offset = escaped.end;
      continue;
    }
    units.push(isHeader && unit === underscore ? space : unit, offset, offset + 1);
    offset++;
  }
  return units;
}

const equalsSign = 0x3d;
const underscore = 0x5f;
const space = 0x20;

/** No line of quoted-printable may be longer; white space beyond this before a line break is content. */
const longestPadding = 1000;

/** The escape that begins at an equals sign; a soft line break has no value. */
function escapeAt(
  source: string,
  offset: number,
  end: number,
): { readonly value: number | undefined; readonly end: number } | undefined {
  const high = hexValue(source.charCodeAt(offset + 1));
  const low = hexValue(source.charCodeAt(offset + 2));
  if (high !== undefined && low !== undefined && offset + 2 < end) return { value: high * 16 + low, end: offset + 3 };
  let after = offset + 1;
  while (after < end && after - offset < longestPadding && isBlank(source.charCodeAt(after))) after++;
  if (source.charCodeAt(after) === 0x0d && after < end) after++;
  if (source.charCodeAt(after) === 0x0a && after < end) return { value: undefined, end: after + 1 };
  return after >= end ? { value: undefined, end } : undefined;
}

function isBlank(unit: number): boolean {
  return unit === 0x20 || unit === 0x09;
}

function hexValue(unit: number): number | undefined {
  if (unit >= 0x30 && unit <= 0x39) return unit - 0x30;
  if (unit >= 0x41 && unit <= 0x46) return unit - 0x37;
  if (unit >= 0x61 && unit <= 0x66) return unit - 0x57;
  return undefined;
}

/**
 * Decodes base64. What is no sign of it is skipped, padding ends a group of four, a group that breaks off gives the
 * bytes that are complete. A byte's place are the two signs that it is made of.
 */
export function readBase64(
  source: string,
  { start, end }: SourceRange,
  units: EncodedUnits = new EncodedUnits(),
): EncodedUnits {
  let bits = 0;
  let count = 0;
  let previous = start;
  for (let offset = start; offset < end; offset++) {
    const unit = source.charCodeAt(offset);
    if (unit === equalsSign) count = 0;
    const value = base64Value(unit);
    if (value === undefined) continue;
    bits = ((bits << 6) | value) & 0xffff;
    if (count > 0) units.push((bits >> (6 - 2 * count)) & 0xff, previous, offset + 1);
    count = (count + 1) % 4;
    previous = offset;
  }
  return units;
}

function base64Value(unit: number): number | undefined {
  if (unit >= 0x41 && unit <= 0x5a) return unit - 0x41;
  if (unit >= 0x61 && unit <= 0x7a) return unit - 0x47;
  if (unit >= 0x30 && unit <= 0x39) return unit + 4;
  if (unit === 0x2b || unit === 0x2d) return 62;
  if (unit === 0x2f || unit === 0x5f) return 63;
  return undefined;
}
