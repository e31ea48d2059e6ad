import type { Finding } from '../../checks/Finding.js';
import type { RunProblem } from '../LintReport.js';
import type { ExceptedFinding, Exception } from './Exception.js';

export interface SettledFindings {
  /** Those that nothing lets pass, in their order. */
  readonly findings: readonly Finding[];
  readonly excepted: readonly ExceptedFinding[];
  /** The exceptions that meant a finding, whether they still hold or not. */
  readonly used: ReadonlySet<Exception>;
  /** What is wrong with exceptions that meant a finding. */
  readonly problems: readonly RunProblem[];
}

/** What decides about exceptions besides themselves. */
export interface SettleContext {
  /** Of the mail, relative to the working folder, with forward slashes. */
  readonly path: string;
  /** ISO date of the day that counts. */
  readonly day: string;
  /** The rules that may not be ignored. */
  readonly unignorable: ReadonlySet<string>;
}

/**
 * Takes out the findings of a mail that exceptions let pass. An exception that has run out brings its finding back, and a
 * rule that may not be ignored isn't.
 *
 * @param findings with fingerprints.
 * @param exceptions those that may mean the mail; the first that holds counts.
 * @example settleFindings(findings, exceptions, { path: 'a.md', day: '2026-11-24', unignorable: new Set() }).findings
 */
export function settleFindings(
  findings: readonly Finding[],
  exceptions: readonly Exception[],
  context: SettleContext,
): SettledFindings {
  const left: Finding[] = [];
  const excepted: ExceptedFinding[] = [];
  const used = new Set<Exception>();
  const problems: RunProblem[] = [];
  const byRule = groupByRule(exceptions);
  for (const finding of findings) {
    const meant = (byRule.get(finding.rule) ?? []).filter((exception) => covers(exception, finding, context.path));
    for (const exception of meant) used.add(exception);
    const holding = meant.find((exception) => !hasRunOut(exception, context.day));
    const [first] = meant;
    if (first === undefined) left.push(finding);
    else if (context.unignorable.has(finding.rule)) {
      left.push(finding);
      problems.push(...meant.map(mayNotBeIgnored));
    } else if (holding) excepted.push({ finding, exception: granted(holding) });
    else {
      left.push({ ...finding, advice: [finding.advice, ranOut(first)].filter((text) => text !== '').join(' ') });
      problems.push(...meant.map(hasRunOutProblem));
    }
  }
  return { findings: left, excepted, used, problems };
}

/** Whether an exception holds no more on a day (both ISO dates). */
export function hasRunOut({ until }: Pick<Exception, 'until'>, day: string): boolean {
  return until !== undefined && until < day;
}

/** Something about an exception that keeps no mail from being linted. */
export function exceptionProblem({ place }: Pick<Exception, 'place'>, message: string): RunProblem {
  return { ...place, message, level: 'warning' };
}

function groupByRule(exceptions: readonly Exception[]): ReadonlyMap<string, readonly Exception[]> {
  const byRule = new Map<string, Exception[]>();
  for (const exception of exceptions) {
    const group = byRule.get(exception.rule);
    if (group) group.push(exception);
    else byRule.set(exception.rule, [exception]);
  }
  return byRule;
}

function covers(exception: Exception, { range, fingerprint }: Finding, path: string): boolean {
  const { covers: cover } = exception;
  switch (cover.type) {
    case 'range':
      return cover.range.start <= range.start && range.start < cover.range.end;
    case 'fingerprint':
      return cover.fingerprint === fingerprint && (cover.path === undefined || cover.path === path);
  }
}

function granted({ rule: _rule, covers: _covers, ...told }: Exception): ExceptedFinding['exception'] {
  return told;
}

function ranOut({ by, until, reason }: Exception): string {
  return `An exception${by === undefined ? '' : `, granted by ${by}`}, ran out on ${until}. Its reason was: ${reason}`;
}

function hasRunOutProblem(exception: Exception): RunProblem {
  const who = exception.by === undefined ? '' : `, granted by ${exception.by},`;
  return exceptionProblem(
    exception,
    `This exception from ${exception.rule}${who} ran out on ${exception.until}. Change the mail, or have the exception granted anew.`,
  );
}

function mayNotBeIgnored(exception: Exception): RunProblem {
  return exceptionProblem(
    exception,
    `The settings say that ${exception.rule} may not be ignored, so this lets nothing pass. Change the mail, and remove this.`,
  );
}
