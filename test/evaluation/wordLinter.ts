import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Finding } from '../../src/checks/Finding.js';
import type { TestedLinter } from '../../src/evaluation/TestedLinter.js';
import type { Conveyance, FileReport } from '../../src/linter/LintReport.js';

const ruleWords: Readonly<Record<string, string>> = {
  HURRY: 'false-urgency',
  OBEY: 'coercive-deadline',
  NOEXIT: 'missing-opt-out',
};
const statements: Readonly<Record<string, Conveyance>> = { THANKS: 'trust', LEAVE: 'opt-out' };

/** A linter whose findings can be counted by eye: each of a few words in capitals breaks one rule. */
export function wordLinter(cwd: string): TestedLinter {
  return {
    rules: [
      { id: 'false-urgency', isAboutWords: true },
      { id: 'coercive-deadline', isAboutWords: true },
      { id: 'missing-opt-out', isAboutWords: false },
    ],
    conveyances: ['trust', 'opt-out'],
    isMail: (path) => path.endsWith('.md'),
    lintMails: async (paths) => ({
      files: await Promise.all(paths.map(async (path) => report(path, await readFile(join(cwd, path), 'utf8')))),
      problems: [],
    }),
    inferTypes: ({ source }) => (source.includes('HURRY') ? [{ type: 'marketing', confidence: 0.5 }] : []),
    lintPassage: ({ path, text }) => report(path, text),
  };
}

function report(path: string, source: string): FileReport {
  const findings = [...source.matchAll(/[A-Z]{4,}/g)].flatMap(({ 0: word, index }) => {
    const rule = ruleWords[word];
    return rule === undefined ? [] : [finding(rule, word, index)];
  });
  const says = Object.keys(statements).flatMap((word) => (source.includes(word) ? (statements[word] ?? []) : []));
  return { path, source, types: [], language: 'en', says, findings };
}

function finding(rule: string, text: string, start: number): Finding {
  const range = { start, end: start + text.length };
  return {
    rule,
    severity: 'warning',
    message: '',
    advice: '',
    text,
    range,
    related: [],
    suggestions: [],
    references: [],
  };
}
