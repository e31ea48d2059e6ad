import { describe, expect, it } from 'vitest';
import { isAboutWords } from '../../src/checks/isAboutWords.js';
import { ruleLanguages } from '../../src/cli/RuleLanguage.js';
import type { FileReport } from '../../src/linter/LintReport.js';
import { lintText } from '../../src/linter/lintText.js';
import type { Rule } from '../../src/rulebook/Rule.js';
import { rulebook } from '../rulebook.js';
import { type RuleCase, readCases } from './readCases.js';

/** Fewer texts than these would show little of how people write. */
const fewestCases = 15;

/** Of a list of cases, this share at most may be known to be judged wrongly. */
const largestKnownShare = 1 / 3;

/** The same for the texts to flag of the lists below. */
const largestKnownShareOfWeakLists = 4 / 5;

/** What rests on the trained model alone, because its vocabulary is not written yet, or finds little with it. */
const weakLists: ReadonlySet<string> = new Set([
  'false-scarcity de',
  'false-urgency de',
  'guilt-tripping de',
  'obstructed-opt-out de',
  'silent-consent en',
  'threat-of-loss de',
  'threat-of-loss en',
  'trick-question de',
]);

function lintCase(rule: Rule, { mail, format, footer, text }: RuleCase, language: string): FileReport {
  const isPassage = isAboutWords(rule);
  const options = {
    path: 'case',
    format: isPassage ? ('text' as const) : format,
    inherited: { types: [mail] },
    isPassage,
    ...(footer ? { footer } : {}),
  };
  const { report, problems } = lintText(text, options, rulebook);
  expect(problems).toEqual([]);
  expect(report.language).toBe(language);
  return report;
}

function isFlagged(rule: Rule, ruleCase: RuleCase, language: string): boolean {
  return lintCase(rule, ruleCase, language).findings.some((finding) => finding.rule === rule.id);
}

describe.each(rulebook.rules)('cases of $id', (rule) => {
  const cases = readCases(rule.id);

  describe.each(ruleLanguages)('%s', (language) => {
    const { flag, pass } = cases[language];

    it.each(flag.filter(({ known }) => !known))('flags: $text', (ruleCase) => {
      expect(isFlagged(rule, ruleCase, language)).toBe(true);
    });

    it.each(pass.filter(({ known }) => !known))('lets pass: $text', (ruleCase) => {
      expect(isFlagged(rule, ruleCase, language)).toBe(false);
    });

    it('still misses what is marked “known: miss” (take the mark off where it no longer does)', () => {
      const found = flag.filter((ruleCase) => ruleCase.known && isFlagged(rule, ruleCase, language));
      expect(found.map(({ text }) => text)).toEqual([]);
    });

    it('still flags what is marked “known: false-alarm” (take the mark off where it no longer does)', () => {
      const silent = pass.filter((ruleCase) => ruleCase.known && !isFlagged(rule, ruleCase, language));
      expect(silent.map(({ text }) => text)).toEqual([]);
    });

    it('has enough cases, and does not judge too many of them wrongly', () => {
      expect(flag.length).toBeGreaterThanOrEqual(fewestCases);
      expect(pass.length).toBeGreaterThanOrEqual(fewestCases);
      const isWeak = weakLists.has(`${rule.id} ${language}`);
      const missed = flag.filter(({ known }) => known).length / flag.length;
      const falseAlarms = pass.filter(({ known }) => known).length / pass.length;
      expect(missed).toBeLessThanOrEqual(isWeak ? largestKnownShareOfWeakLists : largestKnownShare);
      expect(missed > largestKnownShare).toBe(isWeak);
      expect(falseAlarms).toBeLessThanOrEqual(largestKnownShare);
    });

    it('has no case twice', () => {
      const texts = [...flag, ...pass].map(({ text }) => text);
      expect(new Set(texts).size).toBe(texts.length);
    });
  });
});
