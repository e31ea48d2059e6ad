import type { RunProblem } from '../linter/LintReport.js';
import { SourceLines } from '../mail/SourceLines.js';
import type { SourceRange } from '../mail/SourceRange.js';
import type { SettingsSource } from './Settings.js';

/** Something wrong at a place of a settings file. */
export interface SettingsMistake {
  /** Plain words: what is wrong, what was expected, what to do. */
  readonly message: string;
  readonly source: SettingsSource;
  readonly range: SourceRange;
}

/** The mistake as a report tells it, with its line and column and the text around it. */
export function toProblem({ message, source, range }: SettingsMistake): RunProblem {
  const place = new SourceLines(source.text).positionAt(range.start);
  return { path: source.path, message, ...place, excerpt: { source: source.text, range } };
}
