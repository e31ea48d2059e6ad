import { describe, expect, it } from 'vitest';
import { isAboutWords } from '../../src/checks/isAboutWords.js';
import { ruleLanguages } from '../../src/cli/RuleLanguage.js';
import type { FileReport, LintReport } from '../../src/linter/LintReport.js';
import { lintText } from '../../src/linter/lintText.js';
import type { Rule } from '../../src/rulebook/Rule.js';
import { rulebook } from '../rulebook.js';
import { lintBundle } from './lintBundle.js';
import { mailOfParts } from './mailOfParts.js';
import { type RuleCase, readCases } from './readCases.js';

/** Fewer texts than these would show little of how people write. */
const fewestCases = 15;

/** The same for rules about several mails or parts, whose cases are small folders. */
const fewestFolders = 6;

/** Of a list of cases, this share at most may be known to be judged wrongly. */
const largestKnownShare = 1 / 3;

async function lintCase(rule: Rule, ruleCase: RuleCase, language: string): Promise<readonly FileReport[]> {
  const { files, problems } = await lint(rule, ruleCase);
  expect(problems).toEqual([]);
  expect(files.map((file) => file.language)).toContain(language);
  return files;
}

async function lint(rule: Rule, { mail, format, footer, text }: RuleCase): Promise<LintReport> {
  if (format === 'folder') return lintBundle(text, rulebook);
  const isPassage = isAboutWords(rule);
  const isFile = format === 'parts';
  const options = {
    path: 'case',
    format: isFile ? ('eml' as const) : isPassage ? ('text' as const) : format,
    inherited: { types: [mail] },
    isPassage,
    ...(footer ? { footer } : {}),
  };
  const { report, problems } = lintText(isFile ? mailOfParts(text) : text, options, rulebook);
  return { files: [report], problems };
}

async function isFlagged(rule: Rule, ruleCase: RuleCase, language: string): Promise<boolean> {
  const files = await lintCase(rule, ruleCase, language);
  return files.some(({ findings }) => findings.some((finding) => finding.rule === rule.id));
}

async function flagged(rule: Rule, cases: readonly RuleCase[], language: string): Promise<readonly RuleCase[]> {
  const verdicts = await Promise.all(cases.map((ruleCase) => isFlagged(rule, ruleCase, language)));
  return cases.filter((_, index) => verdicts[index]);
}

describe.each(rulebook.rules)('cases of $id', (rule) => {
  const cases = readCases(rule.id);

  describe.each(ruleLanguages)('%s', (language) => {
    const { flag, pass } = cases[language];

    it.each(flag.filter(({ known }) => !known))('flags: $text', async (ruleCase) => {
      expect(await isFlagged(rule, ruleCase, language)).toBe(true);
    });

    it.each(pass.filter(({ known }) => !known))('lets pass: $text', async (ruleCase) => {
      expect(await isFlagged(rule, ruleCase, language)).toBe(false);
    });

    it('still misses what is marked “known: miss” (take the mark off where it no longer does)', async () => {
      const marked = flag.filter(({ known }) => known);
      const found = await flagged(rule, marked, language);
      expect(found.map(({ text }) => text)).toEqual([]);
    });

    it('still flags what is marked “known: false-alarm” (take the mark off where it no longer does)', async () => {
      const marked = pass.filter(({ known }) => known);
      const found = new Set(await flagged(rule, marked, language));
      const silent = marked.filter((ruleCase) => !found.has(ruleCase));
      expect(silent.map(({ text }) => text)).toEqual([]);
    });

    it('has enough cases, and does not judge too many of them wrongly', () => {
      const fewest = rule.check === 'campaign' || rule.check === 'parts' ? fewestFolders : fewestCases;
      expect(flag.length).toBeGreaterThanOrEqual(fewest);
      expect(pass.length).toBeGreaterThanOrEqual(fewest);
      const missed = flag.filter(({ known }) => known).length / flag.length;
      const falseAlarms = pass.filter(({ known }) => known).length / pass.length;
      expect(missed).toBeLessThanOrEqual(largestKnownShare);
      expect(falseAlarms).toBeLessThanOrEqual(largestKnownShare);
    });

    it('has no case twice', () => {
      const texts = [...flag, ...pass].map(({ text }) => text);
      expect(new Set(texts).size).toBe(texts.length);
    });
  });
});
