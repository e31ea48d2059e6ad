import type { RunProblem } from '../linter/LintReport.js';
import { jsonText } from '../reporters/shared/jsonText.js';
import { type EvaluateOptions, evaluate } from './evaluate.js';
import { formatResult } from './formatResult.js';
import type { TestedLinter } from './TestedLinter.js';
import type { Figures, TestResult } from './TestResult.js';

export interface RunTestOptions extends EvaluateOptions {
  readonly format: 'stylish' | 'json';
  /** The F1 over all rules, 0 to 1, that must be reached, on held-out files too where there are some. */
  readonly minF1?: number;
  readonly color: boolean;
}

export interface TestRun {
  readonly output: string;
  /** 0 when all went well, 1 when F1 is too low, 2 when anything was wrong with the patterns, rules or labels. */
  readonly exitCode: 0 | 1 | 2;
  readonly problems: readonly RunProblem[];
}

/**
 * `tactful test`: measures a linter on labelled mails and passages, and prints the figures with each miss and each
 * false alarm.
 *
 * @example const { output } = await runTest(['corpus'], { cwd, format: 'stylish', color: true }, linter);
 */
export async function runTest(
  patterns: readonly string[],
  options: RunTestOptions,
  linter: TestedLinter,
): Promise<TestRun> {
  const result = await evaluate(patterns, options, linter);
  const output = options.format === 'json' ? jsonText(result) : formatResult(result, options.color);
  return { output, exitCode: exitCodeOf(result, options.minF1), problems: result.problems };
}

function exitCodeOf(result: TestResult, minF1: number | undefined): TestRun['exitCode'] {
  if (result.problems.length > 0) return 2;
  const isTooLow = (figures: Figures | undefined) => (figures?.overall.f1 ?? 1) < (minF1 ?? 0);
  return isTooLow(result.open) || isTooLow(result.heldOut) ? 1 : 0;
}
