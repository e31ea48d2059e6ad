import { sourceRangeOf } from '../mail/MappedText.js';
import type { SourceRange } from '../mail/SourceRange.js';
import type { Sentence } from '../reading/Reading.js';
import type { DensityRule } from '../rulebook/Rule.js';
import type { CheckContext } from './CheckContext.js';
import type { Finding } from './Finding.js';
import { findingTexts, localized } from './findingTexts.js';

/** Of two ranges that have this share of their characters in common, both say the same. */
const sameShare = 0.8;

/** One strong sentence is never too much, and no share of a mail either. */
const fewestPlaces = 2;
const fewestSentencesOfShare = 3;

/**
 * Finds out whether a mail holds too much of what other rules have found: of several kinds, or in too many of its
 * sentences. The report stands on the passage that makes it too much.
 *
 * @param findings what the rules of the first round have found, in source order.
 */
export function checkDensity(
  rule: DensityRule,
  context: CheckContext,
  findings: readonly Finding[],
): readonly Finding[] {
  const counted = findings.filter((finding) => rule.options.counted.includes(finding.rule));
  const sentences = readSentencesOf(context);
  const kinds = untilTooMany(counted, rule.options.fewestRules, sentences);
  if (kinds) return [toFinding(rule, context, kinds, 'default')];
  const share = untilTooLarge(counted, rule.options.largestShare, sentences);
  return share ? [toFinding(rule, context, share, 'share')] : [];
}

/** Where the sentences that a reader sees stand in the source, in its order. */
function readSentencesOf({ reading }: CheckContext): readonly SourceRange[] {
  return reading.sentences
    .filter(isRead)
    .map(({ block, start, end }) => sourceRangeOf(block.text, start, end))
    .sort((one, other) => one.start - other.start);
}

function isRead({ part, start, end }: Sentence): boolean {
  return part !== 'hidden' && end > start;
}

/** The sentences that a passage lies in, found by halving. */
function sentencesOf({ range }: Finding, sentences: readonly SourceRange[]): readonly SourceRange[] {
  let [low, high] = [0, sentences.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sentences[middle]?.end ?? 0) <= range.start) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while ((sentences[end]?.start ?? Number.POSITIVE_INFINITY) < range.end) end += 1;
  return sentences.slice(low, end);
}

/**
 * Passages of different rules up to the one that is too many, in source order. Two rules that report the same words for
 * the same reason count once, and what stands in one sentence is one strong sentence.
 */
function untilTooMany(
  findings: readonly Finding[],
  fewest: number,
  sentences: readonly SourceRange[],
): readonly Finding[] | undefined {
  const different: Finding[] = [];
  for (const finding of findings) {
    if (different.some((other) => other.rule === finding.rule || isSame(other, finding))) continue;
    different.push(finding);
    const places = new Set(different.flatMap((each) => sentencesOf(each, sentences)));
    if (different.length >= fewest && places.size >= fewestPlaces) return different;
  }
  return undefined;
}

/** Whether two findings are about the same words: they cover the same passage and point at the same words in it. */
function isSame(one: Finding, other: Finding): boolean {
  if (!isAlike([one.range], [other.range])) return false;
  if (one.related.length === 0 || other.related.length === 0) return true;
  return isAlike(
    one.related.map(({ range }) => range),
    other.related.map(({ range }) => range),
  );
}

function isAlike(ones: readonly SourceRange[], others: readonly SourceRange[]): boolean {
  const common = ones.reduce((sum, one) => sum + others.reduce((own, other) => own + overlap(one, other), 0), 0);
  return common >= sameShare * Math.max(lengthOf(ones), lengthOf(others));
}

function overlap(one: SourceRange, other: SourceRange): number {
  return Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start));
}

function lengthOf(ranges: readonly SourceRange[]): number {
  return ranges.reduce((sum, { start, end }) => sum + end - start, 0);
}

/** The passages up to the one with which the share of the mail's sentences is too large. */
function untilTooLarge(
  findings: readonly Finding[],
  largest: number | undefined,
  sentences: readonly SourceRange[],
): readonly Finding[] | undefined {
  if (largest === undefined) return undefined;
  const most = Math.max(largest * sentences.length, fewestSentencesOfShare - 1);
  const hit = new Set<SourceRange>();
  for (const [index, finding] of findings.entries()) {
    for (const sentence of sentencesOf(finding, sentences)) hit.add(sentence);
    if (hit.size > most) return findings.slice(0, index + 1);
  }
  return undefined;
}

function toFinding(
  rule: DensityRule,
  { reading }: CheckContext,
  passages: readonly Finding[],
  variant: string,
): Finding {
  const last = passages.at(-1);
  if (!last) throw new RangeError('Too much of something is at least one passage');
  const { language } = reading;
  const label = localized(rule.labels.counted ?? {}, language);
  const rules = [...new Set(passages.map((passage) => passage.rule))];
  return {
    rule: rule.id,
    severity: rule.severity,
    ...findingTexts(rule, language, variant, { count: String(passages.length), rules: rules.join(', ') }),
    text: last.text,
    range: last.range,
    related: passages.map(({ rule: id, text, range }) => ({ label: `${label} (${id})`, text, range })),
    references: rule.references,
  };
}
