import { DecodingMode, EntityDecoder, htmlDecodeTree } from 'entities/decode';

export type ReferenceContext = 'text' | 'attribute' | 'markdown';

export interface DecodedReference {
  readonly text: string;
  /** How many code units of the source it took, the ampersand included. */
  readonly length: number;
}

const modes: Readonly<Record<ReferenceContext, DecodingMode>> = {
  text: DecodingMode.Legacy,
  attribute: DecodingMode.Attribute,
  markdown: DecodingMode.Strict,
};

/** The longest names have 31 characters; longer numbers stand for no character. */
const maxLength = 40;

let decodedText = '';
const decoder = new EntityDecoder(htmlDecodeTree, (codePoint) => {
  decodedText += String.fromCodePoint(codePoint);
});

/**
 * Decodes the character reference that begins with the ampersand at `start`, as a browser would.
 *
 * @returns undefined where the ampersand is just an ampersand.
 * @example decodeCharacterReference('a &uuml; b', 2, 10, 'text') // { text: 'ü', length: 6 }
 */
export function decodeCharacterReference(
  source: string,
  start: number,
  end: number,
  context: ReferenceContext,
): DecodedReference | undefined {
  const input = source.slice(start + 1, Math.min(end, start + maxLength));
  decodedText = '';
  decoder.startEntity(modes[context]);
  const written = decoder.write(input, 0);
  const length = written < 0 ? decoder.end() : written;
  return length <= 0 || decodedText === '' ? undefined : { text: decodedText, length };
}
