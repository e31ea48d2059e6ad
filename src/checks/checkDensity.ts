import { firstIndex } from '../mail/firstIndex.js';
import { sourceRangeOf } from '../mail/MappedText.js';
import type { SourceRange } from '../mail/SourceRange.js';
import type { Sentence } from '../reading/Reading.js';
import type { DensityOptions, DensityRule } from '../rulebook/Rule.js';
import type { CheckContext } from './CheckContext.js';
import { CueMatching } from './CueMatching.js';
import type { Finding } from './Finding.js';
import { findingTexts, localized } from './findingTexts.js';

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
  const kinds = untilTooMany(counted, rule.options, sentences);
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

/** The sentences that a passage lies in. */
function sentencesOf({ range }: Finding, sentences: readonly SourceRange[]): readonly SourceRange[] {
  const first = firstIndex(sentences.length, (index) => (sentences[index]?.end ?? 0) > range.start);
  let end = first;
  while ((sentences[end]?.start ?? Number.POSITIVE_INFINITY) < range.end) end += 1;
  return sentences.slice(first, end);
}

/**
 * Passages of different rules up to the one that is too many, in source order. What stands in one sentence is one strong
 * sentence, and too much of nothing.
 */
function untilTooMany(
  findings: readonly Finding[],
  { counted, fewestRules }: DensityOptions,
  sentences: readonly SourceRange[],
): readonly Finding[] | undefined {
  const cues = new CueMatching(counted.length);
  for (const finding of findings) {
    const different = cues.add(finding);
    const places = new Set(different.flatMap((each) => sentencesOf(each, sentences)));
    if (different.length >= fewestRules && places.size >= fewestPlaces) return different;
  }
  return undefined;
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
