import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/evaluation/evaluate.js';
import type { TestedLinter } from '../../src/evaluation/TestedLinter.js';
import { conveyances, type FileReport } from '../../src/linter/LintReport.js';
import { rulebook } from '../rulebook.js';

const root = resolve(import.meta.dirname, '../..');

/** Says nothing about any mail, so that everything labelled is missed. */
const silentLinter: TestedLinter = {
  rules: rulebook.rules.map(({ id }) => ({ id, isAboutWords: true })),
  conveyances,
  isMail: (path) => /\.(?:mjml|md|html|txt)$/.test(path),
  lintMails: async (paths) => ({
    files: await Promise.all(paths.map(async (path) => silentReport(path, await readFile(join(root, path), 'utf8')))),
    problems: [],
  }),
  inferTypes: () => [],
  lintPassage: ({ path, text }) => silentReport(path, text),
};

function silentReport(path: string, source: string): FileReport {
  return { path, source, types: [], language: undefined, says: [], findings: [] };
}

describe('the labels of corpus and fixtures', () => {
  it('are well formed, name known rules, and quote what stands in the mails', async () => {
    const { problems, unmeasured } = await evaluate(['corpus', 'fixtures'], { cwd: root }, silentLinter);
    expect(problems).toEqual([]);
    expect(unmeasured).toEqual([]);
  });

  it('keep two lists of each language out of sight', async () => {
    const { files, misses, heldOut } = await evaluate(['corpus'], { cwd: root }, silentLinter);
    const hidden = files.filter(({ isHeldOut }) => isHeldOut);
    expect(hidden.map(({ language }) => language)).toEqual(['de', 'de', 'en', 'en']);
    expect(heldOut?.overall.missed).toBeGreaterThan(0);
    expect(misses.filter(({ path }) => hidden.some((file) => file.path === path))).toEqual([]);
  });
});
