import { posix } from 'node:path';
import { explainIssue } from '../../config/explainIssue.js';
import type { SettingsSource } from '../../config/Settings.js';
import { parseSettings } from '../../config/SettingsDocument.js';
import { type SettingsMistake, toProblem } from '../../config/SettingsMistake.js';
import { SourceLines } from '../../mail/SourceLines.js';
import type { RunProblem } from '../LintReport.js';
import type { Exception } from './Exception.js';
import { exceptionsFile } from './exceptionsFile.js';

export interface ReadExceptions {
  readonly exceptions: readonly Exception[];
  readonly problems: readonly RunProblem[];
}

const keys: readonly string[] = ['rule', 'fingerprint', 'reason', 'by', 'until', 'file', 'sentence'];

/** Reads the text of a `tactful-exceptions.yml`. Nothing passes where something in it is wrong. */
export function readExceptionsFile(source: SettingsSource): ReadExceptions {
  const parsed = parseSettings(source);
  if ('mistakes' in parsed) return broken(parsed.mistakes.slice(0, 1));
  const { document } = parsed;
  const result = exceptionsFile.safeParse(document.value ?? {});
  if (!result.success) {
    return broken(
      result.error.issues.flatMap((issue) =>
        explainIssue(issue, document, [], (place) => (place.length === 0 ? ['exceptions'] : keys)),
      ),
    );
  }
  const entries = result.data.exceptions.map((entry, index) => ({ entry, place: ['exceptions', index] as const }));
  const outside = entries.filter(({ entry }) => entry.file !== undefined && leadsOut(entry.file));
  if (outside.length > 0) {
    return broken(
      outside.map(({ place }) => ({
        message: 'This leads out of the folder of this file. Name a mail in it or below it.',
        source,
        range: document.rangeOf([...place, 'file']),
      })),
    );
  }
  const folder = posix.dirname(source.path);
  const lines = new SourceLines(source.text);
  const exceptions = entries.map(({ entry, place }): Exception => {
    const { rule, fingerprint, reason, by, until, file } = entry;
    return {
      rule,
      reason,
      origin: 'file',
      place: { path: source.path, ...lines.positionAt(document.rangeOf(place).start) },
      covers: { type: 'fingerprint', fingerprint, ...(file === undefined ? {} : { path: posix.join(folder, file) }) },
      ...(by === undefined ? {} : { by }),
      ...(until === undefined ? {} : { until }),
    };
  });
  return { exceptions, problems: [] };
}

function broken(mistakes: readonly SettingsMistake[]): ReadExceptions {
  return { exceptions: [], problems: mistakes.map(toProblem) };
}

function leadsOut(file: string): boolean {
  return posix.isAbsolute(file) || posix.normalize(file).startsWith('../') || /^[a-z]:/iu.test(file);
}
