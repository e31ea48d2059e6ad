import { groupBy } from '../checks/campaign/groupBy.js';
import { type Finding, severities } from '../checks/Finding.js';
import { byCodeUnits } from './byCodeUnits.js';
import type { FileReport } from './LintReport.js';

/**
 * One report for each file. What a linted mail includes is judged in the mail, where it is known what the mail is for and
 * what else it says, and not once more by itself; what several mails have found in one place of it is told once.
 *
 * @example uniteReports([mail, footerByItself, footerInMail]) // [mail, footerInMail]
 */
export function uniteReports(reports: readonly FileReport[]): readonly FileReport[] {
  return groupBy(reports, ({ path }) => path).flatMap((ofFile) => (ofFile.length === 1 ? ofFile : [united(ofFile)]));
}

function united(reports: readonly FileReport[]): FileReport {
  const included = reports.filter(({ isIncluded }) => isIncluded);
  const byItself = reports.find(({ isIncluded }) => !isIncluded);
  const [first = byItself] = included;
  const source = reports.find((report) => report.source !== '')?.source ?? '';
  const findings = oncePerPlace(included.flatMap((report) => report.findings));
  // One that was united before, in another share of the mails, knows what the file is by itself.
  const base = byItself ?? reports.find(knowsItself) ?? first;
  if (base === undefined) throw new RangeError('There is no report to unite');
  return { ...base, language: base.language ?? first?.language, source, isIncluded: true, findings };
}

function knowsItself({ types, says, unknownLooks }: FileReport): boolean {
  return types.length > 0 || says.length > 0 || unknownLooks !== undefined;
}

/** The gravest of those that one rule has in one place, and of equals that of the first mail, whoever lints it. */
function oncePerPlace(findings: readonly Finding[]): readonly Finding[] {
  const byPlace = new Map<string, Finding>();
  for (const finding of findings) {
    const key = `${finding.rule}\0${finding.range.start}\0${finding.range.end}`;
    const before = byPlace.get(key);
    if (before === undefined || comesFirst(finding, before)) byPlace.set(key, finding);
  }
  return [...byPlace.values()].sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
}

function comesFirst(finding: Finding, before: Finding): boolean {
  const graver = severities.indexOf(finding.severity) - severities.indexOf(before.severity);
  return graver === 0 ? byCodeUnits(mailsOf(finding), mailsOf(before)) < 0 : graver > 0;
}

/** The files of its related places; one of them is the mail that includes the words. */
function mailsOf({ related }: Finding): string {
  return related.map(({ file }) => file?.path ?? '').join('\0');
}
