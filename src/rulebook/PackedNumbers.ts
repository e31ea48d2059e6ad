import { decodeBase64 } from '../reading/scorer/decodeBase64.js';

/**
 * A list of 32-bit whole numbers, little endian, in base64. A language has hundreds of thousands of them, and written out
 * they would take longer to load than a mail takes to be read.
 */
export type PackedNumbers = string;

const bytesEach = 4;
const isLittleEndian = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1;

/** @example unpackNumbers(packNumbers([7, -1])) // Int32Array.of(7, -1) */
export function packNumbers(numbers: readonly number[]): PackedNumbers {
  const view = new DataView(new ArrayBuffer(numbers.length * bytesEach));
  for (const [index, number] of numbers.entries()) view.setInt32(index * bytesEach, number, true);
  return encodeBase64(new Uint8Array(view.buffer));
}

/** The numbers that `packNumbers` has packed. */
export function unpackNumbers(packed: PackedNumbers): Int32Array {
  const { buffer } = decodeBase64(packed);
  if (isLittleEndian) return new Int32Array(buffer);
  const view = new DataView(buffer);
  return Int32Array.from({ length: buffer.byteLength / bytesEach }, (_, index) =>
    view.getInt32(index * bytesEach, true),
  );
}

function encodeBase64(bytes: Uint8Array): string {
  if (typeof Buffer !== 'undefined') return Buffer.from(bytes).toString('base64');
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}
