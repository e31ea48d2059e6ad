import type { Block } from '../mail/Mail.js';
import { sourceRangeOf } from '../mail/MappedText.js';
import type { Reading, Sentence } from '../reading/Reading.js';
import type { TypographyOptions, TypographyRule } from '../rulebook/Rule.js';
import type { CheckContext } from './CheckContext.js';
import { calmText } from './calmText.js';
import type { Finding } from './Finding.js';
import { findingTexts } from './findingTexts.js';
import type { Shout } from './findShouting.js';
import { findShouting } from './findShouting.js';
import { isCapitalWord } from './isCapitalWord.js';

/** A line of plain text with more words than this is no heading. */
const mostHeadingWords = 8;

/** Finds words that are set to be loud: runs of capitals, repeated exclamation and question marks. */
export function checkTypography(rule: TypographyRule, context: CheckContext): readonly Finding[] {
  const { reading } = context;
  const explained = explainedForms(reading.sentences);
  const styledHeadings = headingsInHouseStyle(reading, rule.options);
  return [...sentencesByBlock(reading.sentences)].flatMap(([block, sentences]) => {
    const shouts = findShouting(sentences, {
      ...rule.options,
      explained,
      quotes: context.rulebook.languages[sentences[0]?.language ?? '']?.sentences.quotes,
      doCapitalsCount: !styledHeadings.has(block),
    });
    return shouts.map((shout) => toFinding(rule, shout, block, context));
  });
}

function sentencesByBlock(sentences: readonly Sentence[]): ReadonlyMap<Block, readonly Sentence[]> {
  const byBlock = new Map<Block, Sentence[]>();
  for (const sentence of sentences) {
    if (sentence.part === 'hidden') continue;
    const own = byBlock.get(sentence.block);
    if (own) own.push(sentence);
    else byBlock.set(sentence.block, [sentence]);
  }
  return byBlock;
}

/** Short forms that the mail explains: what stands alone in brackets, or before a bracket. */
function explainedForms(sentences: readonly Sentence[]): ReadonlySet<string> {
  const forms = new Set<string>();
  for (const { tokens, block } of sentences) {
    const textAt = (index: number) => block.text.value.slice(tokens[index]?.start, tokens[index]?.end);
    tokens.forEach(({ kind }, index) => {
      if (kind !== 'word' || !isCapitalWord(textAt(index))) return;
      const isInBrackets = tokens[index - 1]?.form === '(' && tokens[index + 1]?.form === ')';
      if (isInBrackets || tokens[index + 1]?.form === '(') forms.add(textAt(index).toUpperCase());
    });
  }
  return forms;
}

/** The headings in which capitals show nothing. A plain text has no other way to mark a heading. */
function headingsInHouseStyle({ mail }: Reading, options: TypographyOptions): ReadonlySet<Block> {
  const headings = mail.children.filter(({ role }) => role === 'heading');
  if (options.capitalHeadings) return new Set(headings);
  const lines = mail.format === 'text' ? mail.children.filter(isHeadingLine) : headings;
  const isStyle = lines.length >= options.fewestStyledHeadings && lines.every(isInCapitals);
  return new Set(isStyle ? lines : []);
}

function isHeadingLine(block: Block): boolean {
  const { value } = block.text;
  const isPiece = block.role === 'paragraph' || block.role === 'heading';
  return isPiece && value.split(/\s/u).length <= mostHeadingWords && isInCapitals(block) && !/[.!?]$/u.test(value);
}

function isInCapitals({ text }: Block): boolean {
  return /\p{Lu}/u.test(text.value) && !/\p{Ll}/u.test(text.value.replaceAll('ß', ''));
}

function toFinding(rule: TypographyRule, shout: Shout, block: Block, { rulebook }: CheckContext): Finding {
  const text = block.text.value.slice(shout.start, shout.end);
  const { language } = shout.sentence;
  const texts = findingTexts(rule, language, shout.by, { text });
  const areNounsCapitalized = rulebook.languages[language]?.sentences.nounsCapitalized ?? true;
  const calm = calmText(block.text.value, shout, { ...rule.options, areNounsCapitalized });
  return {
    rule: rule.id,
    severity: rule.severity,
    ...texts,
    suggestions: calm === undefined ? texts.suggestions : [calm],
    text,
    range: sourceRangeOf(block.text, shout.start, shout.end),
    related: [],
    references: rule.references,
  };
}
