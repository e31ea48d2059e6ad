import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { settingsSchemaFile, settingsSchemaText } from '../../scripts/settingsSchemaText.js';
import { firstSettings } from '../../src/config/firstSettings.js';
import { settingsSchema } from '../../src/config/settingsSchema.js';
import { rulebook } from '../rulebook.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const isValid = new Ajv({ allErrors: true }).compile(settingsSchema(rulebook));

/** Keys that only settings have. */
const telling = ['rules', 'profile', 'provider', 'overrides', 'footer'];

function pages(): readonly string[] {
  const inFolder = (folder: string) =>
    readdirSync(`${root}/${folder}`, { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`);
  return ['README.md', ...['docs', 'rules', 'editors'].flatMap(inFolder)]
    .filter((path) => path.endsWith('.md') && !path.includes('node_modules'))
    .sort();
}

/** The settings that documents show. */
function shownSettings(): readonly (readonly [string, unknown])[] {
  return pages().flatMap((path) => {
    const text = readFileSync(`${root}/${path}`, 'utf8');
    return [...text.matchAll(/^```(?:yaml|yml|json)\n(.*?)^```/gmsu)].flatMap(([, code = '']) => {
      if (code.startsWith('---')) return [];
      const value: unknown = parse(code);
      const isSettings = typeof value === 'object' && value !== null && telling.some((key) => key in value);
      return isSettings ? [[path, value] as const] : [];
    });
  });
}

describe('the schema of settings', () => {
  it('is what the package holds; “npm run build” writes it', () => {
    expect(readFileSync(`${root}/${settingsSchemaFile}`, 'utf8')).toBe(settingsSchemaText(rulebook));
  });

  it('takes all settings that documents show', () => {
    const shown = shownSettings();
    expect(shown.length).toBeGreaterThanOrEqual(6);
    expect(shown.filter(([, value]) => !isValid(value)).map(([path]) => path)).toEqual([]);
  });

  it('takes what “tactful init” writes', () => {
    const text = firstSettings(
      { mails: 9, provider: 'mailchimp', languages: ['de', 'en'], withoutWayOut: 1 },
      './s.json',
    );
    expect(text.split('\n', 1)).toEqual(['# yaml-language-server: $schema=./s.json']);
    expect(isValid(parse(text))).toBe(true);
  });

  it.each([
    ['a setting', { lanugages: ['de'] }],
    ['a profile', { profile: 'ue' }],
    ['a sending service', { provider: 'mailchimpp' }],
    ['a language', { languages: ['dee'] }],
    ['a severity', { rules: { shouting: 'of' } }],
    ['what a rule may be told', { rules: { shouting: { ignorabel: false } } }],
    ['an option', { rules: { 'short-notice': { options: { day: 3 } } } }],
    ['a value of an option', { rules: { 'short-notice': { options: { days: 'three' } } } }],
    ['a setting for some files', { overrides: [{ file: ['a'], rules: {} }] }],
  ])('refuses %s that is misspelled', (_, settings) => {
    expect(isValid(settings)).toBe(false);
  });

  it('takes rules of packs, and options that rules have', () => {
    expect(isValid({ rules: { 'our-own-rule': 'error', 'short-notice': { options: { days: 5 } } } })).toBe(true);
  });
});
