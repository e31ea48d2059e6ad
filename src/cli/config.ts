import { relative, resolve, sep } from 'node:path';
import type { DescribedSettings } from '../config/describeSettings.js';
import { oneLine } from '../reporters/shared/printable.js';
import { type ExitCode, exitCodes } from './ExitCode.js';
import type { ListFormat } from './exceptions.js';
import { reportProblems } from './reportProblems.js';
import type { Services, SettingsQuestion } from './Services.js';
import type { Terminal } from './Terminal.js';

export interface ConfigOptions extends Pick<SettingsQuestion, 'config' | 'profile'> {
  readonly format: ListFormat;
}

/** `tactful config <file>`: prints the settings that hold for a mail, which need not be there, and where each comes from. */
export async function config(
  file: string,
  { format, ...options }: ConfigOptions,
  terminal: Terminal,
  services: Pick<Services, 'settingsOf'>,
): Promise<ExitCode> {
  const path = relative(terminal.cwd, resolve(terminal.cwd, file)).split(sep).join('/');
  const { described, problems } = await services.settingsOf({ path, cwd: terminal.cwd, ...options });
  reportProblems(problems, terminal);
  if (described) {
    terminal.write(
      format === 'json' ? `${JSON.stringify(dataOf(path, described), null, 2)}\n` : textOf(path, described),
    );
  }
  return problems.length > 0 ? exitCodes.failed : exitCodes.clean;
}

function dataOf(path: string, { files, values, rules }: DescribedSettings): object {
  return {
    path,
    files,
    settings: values,
    rules: Object.fromEntries(rules.map(({ id, ...rule }) => [id, rule])),
  };
}

function textOf(path: string, { files, values, rules }: DescribedSettings): string {
  const rows: readonly (readonly string[])[] = [
    ...values.map(({ name, value, from }) => [name, shown(value), from]),
    ...rules.flatMap(({ id, severity, ignorable, options }) => [
      [id, shown(severity.value), severity.from],
      ...(ignorable ? [['  ignorable', shown(ignorable.value), ignorable.from]] : []),
      ...options.map(({ name, value, from }) => [`  ${name}`, shown(value), from]),
    ]),
  ];
  const sources = files.length === 0 ? 'no settings file' : files.join(', ');
  return `${[oneLine(`${path}: ${sources}`), ...table(rows)].join('\n')}\n`;
}

/** Columns as wide as what stands in them, up to a width that fits a screen. */
export function table(rows: readonly (readonly string[])[]): readonly string[] {
  const cells = rows.map((row) => row.map(safeCell));
  const widths = (cells[0] ?? []).map((_, column) =>
    Math.min(mostWide, Math.max(...cells.map((row) => row[column]?.length ?? 0))),
  );
  return cells.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

const mostWide = 40;

function safeCell(cell: string): string {
  const text = cell.trimStart();
  return ' '.repeat(cell.length - text.length) + oneLine(text);
}

function shown(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
