import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyReplacements } from '../../../src/linter/fix/applyFixes.js';
import { unifiedDiff } from '../../../src/linter/fix/unifiedDiff.js';

/** Applies a patch as far as such patches go: it trusts the numbers of the old file. */
function patched(source: string, patch: string): string {
  const old = source.split('\n');
  const out: string[] = [];
  let at = 0;
  for (const line of patch.split('\n').slice(2)) {
    const [, start] = /^@@ -(\d+),/u.exec(line) ?? [];
    if (start !== undefined) {
      while (at < Number(start) - 1) out.push(old[at++] ?? '');
    } else if (line.startsWith(' ')) out.push(old[at++] ?? '');
    else if (line.startsWith('-')) at += 1;
    else if (line.startsWith('+')) out.push(line.slice(1));
  }
  return [...out, ...old.slice(at)].join('\n');
}

describe('unifiedDiff', () => {
  it('is empty where nothing changes', () => {
    expect(unifiedDiff('a.md', 'text', [])).toBe('');
  });

  it('says where a file has no line break at its end, and quotes odd names', () => {
    expect(unifiedDiff('a\n.md', 'x!!', [{ range: { start: 1, end: 3 }, text: '!' }])).toBe(
      '--- "a/a\\n.md"\n+++ "b/a\\n.md"\n@@ -1,1 +1,1 @@\n-x!!\n\\ No newline at end of file\n+x!\n\\ No newline at end of file\n',
    );
  });

  it('gives what the replacements give', () => {
    const line = fc.constantFrom('a!!!', 'b', '', 'c!! d!!', 'e\r');
    fc.assert(
      fc.property(fc.array(line, { maxLength: 40 }), (lines) => {
        const source = lines.join('\n');
        const replacements = [...source.matchAll(/!+/gu)].map(({ index, 0: marks }) => ({
          range: { start: index, end: index + marks.length },
          text: '!',
        }));
        fc.pre(replacements.length > 0);
        expect(patched(source, unifiedDiff('a', source, replacements))).toBe(applyReplacements(source, replacements));
      }),
    );
  });
});
