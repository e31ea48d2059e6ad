/**
 * A table from words to lists, written as one text: a line for each word, sorted, with a tab before its list. It takes
 * no time to load, however many words it has, and a mail asks for few of them.
 */
export type WordTable = string;

/** @param entries the words, which hold neither tabs nor line breaks, and their lists, whose items hold no spaces. */
export function writeWordTable(entries: Iterable<readonly [string, readonly (string | number)[]]>): WordTable {
  const lines = [...entries].map(([word, list]) => ({ word, list: list.join(' ') }));
  lines.sort((a, b) => (a.word < b.word ? -1 : 1));
  return lines.map(({ word, list }) => `${word}\t${list}\n`).join('');
}

/**
 * The list of a word, found by halving.
 *
 * @returns its items as they are written; none when the word is not in the table.
 * @example lookUp(writeWordTable([['gesperrt', [7, 12]]]), 'gesperrt') // ['7', '12']
 */
export function lookUp(table: WordTable, word: string): readonly string[] {
  let low = 0;
  let high = table.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const start = Math.max(low, table.lastIndexOf('\n', middle - 1) + 1);
    const tab = table.indexOf('\t', start);
    const end = table.indexOf('\n', tab);
    const found = table.slice(start, tab);
    if (found === word) return table.slice(tab + 1, end).split(' ');
    if (found < word) low = end + 1;
    else high = start;
  }
  return [];
}
