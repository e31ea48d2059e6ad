import type { Block, Mail } from '../mail/Mail.js';
import type { Rulebook } from '../rulebook/Rulebook.js';
import { detectLanguage } from './detectLanguage.js';
import { ReadingMemory } from './ReadingMemory.js';

/** Shorter texts are taken to be in the language of the mail: names and labels look alike everywhere. */
const shortestDetected = 60;

/** How sure the detection must be before a block counts as written in another language than the mail. */
const surelyOther = 0.95;

/** So much text is enough to tell a mail's language. */
const longestSample = 4000;

export interface MailLanguages {
  readonly language: string | undefined;
  readonly languageOf: (block: Block) => string | undefined;
}

/** The language of a mail and of each of its blocks: as declared, else detected. */
export function languageOfMail(
  mail: Mail,
  rulebook: Pick<Rulebook, 'languages' | 'languageModel'>,
  memory: ReadingMemory = new ReadingMemory(),
): MailLanguages {
  const texts = memory.languagesBy(rulebook.languageModel);
  const known = (tag: string | undefined): string | undefined => {
    const primary = tag?.toLowerCase().split('-')[0];
    return primary !== undefined && Object.hasOwn(rulebook.languages, primary) ? primary : undefined;
  };
  const detected = (text: string): { language: string | undefined; confidence: number } => {
    const { language, confidence } = texts.recall(text, () => detectLanguage(text, rulebook.languageModel));
    return { language: known(language), confidence };
  };
  const declared = mail.metadata.language?.value ?? mail.children.find(({ role }) => role === 'paragraph')?.language;
  const language = declared === undefined ? detected(sampleOf(mail)).language : known(declared);
  const languageOf = (block: Block): string | undefined => {
    if (block.language !== undefined) return known(block.language);
    if (block.text.value.length < shortestDetected) return language;
    const guess = detected(block.text.value);
    return guess.confidence >= surelyOther ? guess.language : language;
  };
  return { language, languageOf };
}

function sampleOf(mail: Mail): string {
  let sample = '';
  for (const { text } of mail.children) {
    sample += `${text.value}\n`;
    if (sample.length > longestSample) break;
  }
  return sample;
}
