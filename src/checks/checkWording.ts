import { sourceRangeOf } from '../mail/MappedText.js';
import type { Block } from '../mail/Mail.js';
import type { WordingRule } from '../rulebook/Rule.js';
import type { CheckContext } from './CheckContext.js';
import type { Finding, RelatedPlace } from './Finding.js';
import { findingTexts, localized } from './findingTexts.js';
import type { FrameMatch, SignalPlace } from './matchFrame.js';
import { matchFrames } from './matchFrame.js';

/** Finds passages in which the signals of one of the rule's frames come together. */
export function checkWording(rule: WordingRule, { reading }: CheckContext): readonly Finding[] {
  const visible = reading.sentences.filter(({ part }) => part !== 'hidden');
  return matchFrames(rule.frames, visible).map((match) => toFinding(rule, match));
}

function toFinding(rule: WordingRule, { frame, places }: FrameMatch): Finding {
  const block = mainBlock(places);
  const inBlock = places.filter(({ sentence }) => sentence.block === block).map(extentOf);
  const start = Math.min(...inBlock.map((extent) => extent.start));
  const end = Math.max(...inBlock.map((extent) => extent.end));
  const language = places[0]?.sentence.language;
  const slots = Object.fromEntries(places.map((place) => [place.signal.name, textOf(place)]));
  return {
    rule: rule.id,
    severity: frame.severity ?? rule.severity,
    ...findingTexts(rule, language, frame.id, slots),
    text: block.text.value.slice(start, end),
    range: sourceRangeOf(block.text, start, end),
    related: places.flatMap((place) => toRelated(rule, place, language)),
    references: rule.references,
  };
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

function extentOf({ sentence, signal }: SignalPlace): { readonly start: number; readonly end: number } {
  const first = sentence.tokens[signal.start];
  const last = sentence.tokens[signal.end - 1];
  return { start: first?.start ?? sentence.start, end: last?.end ?? sentence.end };
}

function textOf(place: SignalPlace): string {
  const { start, end } = extentOf(place);
  return place.sentence.block.text.value.slice(start, end);
}

function toRelated(rule: WordingRule, place: SignalPlace, language: string | undefined): readonly RelatedPlace[] {
  const label = rule.labels[place.signal.name];
  if (!label) return [];
  const { start, end } = extentOf(place);
  return [
    {
      label: localized(label, language),
      text: textOf(place),
      range: sourceRangeOf(place.sentence.block.text, start, end),
    },
  ];
}
