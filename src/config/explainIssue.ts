import type { z } from 'zod';
import { nearestName } from './nearestName.js';
import type { SettingsDocument } from './SettingsDocument.js';
import type { SettingsMistake } from './SettingsMistake.js';

type Issue = z.core.$ZodIssue;

const typeNames: Readonly<Record<string, string>> = {
  string: 'a text',
  array: 'a list',
  object: 'names with values',
  record: 'names with values',
  boolean: 'true or false',
  number: 'a number',
};

/**
 * Says in plain words where a file differs from what it must look like.
 *
 * @param path where in the document the checked value stands.
 * @param keysAt names that may stand at a place, for “did you mean”.
 */
export function explainIssue(
  issue: Issue,
  document: SettingsDocument,
  path: readonly PropertyKey[],
  keysAt: (path: readonly PropertyKey[]) => readonly string[],
): readonly SettingsMistake[] {
  const place = [...path, ...issue.path];
  const { source } = document;
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        message: unknownKey(key, keysAt(issue.path)),
        source,
        range: document.rangeOf([...place, key], 'key'),
      }));
    case 'invalid_union':
      return explainUnion(issue, document, path, keysAt);
    default:
      return [{ message: messageOf(issue, valueAt(document.value, place)), source, range: document.rangeOf(place) }];
  }
}

function explainUnion(
  issue: z.core.$ZodIssueInvalidUnion,
  document: SettingsDocument,
  path: readonly PropertyKey[],
  keysAt: (path: readonly PropertyKey[]) => readonly string[],
): readonly SettingsMistake[] {
  const isTypeWrong = ({ code, path: inner }: Issue): boolean => code === 'invalid_type' && inner.length === 0;
  const meant = issue.errors.find((branch) => !branch.some(isTypeWrong));
  const place = [...path, ...issue.path];
  if (meant) {
    const within = (inner: readonly PropertyKey[]): readonly string[] => keysAt([...issue.path, ...inner]);
    return meant.flatMap((inner) => explainIssue(inner, document, place, within));
  }
  const wanted = issue.errors.flatMap((branch) => branch.filter(isTypeWrong).map(expectedOf));
  const message = `Expected ${wanted.join(' or ')}.`;
  return [{ message, source: document.source, range: document.rangeOf(place) }];
}

/** What to say about a name that nothing has. */
export function unknownKey(key: string, known: readonly string[]): string {
  const question = nearestName(key, known);
  const list = question === '' && known.length > 0 ? ` What may stand here: ${known.join(', ')}.` : '';
  return `There is no “${key}” here.${question}${list}`;
}

function messageOf(issue: Issue, value: unknown): string {
  switch (issue.code) {
    case 'invalid_type':
      return value === undefined ? `Something is missing here: expected ${expectedOf(issue)}.` : wrongType(issue);
    case 'invalid_value': {
      const values = issue.values.map(String);
      const question = typeof value === 'string' ? nearestName(value, values) : '';
      return `“${String(value)}” is none of ${values.join(', ')}.${question}`;
    }
    case 'too_small':
      return 'This must not be empty.';
    default:
      return `${issue.message}.`;
  }
}

function wrongType(issue: Issue): string {
  return `Expected ${expectedOf(issue)}.`;
}

function expectedOf(issue: Issue): string {
  if (issue.code === 'invalid_value') return `one of ${issue.values.map(String).join(', ')}`;
  return issue.code === 'invalid_type' ? (typeNames[issue.expected] ?? issue.expected) : issue.message;
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let current = value;
  for (const key of path) {
    if (typeof current !== 'object' || current === null) return undefined;
    current = Reflect.get(current, key);
  }
  return current;
}
