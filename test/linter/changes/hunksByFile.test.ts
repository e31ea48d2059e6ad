import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hunksByFile } from '../../../src/linter/changes/hunksByFile.js';

describe('hunksByFile', () => {
  it('reads new lines and passes over what was only taken out', () => {
    const patch = [
      'diff --git a/x b/x',
      '@@ -1 +1,2 @@ heading',
      '-a',
      '+diff --git a/y b/y',
      '+@@ -1 +9,9 @@',
      '@@ -5,2 +6,0 @@',
      '-b',
      'diff --git a/y b/z',
      'similarity index 100%',
      '',
    ].join('\n');
    expect(hunksByFile(patch)).toEqual([[{ start: 1, end: 3 }], []]);
  });

  it('takes no line of a file for one of the patch', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), (contents) => {
        const lines = contents.flatMap((content) => content.split('\n')).map((line) => `+${line}`);
        expect(hunksByFile(['diff --git a b', '@@ -0,0 +1 @@', ...lines].join('\n'))).toEqual([[{ start: 1, end: 2 }]]);
      }),
    );
  });
});
