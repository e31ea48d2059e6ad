import { describe, expect, it } from 'vitest';
import { readHeldOut } from '../../src/evaluation/readHeldOut.js';

describe('readHeldOut', () => {
  it('reads the names', () => {
    expect(readHeldOut('files:\n  - a.yml\n  - b.yml\n', 'held-out.yml')).toEqual({
      files: new Set(['a.yml', 'b.yml']),
      problems: [],
    });
  });

  it.each(['files: [', '- a.yml', 'file: [a.yml]', 'files: [[a.yml]]', ''])('hides everything after %j', (source) => {
    const { files, problems } = readHeldOut(source, 'held-out.yml');
    expect(files).toBe('all');
    expect(problems.length).toBeGreaterThan(0);
  });
});
