const blockSize = 100;
const base = 37n;
const endOfFile = 0xffff;
const space = 0x20;
const tab = 0x09;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;

interface HashedText {
  /** The UTF-16 code units that count, the end of the file as one of them. */
  readonly units: readonly number[];
  /** Where lines start among them. */
  readonly lineStarts: readonly number[];
}

/**
 * GitHub's `primaryLocationLineHash` of every line, as its upload action computes it where a report has none: a hash of the
 * hundred code units that follow the start of the line, without spaces and tabs, line breaks made alike; then a colon and
 * how often this hash has come up in the file.
 *
 * @example lineHashes('') // ['c129715d7a2bc9a3:1']
 */
export function lineHashes(source: string): readonly string[] {
  const { units, lineStarts } = readUnits(source);
  const leaving = BigInt.asUintN(64, base ** BigInt(blockSize));
  const occurrences = new Map<string, number>();
  const hashes: string[] = [];
  let hash = 0n;
  for (let end = 1; hashes.length < lineStarts.length; end += 1) {
    const entered = BigInt(units[end - 1] ?? 0);
    const left = BigInt(units[end - 1 - blockSize] ?? 0);
    hash = BigInt.asUintN(64, hash * base + entered - leaving * left);
    if (lineStarts[hashes.length] !== end - blockSize) continue;
    const text = hash.toString(16);
    const occurrence = (occurrences.get(text) ?? 0) + 1;
    occurrences.set(text, occurrence);
    hashes.push(`${text}:${occurrence}`);
  }
  return hashes;
}

function readUnits(source: string): HashedText {
  const units: number[] = [];
  const lineStarts = [0];
  for (let offset = 0; offset < source.length; offset += 1) {
    const unit = source.charCodeAt(offset);
    if (unit === space || unit === tab) continue;
    if (unit === lineFeed && source.charCodeAt(offset - 1) === carriageReturn) continue;
    const endsLine = unit === lineFeed || unit === carriageReturn;
    units.push(endsLine ? lineFeed : unit);
    if (endsLine) lineStarts.push(units.length);
  }
  units.push(endOfFile);
  return { units, lineStarts };
}
