import { z } from 'zod';
import { foldForm } from '../reading/foldForm.js';
import { stemmingAlgorithms } from '../reading/stemmerOf.js';

const words = z.array(z.string());
const foldedWords = words.transform((list) => list.map(foldForm));
const wordsByWord = z.record(z.string(), words);

const endingInflection = z.strictObject({
  method: z.literal('endings'),
  invariable: words,
  irregular: wordsByWord,
  nouns: z.strictObject({
    endings: words,
    umlauts: z.record(z.string(), z.string()),
    umlautEndings: words,
    replacedEndings: wordsByWord,
  }),
  adjectives: z.strictObject({ endings: words, elidedStems: words }),
  verbs: z.strictObject({
    infinitiveEndings: words,
    regularInfinitives: words,
    regularEndings: words,
    linkedStems: words,
    link: z.string(),
    participlePrefix: z.string(),
    participleEnding: z.string(),
    presentParticipleEnding: z.string(),
    unprefixedInfinitives: words,
    infinitiveMarker: z.string(),
    nominalEnding: z.string(),
    separable: words,
    inseparable: words,
    rarelySeparable: words,
    either: words,
  }),
});

/** A list by word, with the words as texts are compared. */
function byFoldedWord<Schema extends z.ZodType>(value: Schema) {
  return z
    .record(z.string(), value)
    .transform((list) => Object.fromEntries(Object.entries(list).map(([word, entry]) => [foldWords(word), entry])));
}

function foldWords(phrase: string): string {
  return phrase.split(' ').map(foldForm).join(' ');
}

const calendar = z.strictObject({
  months: byFoldedWord(z.int().min(1).max(12)),
  weekdays: byFoldedWord(z.int().min(1).max(7)),
  dayParts: foldedWords,
  following: foldedWords,
  before: foldedWords,
  days: byFoldedWord(z.int().min(0)),
  units: byFoldedWord(
    z.strictObject({
      hours: z.number().positive().exactOptional(),
      days: z.number().positive().exactOptional(),
      months: z.number().positive().exactOptional(),
    }),
  ),
  numbers: byFoldedWord(z.number().positive()),
  periodEnds: byFoldedWord(z.enum(['week', 'month', 'year'])),
});

/** `language.yml`: what the code must know of a language that is no signal. */
export const languageFile = z.strictObject({
  name: z.record(z.string(), z.string()),
  tokens: z.strictObject({ ordinalDot: z.boolean(), ordinalEndings: words }),
  sentences: z.strictObject({
    quotes: z.strictObject({ opening: z.string(), closing: z.string() }),
    nounsCapitalized: z.boolean(),
    abbreviations: words,
    closingAbbreviations: words,
    beforeNumber: words,
    abbreviationEndings: words,
    afterOrdinal: words,
    beforeOrdinal: words,
    starters: words,
    unfinished: words,
  }),
  stemming: z
    .strictObject({
      algorithm: z.enum(stemmingAlgorithms),
      respelled: z.array(z.strictObject({ ending: z.string(), instead: z.string(), shortest: z.int() })),
      irregular: z.record(z.string(), z.string()),
    })
    .exactOptional(),
  afterParticle: words.exactOptional(),
  calendar: calendar.exactOptional(),
  inflection: z.discriminatedUnion('method', [z.strictObject({ method: z.literal('stem') }), endingInflection]),
});
