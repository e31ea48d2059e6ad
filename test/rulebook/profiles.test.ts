import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ruleLanguages } from '../../src/cli/RuleLanguage.js';
import { profileNamed, UnknownProfileError } from '../../src/rulebook/profileNamed.js';
import { profileFile } from '../../src/rulebook/schemas.js';
import { rulebook, rulesFolder } from '../rulebook.js';

const profiles = Object.values(rulebook.profiles);

describe('the notice profiles', () => {
  it('are named after their files', () => {
    const files = readdirSync(join(rulesFolder, 'profiles')).map((name) => name.replace(/\.yml$/u, ''));
    expect(profiles.map(({ id }) => id).sort()).toEqual(files.sort());
    expect(profiles.length).toBeGreaterThanOrEqual(10);
  });

  it.each(profiles)('$id has its names in both languages, and law that is known', ({ name, contracts, references }) => {
    for (const language of ruleLanguages) {
      expect(name[language]).toBeTruthy();
      expect(contracts[language]).toBeTruthy();
    }
    expect(references.filter((id) => !Object.hasOwn(rulebook.references, id))).toEqual([]);
  });

  it('ask for the time that the law names', () => {
    expect(profileNamed('de-payment-services', rulebook)?.notice).toEqual({ count: 2, unit: 'month' });
    expect(profileNamed('de-telecom', rulebook)?.notice).toEqual({ count: 1, unit: 'month' });
    expect(profileNamed('de-energy-basic-supply', rulebook)?.notice).toEqual({ count: 6, unit: 'week' });
    expect(profileNamed('eu-platforms', rulebook)?.notice).toEqual({ count: 15, unit: 'day' });
  });
});

describe('profileNamed', () => {
  it('has none for no id, and throws for one that nobody has', () => {
    expect(profileNamed(undefined, rulebook)).toBeUndefined();
    expect(() => profileNamed('constructor', rulebook)).toThrow(UnknownProfileError);
    expect(() => profileNamed('de', rulebook)).toThrow('There is no notice profile named “de”.');
  });
});

describe('a profile’s file', () => {
  const profile = {
    profile: 'house',
    name: { en: 'House' },
    jurisdiction: 'de',
    contracts: { en: 'All of ours' },
    notice: '6 weeks',
    references: ['bgb-308-5'],
    checked: '2026-11-23',
  };

  it('is about announcements of changes unless it says more', () => {
    expect(profileFile.parse(profile).mails).toEqual(['terms-update']);
    expect(profileFile.parse({ ...profile, mails: ['consent'] }).mails).toEqual(['consent']);
  });

  it.each(['6', 'weeks', '0 days', '1.5 months', '2 years', '-1 days', 'six weeks'])(
    'knows no time of “%s”',
    (notice) => {
      expect(profileFile.safeParse({ ...profile, notice }).success).toBe(false);
    },
  );
});
