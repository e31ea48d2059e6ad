import type { Block } from '../mail/Mail.js';
import { sourceRangeOf } from '../mail/MappedText.js';
import type { Reading } from '../reading/Reading.js';
import { extentOf, wordsOf } from './extentOf.js';
import type { Finding, RelatedPlace } from './Finding.js';
import { findingTexts } from './findingTexts.js';
import type { FrameMatchInPassage, PassageMatch, ScorerMatch } from './findPassages.js';
import type { FindingWordings } from './findsWordings.js';
import type { SignalPlace } from './matchFrame.js';
import { relatedPlaceIn } from './relatedPlaceIn.js';
import { suggestionContextOf } from './SuggestionContext.js';
import { tellingSentences } from './tellingSentences.js';

/** The message for a passage that only the trained model has found. */
const scorerVariant = 'scored';

/** The label for the words that the model's score comes from. */
const telling = 'telling';

/**
 * What is reported of a passage that a rule's frames or the trained model have found.
 *
 * @param reading of the mail that the passage stands in.
 * @param slots what messages may name besides the frame's signals.
 * @returns one finding, or none where the model cannot say where its score comes from.
 */
export function findingsOfMatch(
  rule: FindingWordings,
  match: PassageMatch,
  reading: Reading,
  slots: Readonly<Record<string, string>> = {},
): readonly Finding[] {
  switch (match.by) {
    case 'frame':
      return [findingOfFrame(rule, match, reading, slots)];
    case 'scorer':
      return findingOfScorer(rule, match, reading, slots);
  }
}

function findingOfFrame(
  rule: FindingWordings,
  { frame, places, isConfirmed }: FrameMatchInPassage,
  reading: Reading,
  more: Readonly<Record<string, string>>,
): Finding {
  const block = mainBlock(places);
  const inBlock = places.filter(({ sentence }) => sentence.block === block).map(extentOf);
  const start = Math.min(...inBlock.map((extent) => extent.start));
  const end = Math.max(...inBlock.map((extent) => extent.end));
  const language = places[0]?.sentence.language;
  const sentences = [...new Set(places.map(({ sentence }) => sentence))];
  const slots = { ...Object.fromEntries(places.map((place) => [place.signal.name, wordsOf(place)])), ...more };
  return {
    rule: rule.id,
    severity: isConfirmed ? (frame.severity ?? rule.severity) : 'warning',
    ...findingTexts(rule, language, frame.id, slots, suggestionContextOf(sentences, reading)),
    text: block.text.value.slice(start, end),
    range: sourceRangeOf(block.text, start, end),
    related: eachOnce(places.flatMap((place) => toRelated(rule, place, language))),
    references: rule.references,
  };
}

function findingOfScorer(
  rule: FindingWordings,
  { passage, isSure }: ScorerMatch,
  reading: Reading,
  slots: Readonly<Record<string, string>>,
): readonly Finding[] {
  const sentences = tellingSentences(passage, rule.scorer ?? '');
  const [first, last] = [sentences[0], sentences.at(-1)];
  if (!first || !last) return [];
  const { block, language } = first.sentence;
  const label = rule.labels[telling];
  const related = sentences.flatMap(({ tokens }) =>
    tokens.map((token) => relatedPlaceIn(block, token, label ?? {}, language)),
  );
  return [
    {
      rule: rule.id,
      severity: isSure ? rule.severity : 'warning',
      ...findingTexts(rule, language, scorerVariant, slots, suggestionContextOf(passage.sentences, reading)),
      text: block.text.value.slice(first.sentence.start, last.sentence.end),
      range: sourceRangeOf(block.text, first.sentence.start, last.sentence.end),
      related,
      references: rule.references,
    },
  ];
}

/** A frame may ask twice for a signal, by its name and in one polarity. */
function eachOnce(places: readonly RelatedPlace[]): readonly RelatedPlace[] {
  const byPlace = new Map(places.map((place) => [`${place.label}\n${place.range.start}-${place.range.end}`, place]));
  return [...byPlace.values()];
}

/** Where most of the match stands; of two equal ones the later, which holds the point of what is said. */
function mainBlock(places: readonly SignalPlace[]): Block {
  const counts = new Map<Block, number>();
  for (const { sentence } of places) counts.set(sentence.block, (counts.get(sentence.block) ?? 0) + 1);
  const most = Math.max(...counts.values());
  const blocks = [...counts].filter(([, count]) => count === most).map(([block]) => block);
  const main = blocks.at(-1);
  if (!main) throw new RangeError('A frame without signals matches nothing');
  return main;
}

function toRelated(rule: FindingWordings, place: SignalPlace, language: string | undefined): readonly RelatedPlace[] {
  const label = rule.labels[place.signal.name];
  if (!label) return [];
  return [relatedPlaceIn(place.sentence.block, extentOf(place), label, language)];
}
