import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { reporters } from '../../src/reporters/reporters.js';

describe('reporters', () => {
  it('lists every reporter of the folder', () => {
    const files = readdirSync(new URL('../../src/reporters', import.meta.url), { withFileTypes: true })
      .filter((entry) => entry.isFile() && !['Reporter.ts', 'reporters.ts'].includes(entry.name))
      .map((entry) => entry.name.replace('.ts', ''));
    expect(reporters.map((reporter) => reporter.name).sort()).toEqual(files.sort());
  });

  it('loads each under its name', async () => {
    const loaded = await Promise.all(reporters.map((reporter) => reporter.load()));
    expect(loaded.map(({ name }) => name)).toEqual(reporters.map(({ name }) => name));
  });
});
