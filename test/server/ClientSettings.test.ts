import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noClientSettings, readClientSettings } from '../../src/server/ClientSettings.js';

describe('readClientSettings', () => {
  it('reads what the command has options for', () => {
    const settings = { profile: 'de', config: 'house.yml', footer: 'injected', workspaceDiagnostics: true } as const;
    expect(readClientSettings(settings)).toEqual(settings);
    expect(readClientSettings({ config: false })).toEqual({ config: false, workspaceDiagnostics: false });
  });

  it('passes over what nobody has set', () => {
    for (const value of [null, undefined, '', [], { profile: '', config: '', footer: '' }, { footer: 'elsewhere' }]) {
      expect(readClientSettings(value)).toEqual(noClientSettings);
    }
  });

  it('survives whatever an editor sends', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(typeof readClientSettings(value).workspaceDiagnostics).toBe('boolean');
      }),
    );
  });
});
