import { InvalidArgumentError } from 'commander';

/**
 * Reads what `--concurrency` says.
 *
 * @example parseConcurrency('4') // 4
 * @throws InvalidArgumentError unless it is `auto` or a number of threads.
 */
export function parseConcurrency(value: string): number | 'auto' {
  if (value === 'auto') return value;
  if (/^[1-9]\d?$/u.test(value)) return Number(value);
  throw new InvalidArgumentError('Give a number of threads from 1 to 99, or auto.');
}
