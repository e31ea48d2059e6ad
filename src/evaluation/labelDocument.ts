import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, type YAMLMap } from 'yaml';
import type { RunProblem } from '../linter/LintReport.js';
import { closestName } from './closestName.js';

/** A YAML file of labels that is being read. What is wrong in it is collected, so that the rest can still be used. */
export interface LabelDocument {
  readonly path: string;
  readonly root: unknown;
  readonly lines: LineCounter;
  readonly problems: RunProblem[];
}

/** Parses a file of labels; text that is no YAML leaves `root` undefined and one problem. */
export function openLabelDocument(source: string, path: string): LabelDocument {
  const lines = new LineCounter();
  // Pretty errors would quote the text, and a list that is held out must not be quoted.
  const document = parseDocument(source, { lineCounter: lines, prettyErrors: false });
  const [error] = document.errors;
  if (error === undefined) return { path, root: document.contents, lines, problems: [] };
  const { line, col } = lines.linePos(error.pos[0]);
  const message = `This is no YAML (${error.code}). Check the quotation marks and the indentation of this line.`;
  return { path, root: undefined, lines, problems: [{ path, message, line, column: col }] };
}

/** The 1-based line that a node stands on. */
export function lineOf(document: LabelDocument, node: unknown): number {
  const offset = isNode(node) ? node.range?.[0] : undefined;
  return offset === undefined ? 1 : document.lines.linePos(offset).line;
}

export function addProblem(document: LabelDocument, node: unknown, message: string): void {
  document.problems.push({ path: document.path, message, line: lineOf(document, node) });
}

/** Reads a map that may hold the given fields; a field of another name is a problem. Undefined when it is no map. */
export function readFields(
  document: LabelDocument,
  node: unknown,
  what: string,
  names: readonly string[],
): YAMLMap | undefined {
  if (!isMap(node)) {
    addProblem(document, node, `${what} must be a map with the fields ${names.join(', ')}.`);
    return undefined;
  }
  for (const { key } of node.items) {
    const name = isScalar(key) ? String(key.value) : '';
    if (!names.includes(name)) addProblem(document, key, unknownName('field', name, names));
  }
  return node;
}

/** Reads text that is not blank; numbers are taken as they stand. A missing or other value is a problem. */
export function readText(document: LabelDocument, node: unknown, what: string, parent: unknown): string | undefined {
  const value = isScalar(node) ? node.value : undefined;
  if (typeof value === 'string' && value.trim() !== '') return value;
  if (typeof value === 'number') return String(value);
  addProblem(document, node ?? parent, `${what} must be text.`);
  return undefined;
}

/** Reads a list; a single value stands for a list of one, nothing for an empty one. */
export function readList(node: unknown): readonly unknown[] {
  if (node === undefined || node === null || (isScalar(node) && node.value === null)) return [];
  return isSeq(node) ? node.items : [node];
}

/** Reads a list whose items come from a closed set; every other item is a problem that names the set. */
export function readNames<Name extends string>(
  document: LabelDocument,
  node: unknown,
  what: string,
  allowed: readonly Name[],
): readonly Name[] {
  return readList(node).flatMap((item) => {
    const value = isScalar(item) ? String(item.value) : '';
    const name = allowed.find((candidate) => candidate === value);
    if (name !== undefined) return [name];
    addProblem(document, item, unknownName(what, value, allowed));
    return [];
  });
}

/** "There is no … named …", with what was probably meant, or with all there is. */
export function unknownName(what: string, name: string, known: readonly string[]): string {
  const meant = closestName(name, known);
  const hint = meant === undefined ? `Known are ${known.join(', ')}.` : `Did you mean "${meant}"?`;
  return `There is no ${what} named "${name}". ${hint}`;
}
