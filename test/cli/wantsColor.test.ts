import { expect, it } from 'vitest';
import type { Terminal } from '../../src/cli/Terminal.js';
import { wantsColor } from '../../src/cli/wantsColor.js';

function wants(environment: Terminal['environment'], isOutputInteractive: boolean): boolean {
  const silent = { cwd: '/', readInput: async () => Buffer.alloc(0), write: () => {}, writeError: () => {} };
  return wantsColor({ ...silent, environment, isOutputInteractive });
}

it('colours on a terminal', () => {
  expect(wants({}, true)).toBe(true);
  expect(wants({}, false)).toBe(false);
  expect(wants({ TERM: 'dumb' }, true)).toBe(false);
});

it('does as NO_COLOR says', () => {
  expect(wants({ NO_COLOR: '1' }, true)).toBe(false);
  expect(wants({ NO_COLOR: '' }, true)).toBe(true);
});

it('does as FORCE_COLOR says before all else', () => {
  expect(wants({ FORCE_COLOR: '1' }, false)).toBe(true);
  expect(wants({ FORCE_COLOR: '1', NO_COLOR: '1' }, false)).toBe(true);
  expect(wants({ FORCE_COLOR: '0' }, true)).toBe(false);
  expect(wants({ FORCE_COLOR: 'false' }, true)).toBe(false);
});
