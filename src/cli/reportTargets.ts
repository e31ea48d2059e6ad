import { resolve } from 'node:path';
import type { Reporter } from '../reporters/Reporter.js';
import { reporters } from '../reporters/reporters.js';
import { CommandError } from './CommandError.js';
import type { FormatChoice } from './FormatChoice.js';
import type { Terminal } from './Terminal.js';

/** One report to write. */
export interface ReportTarget {
  readonly reporter: Reporter;
  /** Where it goes; to standard output unless given. */
  readonly file?: string;
}

/** Formats that annotations for GitHub may follow on standard output, since people read them and no program does. */
const readByPeople: readonly string[] = ['stylish'];

/**
 * Which reports a run writes and where, in the order in which they are written. `stylish` goes to standard output when no
 * format is asked for. In GitHub Actions `github` follows on standard output by itself, unless it has been asked for
 * already, or a format for programs goes there.
 *
 * @param output what `--output` says: the file of the format that names none.
 * @throws CommandError when two reports would go to the same place, or `--output` has no report.
 */
export async function reportTargets(
  choices: readonly FormatChoice[],
  output: string | undefined,
  terminal: Pick<Terminal, 'cwd' | 'environment'>,
): Promise<readonly ReportTarget[]> {
  const placed = withOutput(choices.length === 0 ? [{ name: 'stylish' }] : choices, output);
  const places = placed.map(({ file }) => (file === undefined ? undefined : resolve(terminal.cwd, file)));
  const taken = placed.find(({ file }, index) => file !== undefined && places.indexOf(places[index]) !== index);
  if (taken?.file !== undefined) {
    throw new CommandError(`Two reports would be written to “${taken.file}”. Give each a file of its own.`);
  }
  const all = wantsAnnotations(placed, terminal) ? [...placed, { name: 'github' }] : placed;
  return Promise.all(all.map(loadTarget));
}

function withOutput(choices: readonly FormatChoice[], output: string | undefined): readonly FormatChoice[] {
  const [first, second] = choices.filter(({ file }) => file === undefined);
  if (first !== undefined && second !== undefined) {
    throw new CommandError(
      `Only one report can go to standard output, not ${first.name} and ${second.name} at once. Name a file: --format ${second.name}=FILE.`,
    );
  }
  if (output === undefined) return choices;
  if (first === undefined) {
    throw new CommandError('--output has nothing to write: every --format names a file of its own. Leave it out.');
  }
  return choices.map((choice) => (choice === first ? { ...choice, file: output } : choice));
}

function wantsAnnotations(choices: readonly FormatChoice[], { environment }: Pick<Terminal, 'environment'>): boolean {
  if (environment.GITHUB_ACTIONS !== 'true' || choices.some(({ name }) => name === 'github')) return false;
  return choices.every(({ name, file }) => file !== undefined || readByPeople.includes(name));
}

async function loadTarget({ name, file }: FormatChoice): Promise<ReportTarget> {
  const named = reporters.find((candidate) => candidate.name === name);
  if (named === undefined) throw new RangeError(`No reporter is named ${name}`);
  const reporter = await named.load();
  return file === undefined ? { reporter } : { reporter, file };
}
