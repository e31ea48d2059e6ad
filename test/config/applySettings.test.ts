import { describe, expect, it } from 'vitest';
import { applySettings } from '../../src/config/applySettings.js';
import type { RuleSettings, Settings } from '../../src/config/Settings.js';
import { noSettings } from '../../src/config/Settings.js';
import type { RuleSeverity } from '../../src/rulebook/RuleSeverity.js';
import { rulebook } from '../rulebook.js';

function saying(severity: RuleSeverity, by: string): Settings {
  const rule: RuleSettings = { severity: { value: severity, origin: { type: 'profile', id: by } }, options: new Map() };
  return { ...noSettings, rules: new Map([['shouting', rule]]) };
}

describe('applySettings', () => {
  it('gives one rulebook for settings that say the same, whoever says it', () => {
    const applied = applySettings(rulebook, saying('error', 'de'));
    expect(applySettings(rulebook, saying('error', 'strict'))).toBe(applied);
    expect(applied.rules.find(({ id }) => id === 'shouting')?.severity).toBe('error');
  });

  it('gives others for settings that say something else, and for another rulebook', () => {
    const applied = applySettings(rulebook, saying('error', 'de'));
    expect(applySettings(rulebook, saying('off', 'de')).rules).toHaveLength(rulebook.rules.length - 1);
    expect(applySettings({ ...rulebook }, saying('error', 'de'))).not.toBe(applied);
  });
});
