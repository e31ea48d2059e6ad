import type { ExceptedFinding } from '../linter/exceptions/Exception.js';
import type { LintFilesOptions } from '../linter/lintFiles.js';
import { oneLine, printable } from '../reporters/shared/printable.js';
import { type ExitCode, exitCodes } from './ExitCode.js';
import { reportProblems } from './reportProblems.js';
import type { Services } from './Services.js';
import type { Terminal } from './Terminal.js';

export const listFormats = ['text', 'json'] as const;
export type ListFormat = (typeof listFormats)[number];

export interface ExceptionsOptions extends Pick<LintFilesOptions, 'config'> {
  readonly format: ListFormat;
}

interface ListedException {
  readonly path: string;
  readonly excepted: ExceptedFinding;
}

/**
 * `tactful exceptions [patterns…]`: lists what exceptions let pass, with reasons, and what is wrong with exceptions.
 *
 * @returns 1 where an exception is of no use or has run out, 2 where mails could not be linted.
 */
export async function exceptions(
  patterns: readonly string[],
  { format, ...options }: ExceptionsOptions,
  terminal: Terminal,
  services: Pick<Services, 'lintFiles'>,
): Promise<ExitCode> {
  const chosen = patterns.length === 0 ? ['.'] : patterns;
  const { files, problems } = await services.lintFiles(chosen, { cwd: terminal.cwd, baseline: false, ...options });
  const listed = files.flatMap(({ path, excepted = [] }) => excepted.map((one) => ({ path, excepted: one })));
  reportProblems(problems, terminal);
  terminal.write(format === 'json' ? `${JSON.stringify(listed.map(listedData), null, 2)}\n` : textOf(listed));
  if (problems.length === 0) return exitCodes.clean;
  return problems.some(({ level }) => level === undefined) ? exitCodes.failed : exitCodes.findings;
}

function listedData({ path, excepted: { finding, exception } }: ListedException): object {
  const { rule, severity, fingerprint, text } = finding;
  return { path, rule, severity, fingerprint, text, ...exception };
}

function textOf(listed: readonly ListedException[]): string {
  if (listed.length === 0) return 'No exceptions let anything pass.\n';
  const count = listed.length === 1 ? '1 finding is' : `${listed.length} findings are`;
  return `${listed.map(entryText).join('\n')}\n${count} let pass.\n`;
}

function entryText({ path, excepted: { finding, exception } }: ListedException): string {
  const { place, reason, by, until } = exception;
  const terms = [by === undefined ? '' : `by ${by}`, until === undefined ? '' : `until ${until}`].filter(Boolean);
  return [
    `${printable(path)}  ${printable(finding.rule)}  ${finding.fingerprint ?? ''}`.trimEnd(),
    `  “${oneLine(finding.text)}”`,
    `  Reason: ${oneLine(reason)}${terms.length > 0 ? ` (${oneLine(terms.join(', '))})` : ''}`,
    `  Granted in ${printable(place.path)}:${place.line}:${place.column}`,
    '',
  ].join('\n');
}
