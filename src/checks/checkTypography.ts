import type { Block } from '../mail/Mail.js';
import { sourceRangeOf } from '../mail/MappedText.js';
import type { Sentence } from '../reading/Reading.js';
import { sentencesByBlock } from '../reading/sentencesByBlock.js';
import type { TypographyRule } from '../rulebook/Rule.js';
import type { CheckContext } from './CheckContext.js';
import { calmText } from './calmText.js';
import type { Finding } from './Finding.js';
import { findingTexts } from './findingTexts.js';
import type { Shout } from './findShouting.js';
import { findShouting } from './findShouting.js';
import { headingsInCapitals } from './headingsInCapitals.js';
import { isCapitalWord } from './isCapitalWord.js';
import { safeCalm } from './safeCalm.js';
import { visibleSentences } from './visibleSentences.js';

/** Finds words that are set to be loud: runs of capitals, repeated exclamation and question marks. */
export function checkTypography(rule: TypographyRule, context: CheckContext): readonly Finding[] {
  const { reading } = context;
  const explained = explainedForms(reading.sentences);
  const headings = headingsInCapitals(reading.mail, rule.options);
  return [...sentencesByBlock(visibleSentences(reading))].flatMap(([block, sentences]) => {
    const shouts = findShouting(sentences, {
      ...rule.options,
      explained,
      quotes: context.rulebook.languages[sentences[0]?.language ?? '']?.sentences.quotes,
      headings: headings.get(block) ?? [],
    });
    return shouts.map((shout) => toFinding(rule, shout, block, context));
  });
}

/** Short forms that the mail explains: what stands alone in brackets, or before a bracket. */
function explainedForms(sentences: readonly Sentence[]): ReadonlySet<string> {
  const forms = new Set<string>();
  for (const { tokens, block } of sentences) {
    tokens.forEach(({ form }, index) => {
      if (form !== '(') return;
      const alone = tokens[index + 2]?.form === ')' ? tokens[index + 1] : undefined;
      for (const token of [tokens[index - 1], alone]) {
        if (token?.kind !== 'word') continue;
        const text = block.text.value.slice(token.start, token.end);
        if (isCapitalWord(text)) forms.add(text.toUpperCase());
      }
    });
  }
  return forms;
}

function toFinding(rule: TypographyRule, shout: Shout, block: Block, { rulebook }: CheckContext): Finding {
  const text = block.text.value.slice(shout.start, shout.end);
  const { language } = shout.sentence;
  const texts = findingTexts(rule, language, shout.by, { text });
  const areNounsCapitalized = rulebook.languages[language]?.sentences.nounsCapitalized ?? true;
  // A placeholder must stay as it is, to the letter.
  const isFilled = block.placeholders.some(({ start, end }) => start < shout.end && shout.start < end);
  const calm = isFilled ? undefined : calmText(block.text.value, shout, { ...rule.options, areNounsCapitalized });
  const fix = isFilled ? undefined : safeCalm(shout, block);
  return {
    rule: rule.id,
    severity: rule.severity,
    ...texts,
    suggestions: calm === undefined ? texts.suggestions : [calm],
    text,
    range: sourceRangeOf(block.text, shout.start, shout.end),
    related: [],
    references: rule.references,
    ...(fix === undefined ? {} : { fix }),
  };
}
