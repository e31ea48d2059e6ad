import type { CascadeOptions, CascadeRule, TranslationOptions, TranslationRule } from '../../../src/rulebook/Rule.js';

const base = {
  check: 'campaign',
  severity: 'warning',
  description: { en: 'What it is about.' },
  advice: { en: 'Do better.' },
  suggestions: { en: [{ text: 'Better.' }] },
  references: [],
  page: {},
} as const;

export function cascadeRule(options: Partial<CascadeOptions> = {}): CascadeRule {
  const standard = {
    mostMails: 2,
    shortestInterval: 3,
    intervalsFrom: 3,
    mostLastChances: 1,
    mostMoves: 1,
    sharedWords: 0.5,
    sharedWordsWithLink: 0.25,
    lastChance: {},
  };
  return {
    ...base,
    id: 'cascade',
    about: 'cascade',
    labels: { earlier: { en: 'earlier' } },
    messages: {
      default: { en: 'again' },
      count: { en: 'mail {count}' },
      interval: { en: 'mail {count} after {days}' },
      'last-chance': { en: 'last {chance}' },
      moved: { en: '{from} to {to}' },
    },
    options: { ...standard, ...options },
  };
}

export function translationRule(options: Partial<TranslationOptions> = {}): TranslationRule {
  const standard = {
    rights: { 'objection-right': [], 'opt-out': ['withdrawal-right'] },
    harsh: ['threat'],
    days: true,
  } as const;
  return {
    ...base,
    id: 'translation',
    about: 'translation',
    labels: { other: { en: 'other' }, date: { en: 'day' }, 'in-de': { en: 'German' } },
    messages: {
      default: { en: 'differs' },
      right: { en: 'right {right} in {language}' },
      date: { en: 'date {date}' },
      harsher: { en: 'harsh {rule}' },
    },
    options: { ...standard, ...options },
  };
}
