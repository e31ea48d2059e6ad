import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldForm } from '../../src/reading/foldForm.js';

describe('foldForm', () => {
  it.each([
    ['Läuft', 'laeuft'],
    ['LAEUFT', 'laeuft'],
    ['Maßnahme', 'massnahme'],
    ['STRAẞE', 'strasse'],
    ['u\u0308ber', 'ueber'],
    ['don’t', "don't"],
    ['café', 'cafe'],
    ['İzmir', 'izmir'],
    ['Konto\u00adsper\u200brung', 'kontosperrung'],
    ['E‑Mail', 'e-mail'],
    ['1.200,50', '1.200,50'],
  ])('writes %s as %s', (word, form) => {
    expect(foldForm(word)).toBe(form);
  });

  it.each([
    ['𝗦𝗼𝗳𝗼𝗿𝘁', 'sofort'],
    ['ｊｅｔｚｔ', 'jetzt'],
    ['Ⓙⓔⓣⓩⓣ', 'jetzt'],
    ['🅹🅴🆃🆉🆃', 'jetzt'],
    ['Аccоunt', 'account'],
    ['ΝOW', 'now'],
    ['ﬁnal', 'final'],
  ])('sees through the disguise of %s', (word, form) => {
    expect(foldForm(word)).toBe(form);
  });

  it('leaves words that are wholly foreign in their own letters', () => {
    expect(foldForm('Срок')).toBe('срок');
  });

  it('changes nothing when it is used twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (word) => {
        expect(foldForm(foldForm(word))).toBe(foldForm(word));
      }),
    );
  });
});
