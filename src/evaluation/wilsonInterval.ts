/** Bounds of a share, both between 0 and 1. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** The two-sided 95 % quantile of the normal distribution. */
const z = 1.959964;

/**
 * The 95 % Wilson score interval of a share. Unlike the plain normal one it holds for few trials and for shares near
 * 0 and 1, which is where rules with few labels are.
 *
 * @returns undefined when there were no trials.
 * @example wilsonInterval(8, 10) // { low: 0.490…, high: 0.943… }
 */
export function wilsonInterval(successes: number, trials: number): Interval | undefined {
  if (trials === 0) return undefined;
  const share = successes / trials;
  const scale = 1 + z ** 2 / trials;
  const middle = (share + z ** 2 / (2 * trials)) / scale;
  const reach = (z / scale) * Math.sqrt((share * (1 - share)) / trials + z ** 2 / (4 * trials ** 2));
  return { low: Math.max(0, middle - reach), high: Math.min(1, middle + reach) };
}
