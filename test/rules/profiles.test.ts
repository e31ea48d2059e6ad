import { describe, expect, it } from 'vitest';
import { applySettings } from '../../src/config/applySettings.js';
import { profileSettings } from '../../src/config/profileSettings.js';
import { ruleOptions } from '../../src/rulebook/ruleOptions.js';
import { rulebook } from '../rulebook.js';

const { profiles } = rulebook;

/** Rules that profiles speak of before they are there. */
const plannedRules = [
  'asymmetric-choice',
  'hidden-opt-out',
  'missing-objection',
  'missing-sender-identity',
  'missing-withdrawal',
];

function severityIn(profile: string, id: string): string | undefined {
  const { rules } = applySettings(rulebook, profileSettings(profile, profiles));
  return rules.find((rule) => rule.id === id)?.severity;
}

describe('profiles', () => {
  it('are there', () => {
    expect(Object.keys(profiles)).toEqual(expect.arrayContaining(['de', 'eu', 'strict', 'uk', 'us']));
  });

  it.each(Object.values(profiles))('$id names what is there', (profile) => {
    const { severities, options, references, name, about } = profile;
    const known = rulebook.rules.map(({ id }) => id);
    const unknown = [...Object.keys(severities), ...Object.keys(options)].filter((id) => !known.includes(id));
    expect(unknown.filter((id) => !plannedRules.includes(id))).toEqual([]);
    expect(references.filter((id) => !Object.hasOwn(rulebook.references, id))).toEqual([]);
    expect(profile.extends.filter((id) => !Object.hasOwn(profiles, id))).toEqual([]);
    expect(Object.keys({ ...name, ...about })).toEqual(expect.arrayContaining(['en', 'de']));
  });

  it.each(Object.values(profiles))('$id sets options that the rules take', ({ options }) => {
    for (const rule of rulebook.rules) expect(() => ruleOptions(rule).parse(options[rule.id] ?? {})).not.toThrow();
  });

  it('stand on each other', () => {
    expect(severityIn('de', 'silent-consent')).toBe('error');
    expect(severityIn('de', 'vague-terms-change')).toBe('error');
    expect(severityIn('eu', 'vague-terms-change')).toBe('warning');
    expect(severityIn('us', 'silent-consent')).toBe('warning');
    expect(severityIn('strict', 'guilt-tripping')).toBe('error');
  });

  it('end where they stand on each other in a circle', () => {
    const circle = Object.fromEntries(
      ['a', 'b'].map((id) => [
        id,
        {
          id,
          name: {},
          about: {},
          extends: [id === 'a' ? 'b' : 'a'],
          severities: { [id]: 'off' as const },
          options: {},
          references: [],
        },
      ]),
    );
    expect([...profileSettings('a', circle).rules.keys()].sort()).toEqual(['a', 'b']);
  });
});
