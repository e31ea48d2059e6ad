import type { Outcome } from './Outcome.js';
import { type Interval, wilsonInterval } from './wilsonInterval.js';

/** What was counted, and the figures that follow from it; a figure without a denominator is undefined. */
export interface Score {
  /** Labels: rules that apply. */
  readonly expected: number;
  /** Labels that at least one report met. */
  readonly found: number;
  /** Labels that no report met. */
  readonly missed: number;
  /** Reports that no label asks for or tolerates. */
  readonly falseAlarms: number;
  /** `found / (found + falseAlarms)`. */
  readonly precision: number | undefined;
  readonly precisionInterval: Interval | undefined;
  /** `found / expected`. */
  readonly recall: number | undefined;
  readonly recallInterval: Interval | undefined;
  /** The harmonic mean of both: `2 · found / (2 · found + missed + falseAlarms)`. */
  readonly f1: number | undefined;
}

/**
 * Counts outcomes. Precision takes the labels that were found for its right reports, not the reports themselves: so
 * every figure can be worked out again from the four counts, and reporting one passage twice gains nothing.
 *
 * @example score([{ …, verdict: 'found' }, { …, verdict: 'missed' }]).recall // 0.5
 */
export function score(outcomes: readonly Outcome[]): Score {
  const count = (verdict: Outcome['verdict']) => outcomes.filter((outcome) => outcome.verdict === verdict).length;
  const found = count('found');
  const missed = count('missed');
  const falseAlarms = count('false-alarm');
  return {
    expected: found + missed,
    found,
    missed,
    falseAlarms,
    precision: share(found, found + falseAlarms),
    precisionInterval: wilsonInterval(found, found + falseAlarms),
    recall: share(found, found + missed),
    recallInterval: wilsonInterval(found, found + missed),
    f1: share(2 * found, 2 * found + missed + falseAlarms),
  };
}

function share(part: number, whole: number): number | undefined {
  return whole === 0 ? undefined : part / whole;
}
