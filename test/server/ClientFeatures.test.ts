import { describe, expect, it } from 'vitest';
import { clientFeatures } from '../../src/server/ClientFeatures.js';

describe('clientFeatures', () => {
  it.each([
    ['asks for diagnostics and can be told to ask anew (VS Code, Neovim 0.12)', true, true, true],
    ['asks for diagnostics only (Neovim 0.10, Helix)', true, false, false],
    ['cannot ask (Emacs, Vim)', false, false, false],
    ['can be told to ask, but cannot ask', false, true, false],
  ])('a client that %s', (_, asks, refreshSupport, pullsDiagnostics) => {
    const capabilities = {
      textDocument: { publishDiagnostics: {}, ...(asks ? { diagnostic: {} } : {}) },
      workspace: { diagnostics: { refreshSupport } },
    };
    expect(clientFeatures(capabilities).pullsDiagnostics).toBe(pullsDiagnostics);
  });

  it('takes the say of a client that sends nothing for a no', () => {
    expect(Object.values(clientFeatures({})).every((can) => can === false)).toBe(true);
  });
});
