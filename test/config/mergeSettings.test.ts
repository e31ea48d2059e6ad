import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { footerSettings } from '../../src/checks/CheckContext.js';
import { mergeSettings } from '../../src/config/mergeSettings.js';
import { noSettings, type RuleSettings, type Settings, type Stated } from '../../src/config/Settings.js';
import { ruleSeverities } from '../../src/rulebook/RuleSeverity.js';

function stated<Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Stated<Value>> {
  const origin = fc.record({ type: fc.constant('option' as const), name: fc.constantFrom('a', 'b', 'c') });
  return fc.record({ value, origin });
}

const rule: fc.Arbitrary<RuleSettings> = fc
  .record(
    {
      severity: stated(fc.constantFrom(...ruleSeverities)),
      options: fc.array(fc.tuple(fc.constantFrom('mails', 'links'), stated(fc.nat()))),
    },
    { requiredKeys: ['options'] },
  )
  .map(({ options, ...settings }) => ({ ...settings, options: new Map(options) }));

const layer: fc.Arbitrary<Settings> = fc
  .record(
    {
      profile: stated(fc.constantFrom('de', 'uk')),
      footer: stated(fc.constantFrom(...footerSettings)),
      ignored: stated(fc.constantFrom('a/**', 'b/**')),
      packs: fc.array(stated(fc.constantFrom('one', 'two'))),
      rules: fc.array(fc.tuple(fc.constantFrom('one', 'two', 'constructor'), rule)),
    },
    { requiredKeys: ['packs', 'rules'] },
  )
  .map(({ rules, ...settings }) => ({ ...settings, rules: new Map(rules) }));

describe('mergeSettings', () => {
  it('brings layers together in any grouping', () => {
    fc.assert(
      fc.property(layer, layer, layer, (low, middle, high) => {
        expect(mergeSettings(mergeSettings(low, middle), high)).toEqual(
          mergeSettings(low, mergeSettings(middle, high)),
        );
      }),
    );
  });

  it('changes nothing where nothing is set', () => {
    fc.assert(
      fc.property(layer, (one) => {
        expect(mergeSettings(noSettings, one)).toEqual(one);
        expect(mergeSettings(one, noSettings)).toEqual(one);
      }),
    );
  });

  it('lets the upper layer win, severity and options each by itself', () => {
    const origin = { type: 'option', name: 'x' } as const;
    const of = (settings: RuleSettings): Settings => ({ ...noSettings, rules: new Map([['one', settings]]) });
    const low = of({ severity: { value: 'error', origin }, options: new Map([['links', { value: 1, origin }]]) });
    const high = of({ severity: { value: 'off', origin }, options: new Map([['mails', { value: 2, origin }]]) });
    const merged = mergeSettings(low, high).rules.get('one');
    expect(merged?.severity?.value).toBe('off');
    expect([...(merged?.options.keys() ?? [])]).toEqual(['links', 'mails']);
  });
});
