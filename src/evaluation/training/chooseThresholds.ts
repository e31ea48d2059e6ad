import type { ScoreThresholds } from '../../reading/scorer/ScorerModel.js';

/** A passage by an author that the model has not been trained on. */
export interface Judged {
  readonly score: number;
  readonly isPositive: boolean;
  /** Whether a frame is complete in it. */
  readonly hasFrame: boolean;
}

/** Of findings of severity error at most one in fifty may be wrong. */
const surePrecision = 0.98;

/** A model is never sure below this score, however few wrong passages the measured ones hold. */
const leastSure = 0.3;

/**
 * The words of the frames were chosen with the training passages in view, so frames look better there than they are.
 * On authors whom nobody has read, a complete frame with a lower score was wrong too often.
 */
const leastForFrame = -0.3;

const highest = 1;
const gridStep = 0.05;

/**
 * Chooses the scores from which on something counts, from what is found by frames and model together.
 *
 * @param precision what at least to reach with as much recall as can be; undefined for the best F1.
 */
export function chooseThresholds(judged: readonly Judged[], precision: number | undefined): ScoreThresholds {
  const grid = Array.from(
    { length: Math.round((highest - leastForFrame) / gridStep) + 1 },
    (_, at) => leastForFrame + at * gridStep,
  );
  let best = { alone: highest, frame: 0, value: Number.NEGATIVE_INFINITY };
  for (const frame of grid) {
    for (const alone of grid) {
      if (alone < frame) continue;
      const value = worth(judged, frame, alone, precision);
      if (value > best.value) best = { alone, frame, value };
    }
  }
  return { alone: rounded(best.alone), frame: rounded(best.frame), sure: rounded(sureFrom(judged, best.alone)) };
}

function worth(judged: readonly Judged[], frame: number, alone: number, precision: number | undefined): number {
  let right = 0;
  let wrong = 0;
  let missed = 0;
  for (const { score, isPositive, hasFrame } of judged) {
    const isFound = score >= alone || (hasFrame && score >= frame);
    if (isFound && isPositive) right += 1;
    else if (isFound) wrong += 1;
    else if (isPositive) missed += 1;
  }
  if (right === 0) return Number.NEGATIVE_INFINITY;
  if (precision === undefined) return (2 * right) / (2 * right + wrong + missed);
  return right / (right + wrong) >= precision ? right / (right + missed) : Number.NEGATIVE_INFINITY;
}

/** The lowest score above which the model alone is precise enough for an error. */
function sureFrom(judged: readonly Judged[], alone: number): number {
  const sorted = [...judged].sort((a, b) => b.score - a.score);
  let sure = highest;
  let right = 0;
  for (const [index, { score, isPositive }] of sorted.entries()) {
    if (isPositive) right += 1;
    if (right / (index + 1) >= surePrecision) sure = score;
  }
  return Math.max(sure, alone, leastSure);
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
