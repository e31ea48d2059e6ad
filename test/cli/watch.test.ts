import { describe, expect, it } from 'vitest';
import { watch } from '../../src/cli/watch.js';
import type { LintReport } from '../../src/linter/LintReport.js';
import { run } from './fakeTerminal.js';

const report: LintReport = { files: [], problems: [] };

describe('watch', () => {
  it('lints at once and after changes, also after one during a run', async () => {
    let runs = 0;
    let change: () => void = () => undefined;
    const watched = watch(
      {
        lint: async () => {
          runs += 1;
          if (runs === 2) change();
          if (runs === 4) throw new Error('enough');
          return report;
        },
        write: async () => {
          if (runs === 1 || runs === 3) setImmediate(change);
        },
        watch: async (onChange) => {
          change = onChange;
        },
      },
      { writeError: () => undefined },
    );
    await expect(watched).rejects.toThrow('enough');
    expect(runs).toBe(4);
  });

  it('takes no standard input', async () => {
    const { exitCode, errors, calls } = await run(['-', '--watch', '--stdin-filename', 'a.md']);
    expect({ exitCode, calls }).toEqual({ exitCode: 2, calls: [] });
    expect(errors).toContain('--watch looks at files');
  });
});
