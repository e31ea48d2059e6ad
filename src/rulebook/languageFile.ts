import { z } from 'zod';
import { stemmingAlgorithms } from '../reading/stemmerOf.js';

const words = z.array(z.string());
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
  inflection: z.discriminatedUnion('method', [z.strictObject({ method: z.literal('stem') }), endingInflection]),
});
