import { describe, expect, it } from 'vitest';
import { ruleLanguages } from '../../src/cli/RuleLanguage.js';
import type { FileReport } from '../../src/linter/LintReport.js';
import { isAboutWords, lintText } from '../../src/linter/lintText.js';
import type { Rule } from '../../src/rulebook/Rule.js';
import { rulebook } from '../rulebook.js';
import { type RuleCase, readCases } from './readCases.js';

/** Fewer texts than these would show little of how people write. */
const fewestCases = 15;

/** Of a list of near misses, this share at most may be known to be reported. */
const largestShareOfFalseAlarms = 1 / 3;

/**
 * Of the texts to flag, this share at most may be known to be missed. Rules that rest on the trained model alone in a
 * language, because no vocabulary of theirs is written yet, find the plain wordings only.
 */
const largestShareOfMisses = 4 / 5;

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
      const missed = flag.filter(({ known }) => known);
      const falseAlarms = pass.filter(({ known }) => known);
      expect(missed.length).toBeLessThanOrEqual(flag.length * largestShareOfMisses);
      expect(falseAlarms.length).toBeLessThanOrEqual(pass.length * largestShareOfFalseAlarms);
    });

    it('has no case twice', () => {
      const texts = [...flag, ...pass].map(({ text }) => text);
      expect(new Set(texts).size).toBe(texts.length);
    });
  });
});
