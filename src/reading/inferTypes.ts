import type { MailTypeGuess } from '../linter/LintReport.js';
import type { Block, MailType } from '../mail/Mail.js';
import { mailTypes } from '../mail/Mail.js';
import type { MailPart, Sentence } from './Reading.js';

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

/** What a mail has to show before its most likely type is believed: with this score alone the confidence is one half. */
const doubt = 2;

/** What a list or table of priced things says, where no word speaks of an order or of something owed. */
const priceListWeight = 2;

/** One price in a list may be a fee or a sum; several are goods side by side. */
const fewestPrices = 2;

/** Mails of these types list what was bought or is due, or what it will cost from now on. */
const pricingTypes: readonly MailType[] = ['transactional', 'service'];

/**
 * Infers what a mail is for from the `mail-type` signals in it, and from things that it lists with their prices.
 *
 * @returns the types that anything speaks for, the most likely first; the confidence lies between 0 and 1.
 */
export function inferTypes(sentences: readonly Sentence[]): readonly MailTypeGuess[] {
  const scores = new Map<string, number>();
  for (const { signals, part } of sentences) {
    const found = new Set(signals.filter(({ name }) => name === 'mail-type').map(({ polarity }) => polarity ?? ''));
    for (const type of found) scores.set(type, (scores.get(type) ?? 0) + weights[part]);
  }
  if (offersGoods(sentences) && !pricingTypes.some((type) => scores.has(type))) {
    scores.set('marketing', (scores.get('marketing') ?? 0) + priceListWeight);
  }
  const total = [...scores.values()].reduce((sum, score) => sum + score, 0);
  return mailTypes
    .map((type) => ({ type, confidence: (scores.get(type) ?? 0) / (total + doubt) }))
    .filter(({ confidence }) => confidence > 0)
    .sort((a, b) => b.confidence - a.confidence)
    .map(({ type, confidence }) => ({ type, confidence: Math.round(confidence * 100) / 100 }));
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
