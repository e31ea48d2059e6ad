import { isSeq } from 'yaml';
import { type Conveyance, conveyances, type RunProblem } from '../linter/LintReport.js';
import { type MailType, mailTypes } from '../mail/Mail.js';
import {
  addProblem,
  type LabelDocument,
  lineOf,
  openLabelDocument,
  readFields,
  readList,
  readNames,
  readText,
} from './labelDocument.js';
import { readRule } from './readRule.js';

/** A few sentences out of a mail, with what people say about them. */
export interface Passage {
  readonly id: string;
  readonly types: readonly MailType[];
  readonly text: string;
  /** Ids of the rules that it breaks. */
  readonly expect: readonly string[];
  /** Ids of rules that a fair reviewer could apply or not. */
  readonly tolerate: readonly string[];
  readonly says: readonly Conveyance[];
  /** 1-based, in the list. */
  readonly line: number;
}

export interface ReadPassages {
  readonly passages: readonly Passage[];
  readonly problems: readonly RunProblem[];
}

const fieldNames = ['id', 'mail', 'text', 'expect', 'tolerate', 'says'];

/**
 * Reads a passages list. A passage in which anything is wrong is left out, with a problem that tells its line.
 *
 * @param knownRules ids to hold slips in rule names against.
 * @example readPassages('- id: a\n  mail: consent\n  text: Agree!\n  expect: []\n', 'passages.yml', new Set())
 */
export function readPassages(source: string, path: string, knownRules: ReadonlySet<string>): ReadPassages {
  const document = openLabelDocument(source, path);
  if (document.root === undefined) return { passages: [], problems: document.problems };
  if (document.root !== null && !isSeq(document.root)) {
    addProblem(document, document.root, 'A passages list must be a list whose entries start with "- id: …".');
    return { passages: [], problems: document.problems };
  }
  const passages = readList(document.root).flatMap((item) => readPassage(document, item, knownRules) ?? []);
  reportRepeatedIds(document, passages);
  return { passages, problems: document.problems };
}

function readPassage(document: LabelDocument, item: unknown, knownRules: ReadonlySet<string>): Passage | undefined {
  const problemsBefore = document.problems.length;
  const fields = readFields(document, item, 'A passage', fieldNames);
  if (fields === undefined) return undefined;
  const id = readText(document, fields.get('id', true), 'The id of a passage', fields);
  const text = readText(document, fields.get('text', true), 'The text of a passage', fields);
  const types = readNames(document, fields.get('mail', true), 'mail type', mailTypes);
  if (!fields.has('mail'))
    addProblem(document, item, `The mail type is missing: "mail: " and one of ${mailTypes.join(', ')}.`);
  if (!fields.has('expect'))
    addProblem(document, item, 'The list "expect" is missing; write "expect: []" for a passage that is fine.');
  const rulesOf = (name: string) =>
    readList(fields.get(name, true)).flatMap((node) => readRule(document, node, fields, knownRules) ?? []);
  const expect = rulesOf('expect');
  const tolerate = rulesOf('tolerate');
  const says = readNames(document, fields.get('says', true), 'statement', conveyances);
  if (id === undefined || text === undefined || document.problems.length > problemsBefore) return undefined;
  return { id, types, text, expect: unique(expect), tolerate, says: unique(says), line: lineOf(document, item) };
}

function unique<Item>(items: readonly Item[]): readonly Item[] {
  return [...new Set(items)];
}

function reportRepeatedIds(document: LabelDocument, passages: readonly Passage[]): void {
  const lines = new Map<string, number>();
  for (const { id, line } of passages) {
    const first = lines.get(id);
    lines.set(id, first ?? line);
    if (first === undefined) continue;
    const message = `The id "${id}" stands on line ${first} already; give each passage its own.`;
    document.problems.push({ path: document.path, message, line });
  }
}
