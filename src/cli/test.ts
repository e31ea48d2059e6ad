import type { RunTestOptions } from '../evaluation/runTest.js';
import { type ExitCode, exitCodes } from './ExitCode.js';
import { reportProblems } from './reportProblems.js';
import type { Services } from './Services.js';
import type { Terminal } from './Terminal.js';
import { wantsColor } from './wantsColor.js';

export const testFormats: readonly RunTestOptions['format'][] = ['stylish', 'json'];

export type TestCommandOptions = Pick<RunTestOptions, 'format' | 'rules' | 'minF1'>;

/** `tactful test <folders…>`: measures the rules on labelled mails and prints the figures. */
export async function test(
  folders: readonly string[],
  { format, rules, minF1 }: TestCommandOptions,
  terminal: Terminal,
  services: Services,
): Promise<ExitCode> {
  const { output, exitCode, problems } = await services.runTest(folders, {
    cwd: terminal.cwd,
    format,
    color: wantsColor(terminal),
    ...(rules === undefined ? {} : { rules }),
    ...(minF1 === undefined ? {} : { minF1 }),
  });
  reportProblems(problems, terminal);
  terminal.write(output);
  return problems.length > 0 ? exitCodes.failed : exitCode;
}
