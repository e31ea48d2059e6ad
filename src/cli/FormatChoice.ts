import { InvalidArgumentError } from 'commander';
import { reporters } from '../reporters/reporters.js';
import { choiceOf } from './choiceOf.js';

/** What one `--format` asks for. */
export interface FormatChoice {
  /** The name of a reporter. */
  readonly name: string;
  /** Where the report goes; to standard output unless given. */
  readonly file?: string;
}

export const reporterNames = reporters.map(({ name }) => name);
const parseName = choiceOf(reporterNames);

/**
 * Reads one more `--format`: the name of a format, or `name=file`.
 *
 * @param earlier what `--format` has said before.
 * @example addFormat('sarif=out.sarif', [{ name: 'stylish' }])
 *   // [{ name: 'stylish' }, { name: 'sarif', file: 'out.sarif' }]
 * @throws InvalidArgumentError when there is no such format, or no file after the sign.
 */
export function addFormat(value: string, earlier: readonly FormatChoice[] = []): readonly FormatChoice[] {
  const sign = value.indexOf('=');
  if (sign < 0) return [...earlier, { name: parseName(value) }];
  const name = parseName(value.slice(0, sign));
  const file = value.slice(sign + 1);
  if (file === '') throw new InvalidArgumentError(`Name the file as well: ${name}=FILE.`);
  return [...earlier, { name, file }];
}
