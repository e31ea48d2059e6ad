import { looksOf } from '../mail/looksOf.js';
import type { Block } from '../mail/Mail.js';
import { sourceRangeOf } from '../mail/MappedText.js';
import { formatSize } from '../reading/formatSize.js';
import { MailLooks } from '../reading/MailLooks.js';
import type { Sentence } from '../reading/Reading.js';
import { sentencesByBlock } from '../reading/sentencesByBlock.js';
import type { FinePrintRule } from '../rulebook/Rule.js';
import type { CheckContext } from './CheckContext.js';
import type { Finding } from './Finding.js';
import { findingTexts, localized } from './findingTexts.js';
import { findConditions, type MarkedCondition, type MarkedPlace } from './markedConditions.js';
import { holdsAnySignal } from './matchFrame.js';
import { originPlace } from './originPlace.js';

/**
 * Finds conditions that readers can miss: a sign at a claim (`*`) leads to a condition that is much smaller than the
 * claim and smaller than the rest of the mail, that is pale or hidden, or that stands far away.
 */
export function checkFinePrint(rule: FinePrintRule, context: CheckContext): readonly Finding[] {
  const { reading } = context;
  const sentences = sentencesByBlock(reading.sentences);
  const conditions = findConditions(reading.mail, rule.marks).filter(({ place }) =>
    isCondition(rule, place, sentences.get(place.block) ?? []),
  );
  if (conditions.length === 0) return [];
  const looks = new MailLooks(reading.mail, context.rulebook.prominence);
  return conditions.flatMap((condition) => {
    const manner = mannerOf(rule, condition, looks);
    return manner === undefined ? [] : [toFinding(rule, context, condition, manner)];
  });
}

function isCondition(rule: FinePrintRule, { start, end }: MarkedPlace, sentences: readonly Sentence[]): boolean {
  const around = sentences.filter((sentence) => sentence.start < end && start < sentence.end);
  return holdsAnySignal(rule.conditions, around);
}

interface Manner {
  readonly variant: 'hidden' | 'smaller' | 'pale' | 'far';
  readonly slots: Readonly<Record<string, string>>;
  readonly claim: MarkedPlace;
}

function mannerOf(rule: FinePrintRule, condition: MarkedCondition, looks: MailLooks): Manner | undefined {
  const { place, claims, wordsBetween } = condition;
  const largest = claims.reduce((one, other) => ((sizeOf(other) ?? 0) > (sizeOf(one) ?? 0) ? other : one));
  const style = looksOf(place.block, place.start, place.end)[0]?.style;
  if (place.block.role === 'hidden') return { variant: 'hidden', slots: {}, claim: largest };
  const [size, claimSize] = [style?.fontSize, sizeOf(largest)];
  const isSmaller = size !== undefined && claimSize !== undefined && size < claimSize * rule.claimShare;
  if (isSmaller && size < (looks.bodySize ?? Number.POSITIVE_INFINITY) * rule.bodyShare) {
    return { variant: 'smaller', slots: { size: formatSize(size), claim: formatSize(claimSize) }, claim: largest };
  }
  const contrast = style?.contrast;
  if (contrast !== undefined && contrast < rule.paleContrast) {
    return { variant: 'pale', slots: { contrast: contrast.toFixed(1) }, claim: largest };
  }
  if (wordsBetween <= rule.farWords) return undefined;
  return { variant: 'far', slots: { words: String(wordsBetween) }, claim: claims.at(-1) ?? largest };
}

function sizeOf({ block, start, end }: MarkedPlace): number | undefined {
  return looksOf(block, start, end).at(-1)?.style.fontSize;
}

function toFinding(
  rule: FinePrintRule,
  context: CheckContext,
  { place }: MarkedCondition,
  { variant, slots, claim }: Manner,
): Finding {
  const { language } = context.reading;
  const [run] = looksOf(place.block, place.start, place.end);
  return {
    rule: rule.id,
    severity: rule.severity,
    ...findingTexts(rule, language, variant, slots),
    text: textOf(place),
    range: sourceRangeOf(place.block.text, place.start, place.end),
    related: [
      {
        label: localized(rule.labels.claim ?? {}, language),
        text: textOf(claim),
        range: sourceRangeOf(claim.block.text, claim.start, claim.end),
      },
      ...(variant === 'far' ? [] : originPlace(run, context)),
    ],
    references: rule.references,
  };
}

function textOf({
  block,
  start,
  end,
}: {
  readonly block: Block;
  readonly start: number;
  readonly end: number;
}): string {
  return block.text.value.slice(start, end);
}
