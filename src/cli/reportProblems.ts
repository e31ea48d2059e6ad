import type { RunProblem } from '../linter/LintReport.js';
import { SourceLines } from '../mail/SourceLines.js';
import { codeFrame } from '../reporters/shared/codeFrame.js';
import { describeProblem } from './describeProblem.js';
import type { Terminal } from './Terminal.js';

/** Writes problems to standard error, one a line, each with the lines of the file that it shows, if it shows any. */
export function reportProblems(problems: readonly RunProblem[], terminal: Terminal): void {
  for (const problem of problems) {
    terminal.writeError(`tactful: ${describeProblem(problem)}\n${excerptLines(problem).join('')}`);
  }
}

function excerptLines({ excerpt }: RunProblem): readonly string[] {
  if (!excerpt) return [];
  const lines = codeFrame(new SourceLines(excerpt.source), excerpt.range);
  const width = Math.max(...lines.map((line) => (line === 'gap' ? 0 : String(line.number).length)));
  return lines.flatMap((line) => {
    if (line === 'gap') return ['    ...\n'];
    const number = String(line.number).padStart(width);
    return [`    ${number} | ${line.text}`.trimEnd(), `\n    ${' '.repeat(width)} | ${line.marks}\n`];
  });
}
