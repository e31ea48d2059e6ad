import type { MailTypeGuess } from '../linter/LintReport.js';
import type { Block, MailType } from '../mail/Mail.js';
import { mailTypes } from '../mail/Mail.js';
import type { MailPart, Sentence } from './Reading.js';
import type { MailTypeScores } from './scorer/scorePassages.js';

/** How much a word in a part of the mail says about what the mail is for. */
const weights: Readonly<Record<MailPart, number>> = {
  subject: 3,
  preheader: 2,
  heading: 2,
  opening: 1.5,
  body: 1,
  postscript: 0.5,
  footer: 0.5,
  hidden: 0,
};

/** What a mail has to show by its words before its most likely type is believed by them: with this score alone, one half. */
const doubt = 2;

/** How much the words of the vocabulary weigh against a model's scores; found on mails that the model had not seen. */
const vocabularyWeight = 1.5;

/** What speaks for a mail's being of no known type, in the same measure. */
const unknown = 0;

/** How quickly a lead becomes a certainty: of mails with a lead of 0.7, nineteen in twenty were of that type. */
const steepness = 3;

/** Less than this is not worth telling. */
const leastConfidence = 0.05;

/** What a list or table of priced things says, where no word speaks of an order or of something owed. */
const priceListWeight = 2;

/** One price in a list may be a fee or a sum; several are goods side by side. */
const fewestPrices = 2;

/** Mails of these types list what was bought or is due, or what it will cost from now on. */
const pricingTypes: readonly MailType[] = ['transactional', 'service'];

/**
 * Infers what a mail is for from the `mail-type` signals in it, from things that it lists with their prices, and from
 * what a trained model says of its passages.
 *
 * @param scored what the model said; nothing where there is no model.
 * @returns the types that something speaks for, the most likely first; the confidence lies between 0 and 1.
 */
export function inferTypes(
  sentences: readonly Sentence[],
  scored: readonly MailTypeScores[] = [],
): readonly MailTypeGuess[] {
  const byWords = typesByWords(sentences);
  const guesses = scored.length === 0 ? byWords : joined(byWords, scored);
  return [...guesses]
    .map(([type, confidence]) => ({ type, confidence: Math.round(confidence * 100) / 100 }))
    .filter(({ confidence }) => confidence > 0)
    .sort((a, b) => b.confidence - a.confidence);
}

function typesByWords(sentences: readonly Sentence[]): ReadonlyMap<MailType, number> {
  const scores = new Map<string, number>();
  for (const { signals, part } of sentences) {
    const found = new Set(signals.filter(({ name }) => name === 'mail-type').map(({ polarity }) => polarity ?? ''));
    for (const type of found) scores.set(type, (scores.get(type) ?? 0) + weights[part]);
  }
  if (offersGoods(sentences) && !pricingTypes.some((type) => scores.has(type))) {
    scores.set('marketing', (scores.get('marketing') ?? 0) + priceListWeight);
  }
  const total = [...scores.values()].reduce((sum, score) => sum + score, 0);
  return new Map(mailTypes.map((type) => [type, (scores.get(type) ?? 0) / (total + doubt)]));
}

/** The share of each type among all of them and the unknown, by words and by the model's scores over the mail. */
function joined(
  byWords: ReadonlyMap<MailType, number>,
  scored: readonly MailTypeScores[],
): ReadonlyMap<MailType, number> {
  const strengths = mailTypes.map((type) => {
    const strength = meanScore(type, scored) + vocabularyWeight * (byWords.get(type) ?? 0);
    return [type, Math.exp(steepness * strength)] as const;
  });
  const total = strengths.reduce((sum, [, strength]) => sum + strength, Math.exp(steepness * unknown));
  return new Map(
    strengths.map(([type, strength]) => [type, strength / total > leastConfidence ? strength / total : 0]),
  );
}

function meanScore(type: MailType, scored: readonly MailTypeScores[]): number {
  let sum = 0;
  let weight = 0;
  for (const { sentences, scores } of scored) {
    const partWeight = weights[sentences[0]?.part ?? 'hidden'];
    sum += partWeight * (scores.get(type) ?? -1);
    weight += partWeight;
  }
  return weight === 0 ? -1 : sum / weight;
}

/** Above this confidence a type is a mail's main matter; a subject alone makes it reach this and no more. */
const fewestForMainMatter = 0.6;

/** From this confidence on it is, too, where it is spoken of all over the mail. */
const fewestWhereOftenSaid = 0.5;

/** At least this share of the sentences speaks of the main matter of a mail that has no clear subject. */
const smallestShare = 0.1;

/** Whether an inferred type is plainly what a mail is about, and not one matter among others. */
export function isMainMatter({ type, confidence }: MailTypeGuess, sentences: readonly Sentence[]): boolean {
  if (confidence > fewestForMainMatter) return true;
  const visible = sentences.filter(({ part }) => part !== 'hidden' && part !== 'footer');
  const speaking = visible.filter(({ signals }) =>
    signals.some(({ name, polarity }) => name === 'mail-type' && polarity === type),
  );
  return confidence >= fewestWhereOftenSaid && speaking.length >= visible.length * smallestShare;
}

function offersGoods(sentences: readonly Sentence[]): boolean {
  const priced = sentences.filter(
    ({ block, part, signals }) => part !== 'hidden' && isListed(block) && signals.some(({ name }) => name === 'money'),
  );
  return new Set(priced.map(({ block }) => block)).size >= fewestPrices;
}

function isListed({ role }: Block): boolean {
  return role === 'list-item' || role === 'table-cell';
}
