import { decodeHeader } from '../formats/eml/decodeHeader.js';
import { Relocation } from '../formats/eml/Relocation.js';
import { readMailTexts } from '../formats/eml/readMailTexts.js';
import type { MailFormat } from '../mail/Mail.js';
import type { MappedText } from '../mail/MappedText.js';
import { readVisibleWords } from './readVisibleWords.js';

const visibleHeaders: ReadonlySet<string> = new Set(['subject', 'from']);

/**
 * The words of a mail, as `readVisibleWords` gives them; those of a mail file are decoded first. What is visible in its
 * texts is told without the parsers of the formats here as well.
 */
export function readVisibleWordsOf(source: string, format: MailFormat | undefined): readonly MappedText[] {
  if (format !== 'eml') return readVisibleWords(source);
  const { headers, parts } = readMailTexts(source);
  const seen = headers.filter(({ name }) => visibleHeaders.has(name)).map(({ value }) => decodeHeader(source, value));
  return [...seen, ...parts].flatMap(({ text }) => {
    const relocation = new Relocation(text, 0);
    return readVisibleWords(text.value).map((words) => relocation.text(words));
  });
}
