import { describe, expect, it } from 'vitest';
import { findingTexts, localized } from '../../src/checks/findingTexts.js';
import { wordingRule } from './checkingOf.js';

const rule = wordingRule([], {
  messages: {
    default: { en: '“{limit}” threatens with “{open-end}”.', de: '„{limit}“ droht.' },
    short: { en: 'Short.' },
  },
  advice: { en: 'Better.', de: 'Besser.' },
  suggestions: { en: [{ text: 'So.' }], de: [{ text: 'So!' }] },
});

describe('findingTexts', () => {
  it('fills in the slots', () => {
    const { message } = findingTexts(rule, 'en', 'default', { limit: 'by 3', 'open-end': 'woe' });
    expect(message).toBe('“by 3” threatens with “woe”.');
  });

  it('leaves out a slot without a value', () => {
    expect(findingTexts(rule, 'en', 'default').message).toBe('“” threatens with “”.');
  });

  it('never fills in what a template says', () => {
    const { message } = findingTexts(rule, 'de', 'default', { limit: '{open-end} $& $1 {{ x }}', 'open-end': 'woe' });
    expect(message).toBe('„{open-end} $& $1 {{ x }}“ droht.');
  });

  it('speaks the language of the mail, else English', () => {
    expect(findingTexts(rule, 'de', 'default')).toMatchObject({ advice: 'Besser.', suggestions: ['So!'] });
    expect(findingTexts(rule, 'fr', 'default')).toMatchObject({ advice: 'Better.', suggestions: ['So.'] });
    expect(findingTexts(rule, undefined, 'default')).toMatchObject({ advice: 'Better.', suggestions: ['So.'] });
    expect(findingTexts(rule, 'de', 'short').message).toBe('Short.');
  });

  it('takes the default message for a variant that is not there', () => {
    expect(findingTexts(rule, 'de', 'unheard-of', { limit: 'x' }).message).toBe('„x“ droht.');
  });
});

describe('localized', () => {
  it('is empty for a text in neither language', () => {
    expect(localized({}, 'de')).toBe('');
    expect(localized({ fr: 'x' }, 'de')).toBe('');
  });
});
