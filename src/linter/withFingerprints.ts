import type { Finding } from '../checks/Finding.js';
import { isAboutWords } from '../checks/isAboutWords.js';
import { wholeMailPlace } from '../checks/wholeMailPlace.js';
import { firstIndex } from '../mail/firstIndex.js';
import { sourceRangeOf } from '../mail/MappedText.js';
import type { SourceRange } from '../mail/SourceRange.js';
import type { Reading } from '../reading/Reading.js';
import type { Rule } from '../rulebook/Rule.js';
import { fingerprint } from './fingerprint.js';

interface PlacedSentence extends SourceRange {
  readonly text: string;
}

/**
 * Gives each finding of a mail its fingerprint, from the sentences that it stands in.
 *
 * @param findings in source order.
 * @param rules those that the findings are from.
 */
export function withFingerprints(
  findings: readonly Finding[],
  reading: Reading,
  rules: readonly Rule[],
): readonly Finding[] {
  if (findings.length === 0) return findings;
  const sentences = placedSentences(reading);
  const aboutWords = new Set(rules.filter(isAboutWords).map(({ id }) => id));
  const whole = wholeMailPlace(reading.mail).range;
  return numbered(findings, (finding) => {
    const isAboutAll = finding.range.start === whole.start && finding.range.end === whole.end;
    return isAboutAll && !aboutWords.has(finding.rule) ? '' : sentencesAt(finding, sentences);
  });
}

/** Gives findings of a mail that have no fingerprint yet one from their own words. */
export function completeFingerprints(findings: readonly Finding[]): readonly Finding[] {
  if (findings.every((finding) => finding.fingerprint !== undefined)) return findings;
  const open = findings.filter((finding) => finding.fingerprint === undefined);
  const completed = new Map(numbered(open, ({ text }) => text).map((finding, index) => [open[index], finding]));
  return findings.map((finding) => completed.get(finding) ?? finding);
}

function numbered(findings: readonly Finding[], wordsOf: (finding: Finding) => string): readonly Finding[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const words = wordsOf(finding);
    const first = fingerprint(finding.rule, words, 1);
    const occurrence = (seen.get(first) ?? 0) + 1;
    seen.set(first, occurrence);
    return { ...finding, fingerprint: occurrence === 1 ? first : fingerprint(finding.rule, words, occurrence) };
  });
}

function placedSentences({ sentences }: Reading): readonly PlacedSentence[] {
  return sentences
    .filter(({ start, end }) => start < end)
    .map(({ block, start, end }) => ({
      ...sourceRangeOf(block.text, start, end),
      text: block.text.value.slice(start, end),
    }))
    .sort((one, other) => one.start - other.start);
}

function sentencesAt({ range, text }: Finding, sentences: readonly PlacedSentence[]): string {
  const texts: string[] = [];
  const behind = firstIndex(sentences.length, (index) => (sentences[index]?.start ?? 0) > range.start);
  for (let at = Math.max(0, behind - 1); at < sentences.length; at += 1) {
    const sentence = sentences[at];
    if (!sentence || sentence.start >= range.end) break;
    if (sentence.end > range.start) texts.push(sentence.text);
  }
  return texts.length === 0 ? text : texts.join(' ');
}
