/**
 * Sets rows as columns of equal width, two spaces apart: the first column to the left, the others to the right.
 *
 * @example formatTable([['rule', 'found'], ['shouting', '3']]) // ['rule      found', 'shouting      3']
 */
export function formatTable(rows: readonly (readonly string[])[]): readonly string[] {
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach((cell, column) => {
      widths[column] = Math.max(widths[column] ?? 0, cell.length);
    });
  }
  return rows.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
}
