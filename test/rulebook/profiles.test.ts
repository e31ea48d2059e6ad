import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ruleLanguages } from '../../src/cli/RuleLanguage.js';
import { profileFile } from '../../src/rulebook/profileFile.js';
import { profileNamed, UnknownProfileError } from '../../src/rulebook/profileNamed.js';
import { rulebook, rulesFolder } from '../rulebook.js';

const profiles = Object.values(rulebook.profiles);

describe('the profiles', () => {
  it('are named after their files', () => {
    const files = readdirSync(join(rulesFolder, 'profiles')).map((name) => name.replace(/\.yml$/u, ''));
    expect(profiles.map(({ id }) => id).sort()).toEqual(files.sort());
    expect(profiles.length).toBeGreaterThanOrEqual(10);
  });

  it.each(profiles)('$id has its names in both languages, and law that is known', ({ name, about, references }) => {
    for (const language of ruleLanguages) {
      expect(name[language]).toBeTruthy();
      expect(about[language]).toBeTruthy();
    }
    expect(references.filter((id) => !Object.hasOwn(rulebook.references, id))).toEqual([]);
  });

  it('ask for the time that the law names', () => {
    expect(profileNamed('de-payment-services', rulebook).notice?.time).toEqual({ count: 2, unit: 'month' });
    expect(profileNamed('de-telecom', rulebook).notice?.time).toEqual({ count: 1, unit: 'month' });
    expect(profileNamed('de-energy-basic-supply', rulebook).notice?.time).toEqual({ count: 6, unit: 'week' });
    expect(profileNamed('eu-platforms', rulebook).notice?.time).toEqual({ count: 15, unit: 'day' });
  });
});

describe('profileNamed', () => {
  it('throws for an id that nobody has', () => {
    expect(() => profileNamed('constructor', rulebook)).toThrow(UnknownProfileError);
    expect(() => profileNamed('fr', rulebook)).toThrow('There is no profile named “fr”.');
  });
});

describe('a profile’s file', () => {
  const notice = { time: '6 weeks', jurisdiction: 'de', checked: '2026-11-23' };
  const profile = { profile: 'house', name: { en: 'House' }, about: { en: 'All of ours' }, references: ['bgb-308-5'] };

  it('is about announcements of changes unless it says more', () => {
    expect(profileFile.parse({ ...profile, notice }).notice?.mails).toEqual(['terms-update']);
    expect(profileFile.parse({ ...profile, notice: { ...notice, mails: ['consent'] } }).notice?.mails).toEqual([
      'consent',
    ]);
  });

  it.each(['6', 'weeks', '0 days', '1.5 months', '2 years', '-1 days', 'six weeks'])(
    'knows no time of “%s”',
    (time) => {
      expect(profileFile.safeParse({ ...profile, notice: { ...notice, time } }).success).toBe(false);
    },
  );
});
