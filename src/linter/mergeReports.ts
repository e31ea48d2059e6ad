import type { LintReport } from './LintReport.js';
import { orderReport } from './orderReport.js';
import { ReportError } from './ReportError.js';
import { uniteReports } from './uniteReports.js';

/** A report and the name of what it came from. */
export interface NamedReport {
  readonly name: string;
  readonly report: LintReport;
}

/**
 * Makes one report of those of all shards: the same that one run over all mails would have made.
 *
 * @throws ReportError when a mail is in two of them.
 * @example mergeReports([{ name: 'a.json', report }]) // report
 */
export function mergeReports(reports: readonly NamedReport[]): LintReport {
  const owners = new Map<string, string>();
  for (const { name, report } of reports) {
    for (const { path, isIncluded } of report.files) {
      // The mails that include a file may be in several shards.
      if (isIncluded) continue;
      const owner = owners.get(path);
      if (owner !== undefined) {
        throw new ReportError(`“${path}” is in “${owner}” and in “${name}”. Merge the report of each shard once.`);
      }
      owners.set(path, name);
    }
  }
  const packRules = reports.flatMap(({ report }) => report.packRules ?? []);
  return orderReport({
    ...(packRules.length === 0 ? {} : { packRules }),
    files: uniteReports(reports.flatMap(({ report }) => report.files)),
    problems: reports.flatMap(({ report }) => report.problems),
  });
}
