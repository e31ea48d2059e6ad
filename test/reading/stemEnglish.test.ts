import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { stemEnglish } from '../../src/reading/stemEnglish.js';
import { stemmerOf } from '../../src/reading/stemmerOf.js';
import { languageFile } from '../../src/rulebook/languageFile.js';

const { stemming } = languageFile.parse(parse(readFileSync('rules/vocabulary/en/language.yml', 'utf8')));
const stemOf = stemmerOf(stemming ?? { algorithm: 'porter', respelled: [], irregular: {} });

describe('stemEnglish', () => {
  it('brings regular forms together', () => {
    expect(new Set(['cancel', 'cancels', 'cancelled', 'cancelling', 'cancellation'].map(stemEnglish)).size).toBe(1);
  });

  it('leaves words alone that are too long to be any', () => {
    expect(stemEnglish('b'.repeat(1_000_000))).toHaveLength(1_000_000);
  });
});

describe('stemmerOf', () => {
  it.each([
    'lose lost losing loses',
    'pay paid pays paying',
    'withdraw withdrew withdrawn withdrawing',
    'be is are was were been being',
    'do does did done doing',
    'die dies died dying',
    'use uses used using',
    'personalise personalized personalisation personal',
    'authorise authorized authorisation authorizing',
    'analyse analyzed analysing',
    'favour favors favoured',
    'child children',
    'enrolment enrollments enrolment',
    "customer customer's customers",
    'expire expires expiry expired',
  ])('finds one stem for %s', (forms) => {
    expect(new Set(forms.split(' ').map(stemOf)).size).toBe(1);
  });

  it.each([
    'use us',
    'one on',
    'even evening',
    'news new',
    'import important',
    'busy business',
    'person personal',
    'four for',
  ])('keeps %s apart', (forms) => {
    const words = forms.split(' ');
    expect(new Set(words.map(stemOf)).size).toBe(words.length);
  });
});
