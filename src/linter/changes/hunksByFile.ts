import type { SourceRange } from '../../mail/SourceRange.js';

/**
 * The new lines of each file in a patch without context, in the order of the files. Names are not read: in a patch they are
 * quoted in ways of their own, and Git tells them in the same order elsewhere.
 *
 * @param patch as `git diff --unified=0` writes it.
 * @returns for each file the ranges of lines, 1-based, end exclusive.
 * @example hunksByFile('diff --git a/x b/x\n@@ -1 +1,2 @@\n-a\n+b\n+c\n') // [[{ start: 1, end: 3 }]]
 */
export function hunksByFile(patch: string): readonly (readonly SourceRange[])[] {
  const files: SourceRange[][] = [];
  for (const line of patch.split('\n')) {
    // Lines of the files themselves begin with a sign or a space.
    if (line.startsWith('diff --git ')) files.push([]);
    const [, start, count = '1'] = /^@@ -\d+(?:,\d+)? \+(\d+)(?:,(\d+))? @@/u.exec(line) ?? [];
    if (start !== undefined && Number(count) > 0) {
      files.at(-1)?.push({ start: Number(start), end: Number(start) + Number(count) });
    }
  }
  return files;
}
