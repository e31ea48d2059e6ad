import type { StatedStyle } from '../mail/Mail.js';

/** A run of visible characters of one style. */
export interface StyleRun {
  readonly style: StatedStyle;
  length: number;
}

/** The style of a block: of each property the value that most of its characters have. */
export function styleOf(runs: readonly StyleRun[]): StatedStyle {
  const first = runs[0];
  if (first === undefined || runs.length === 1) return first?.style ?? {};
  const fontSize = mostFrequent(runs, (style) => style.fontSize);
  const color = mostFrequent(runs, (style) => style.color);
  const backgroundColor = mostFrequent(runs, (style) => style.backgroundColor);
  const bold = mostFrequent(runs, (style) => style.bold);
  return {
    ...(fontSize !== undefined && { fontSize }),
    ...(color !== undefined && { color }),
    ...(backgroundColor !== undefined && { backgroundColor }),
    ...(bold !== undefined && { bold }),
  };
}

function mostFrequent<Value>(
  runs: readonly StyleRun[],
  property: (style: StatedStyle) => Value | undefined,
): Value | undefined {
  const counts = new Map<Value | undefined, number>();
  for (const { style, length } of runs) counts.set(property(style), (counts.get(property(style)) ?? 0) + length);
  let best: Value | undefined;
  let bestCount = 0;
  for (const [value, count] of counts) {
    if (count > bestCount) {
      best = value;
      bestCount = count;
    }
  }
  return best;
}
