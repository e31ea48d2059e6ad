import type { RunProblem } from '../linter/LintReport.js';
import { openLabelDocument, readFields, readList, readText } from './labelDocument.js';

export interface HeldOut {
  /** File names in the folder of the list. `'all'` when the list cannot be read: rather too little is shown than too much. */
  readonly files: ReadonlySet<string> | 'all';
  readonly problems: readonly RunProblem[];
}

/**
 * Reads a `held-out.yml`: `files`, the names of files beside it whose texts may be measured on but not be shown.
 *
 * @example readHeldOut('files: [passages-en-oak.yml]', 'corpus/held-out.yml')
 */
export function readHeldOut(source: string, path: string): HeldOut {
  const document = openLabelDocument(source, path);
  if (document.root === undefined) return { files: 'all', problems: document.problems };
  const fields = readFields(document, document.root, 'A list of held-out files', ['files']);
  const names = readList(fields?.get('files', true)).flatMap(
    (node) => readText(document, node, 'A file name', fields) ?? [],
  );
  return { files: document.problems.length > 0 ? 'all' : new Set(names), problems: document.problems };
}
