import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { LintReport, PackRule } from '../linter/LintReport.js';
import type { FailOn, ReporterContext, RuleSummary } from '../reporters/Reporter.js';
import { failsRun } from '../reporters/shared/failsRun.js';
import { hasFailingFinding } from '../reporters/shared/hasFailingFinding.js';
import { CommandError } from './CommandError.js';
import { type ExitCode, exitCodes } from './ExitCode.js';
import { projectFolderOf } from './projectFolderOf.js';
import { reportProblems } from './reportProblems.js';
import type { ReportTarget } from './reportTargets.js';
import type { RuleDescription, Services } from './Services.js';
import type { Terminal } from './Terminal.js';
import { version } from './version.js';
import { wantsColor } from './wantsColor.js';

/**
 * Ends a run: writes its problems to standard error and its reports to where they belong.
 *
 * @returns how the process is to end.
 * @throws CommandError when a report cannot be written to its file; the others are written all the same.
 */
export async function writeReports(
  report: LintReport,
  { targets, failOn }: { readonly targets: readonly ReportTarget[]; readonly failOn: FailOn },
  terminal: Terminal,
  services: Pick<Services, 'loadRules'>,
): Promise<ExitCode> {
  reportProblems(report.problems, terminal);
  const context: ReporterContext = {
    version,
    color: false,
    rules: [...(await services.loadRules()), ...(report.packRules ?? []).map(withoutAddress)].map(ruleSummary),
    cwd: terminal.cwd,
    projectFolder: projectFolderOf(terminal),
    failOn,
  };
  const unwritten: string[] = [];
  for (const { reporter, file } of targets) {
    if (file === undefined) terminal.write(reporter.report(report, { ...context, color: wantsColor(terminal) }));
    else if (!(await canWrite(resolve(terminal.cwd, file), reporter.report(report, context)))) unwritten.push(file);
  }
  const names = unwritten.map((file) => `“${file}”`).join(', ');
  if (names === '') return exitCodeOf(report, failOn);
  throw new CommandError(`The report could not be written to ${names}. Check that its folder may be written to.`);
}

async function canWrite(path: string, text: string): Promise<boolean> {
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
    return true;
  } catch {
    return false;
  }
}

function withoutAddress(rule: PackRule): RuleDescription {
  return { ...rule, url: '' };
}

function ruleSummary({ id, severity, description, page, url }: RuleDescription): RuleSummary {
  return { id, severity, description: description.en ?? '', helpMarkdown: page.en ?? '', url };
}

function exitCodeOf(report: LintReport, failOn: FailOn): ExitCode {
  if (report.problems.some(({ level }) => level === undefined)) return exitCodes.failed;
  if (report.problems.some((problem) => failsRun(problem, failOn))) return exitCodes.findings;
  const fails = report.files.some((file) => hasFailingFinding(file, failOn));
  return fails ? exitCodes.findings : exitCodes.clean;
}
