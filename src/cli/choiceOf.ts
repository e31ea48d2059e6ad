import { InvalidArgumentError } from 'commander';
import { didYouMean } from './didYouMean.js';

/**
 * A parser for an option that takes one of a few names.
 *
 * @example choiceOf(['json', 'sarif'])('srif') // throws: Choose json or sarif. …
 * @throws InvalidArgumentError for any other name, with the names there are.
 */
export function choiceOf<Name extends string>(names: readonly Name[]): (value: string) => Name {
  return (value) => {
    const chosen = names.find((name) => name === value);
    if (chosen !== undefined) return chosen;
    const listed = `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
    throw new InvalidArgumentError([`Choose ${listed}.`, didYouMean(value, names)].join(' ').trim());
  };
}
