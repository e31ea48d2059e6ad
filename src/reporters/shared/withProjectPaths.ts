import { posix, relative, sep } from 'node:path';
import type { Finding, RelatedPlace } from '../../checks/Finding.js';
import type { ExceptedFinding } from '../../linter/exceptions/Exception.js';
import type { LintReport } from '../../linter/LintReport.js';
import type { ReporterContext } from '../Reporter.js';

/**
 * The same report with paths relative to the project's folder, for hosts that find files by such paths only. Nothing
 * changes where the working folder is the project's.
 *
 * @example withProjectPaths(report, { ...context, cwd: '/project/mails', projectFolder: '/project' })
 */
export function withProjectPaths(report: LintReport, { cwd, projectFolder }: ReporterContext): LintReport {
  const way = relative(projectFolder, cwd).split(sep).join('/');
  if (way === '') return report;
  const inProject = (path: string): string => posix.normalize(posix.join(way, path));
  const inProjectToo = (place: RelatedPlace): RelatedPlace =>
    place.file === undefined ? place : { ...place, file: { ...place.file, path: inProject(place.file.path) } };
  const placed = (finding: Finding): Finding => ({ ...finding, related: finding.related.map(inProjectToo) });
  const granted = ({ finding, exception }: ExceptedFinding): ExceptedFinding => ({
    finding: placed(finding),
    exception: { ...exception, place: { ...exception.place, path: inProject(exception.place.path) } },
  });
  return {
    ...report,
    files: report.files.map(({ excepted, known, ...file }) => ({
      ...file,
      path: inProject(file.path),
      findings: file.findings.map(placed),
      ...(excepted === undefined ? {} : { excepted: excepted.map(granted) }),
      ...(known === undefined ? {} : { known: known.map(placed) }),
    })),
    problems: report.problems.map((problem) =>
      problem.path === undefined ? problem : { ...problem, path: inProject(problem.path) },
    ),
  };
}
