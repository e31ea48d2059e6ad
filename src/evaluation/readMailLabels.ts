import type { RunProblem } from '../linter/LintReport.js';
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

/** What people say is wrong with a mail. */
export interface MailLabels {
  readonly types: readonly MailType[];
  readonly language: string | undefined;
  readonly expect: readonly Label[];
  readonly tolerate: readonly Label[];
}

export interface Label {
  readonly rule: string;
  /** Words of the mail as a reader sees them; undefined when the rule is about the mail as a whole. */
  readonly quote: string | undefined;
  /** 1-based, in the file of labels. */
  readonly line: number;
}

export interface ReadMailLabels {
  /** Undefined when the file is no map of labels at all. */
  readonly labels: MailLabels | undefined;
  readonly problems: readonly RunProblem[];
}

/**
 * Reads a `NAME.expect.yml`. Entries that are wrong become problems, each with its line; the others are kept.
 *
 * @param knownRules ids to hold slips in rule names against.
 * @example readMailLabels('type: [consent]\nexpect:\n  - rule: shouting\n', 'a.expect.yml', new Set(['shouting']))
 */
export function readMailLabels(source: string, path: string, knownRules: ReadonlySet<string>): ReadMailLabels {
  const document = openLabelDocument(source, path);
  if (document.root === undefined) return { labels: undefined, problems: document.problems };
  const fields = readFields(document, document.root, 'A file of labels', ['type', 'language', 'expect', 'tolerate']);
  if (fields === undefined) return { labels: undefined, problems: document.problems };
  if (!fields.has('expect')) {
    addProblem(document, fields, 'The list "expect" is missing; write "expect: []" for a mail that is fine.');
  }
  const language = fields.get('language', true);
  const labels = {
    types: readNames(document, fields.get('type', true), 'mail type', mailTypes),
    language: language === undefined ? undefined : readText(document, language, 'The language', fields),
    expect: readLabels(document, fields.get('expect', true), knownRules),
    tolerate: readLabels(document, fields.get('tolerate', true), knownRules),
  };
  return { labels, problems: document.problems };
}

function readLabels(document: LabelDocument, node: unknown, knownRules: ReadonlySet<string>): readonly Label[] {
  return readList(node).flatMap((item) => {
    const fields = readFields(document, item, 'An entry', ['rule', 'quote']);
    if (fields === undefined) return [];
    const rule = readRule(document, fields.get('rule', true), fields, knownRules);
    const quoteNode = fields.get('quote', true);
    const quote = quoteNode === undefined ? undefined : readText(document, quoteNode, 'A quote', fields);
    const isWhole = rule !== undefined && (quoteNode === undefined || quote !== undefined);
    return isWhole ? [{ rule, quote, line: lineOf(document, quoteNode ?? item) }] : [];
  });
}
