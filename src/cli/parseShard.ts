import { InvalidArgumentError } from 'commander';
import type { Shard } from '../linter/Shard.js';

/**
 * Reads what `--shard` says.
 *
 * @example parseShard('2/5') // { index: 2, count: 5 }
 * @throws InvalidArgumentError unless it is a share of a number of shares.
 */
export function parseShard(value: string): Shard {
  const [, index, count] = (/^(\d{1,6})\/(\d{1,6})$/u.exec(value) ?? []).map(Number);
  if (index === undefined || count === undefined || index < 1 || index > count) {
    throw new InvalidArgumentError('Say which share of how many, such as 2/5 for the second of five.');
  }
  return { index, count };
}
