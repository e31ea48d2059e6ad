import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findsWordings } from '../../src/checks/findsWordings.js';
import { ruleLanguages } from '../../src/cli/RuleLanguage.js';
import { lintText } from '../../src/linter/lintText.js';
import { type MailType, mailTypes } from '../../src/mail/Mail.js';
import { readSignals } from '../../src/rulebook/compileLanguage.js';
import type { Rule } from '../../src/rulebook/Rule.js';
import type { Suggestion } from '../../src/rulebook/Suggestion.js';
import { rulebook } from '../rulebook.js';

/** Fewer would say the same to everybody. */
const fewest = 6;

/** Languages that address readers in two ways. */
const withAddressForms: ReadonlySet<string> = new Set(['de']);

/** What a passage could have for a slot. */
const fills: Readonly<Record<string, string>> = { en: 'by 1 June', de: 'bis zum 1. Juni' };

const rules = rulebook.rules.filter(findsWordings);

function signalsOf(language: string): ReadonlySet<string> {
  const definitions = readSignals(join('rules/vocabulary', language), language);
  return new Set(
    definitions.flatMap(({ signal, patterns }) => [
      signal,
      ...patterns.flatMap(({ polarity }) => (polarity === undefined ? [] : [`${signal}:${polarity}`])),
    ]),
  );
}

const signals = new Map(ruleLanguages.map((language) => [language, signalsOf(language)]));

function slotsOf({ text }: Suggestion): readonly string[] {
  return [...text.matchAll(/\{([^}]*)\}/gu)].map(([, name]) => name ?? '');
}

function typesFor(rule: Rule, { when }: Suggestion): readonly MailType[] {
  return when?.mails ?? rule.mails ?? mailTypes;
}

describe.each(rules)('the better wordings of $id', (rule) => {
  describe.each(ruleLanguages)('in “%s”', (language) => {
    const suggestions = rule.suggestions[language] ?? [];
    const known = signals.get(language) ?? new Set();

    it('are enough, for either form of address', () => {
      const forms = withAddressForms.has(language) ? (['formal', 'familiar'] as const) : ([undefined] as const);
      for (const form of forms) {
        const fitting = suggestions.filter(({ when }) => when?.address === undefined || when.address === form);
        expect(fitting.length).toBeGreaterThanOrEqual(fewest);
      }
      expect(new Set(suggestions.map(({ text }) => text)).size).toBe(suggestions.length);
    });

    it('leave three for a passage of which nothing is known', () => {
      const open = suggestions.filter(
        ({ when, ...one }) =>
          !when?.signals && !when?.mails && when?.address !== 'familiar' && slotsOf(one).length === 0,
      );
      expect(open.length).toBeGreaterThanOrEqual(3);
    });

    it('name signals that there are', () => {
      const named = suggestions.flatMap((one) => [...(one.when?.signals ?? []), ...slotsOf(one)]);
      expect(named.filter((signal) => !known.has(signal))).toEqual([]);
    });

    it('are written for mails that the rule is about', () => {
      const types = suggestions.flatMap(({ when }) => when?.mails ?? []);
      expect(types.filter((type) => !(rule.mails ?? mailTypes).includes(type))).toEqual([]);
    });

    it('have their slots within a sentence', () => {
      expect(suggestions.filter(({ text }) => /(?:^|[.!?:] )\{/u.test(text))).toEqual([]);
    });

    it.each(suggestions)('are fair themselves: $text', (suggestion) => {
      const text = suggestion.text.replaceAll(/\{[^}]*\}/gu, fills[language] ?? '');
      const findings = typesFor(rule, suggestion).flatMap((type) => {
        const inherited = { types: [type], language };
        const { report } = lintText(text, { path: 'better', format: 'text', inherited, isPassage: true }, rulebook);
        return report.findings.map((finding) => `${type}: ${finding.rule}`);
      });
      expect(findings).toEqual([]);
    });
  });
});
