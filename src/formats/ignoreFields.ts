import { isMap, isNode, isScalar, isSeq, type Node, type YAMLMap } from 'yaml';
import type { IgnoreNote } from '../mail/IgnoreNote.js';

const name = 'tactful.ignore';

/**
 * What the front matter asks to be let pass in the whole file: `tactful: { ignore: [{ rule, reason }] }`.
 *
 * @param value what stands under `tactful`.
 * @param base where in the file the front matter begins.
 */
export function readIgnoreFields(value: unknown, base: number): readonly IgnoreNote[] {
  const ignore: unknown = isMap(value) ? value.get('ignore', true) : undefined;
  if (!isSeq(ignore)) return [unknownNote(value, base)];
  return ignore.items.map((item) => (isMap(item) ? toNote(item, base) : unknownNote(item, base)));
}

function toNote(item: YAMLMap, base: number): IgnoreNote {
  const rule: unknown = item.get('rule', true);
  const rules = isSeq(rule) ? rule.items : [rule];
  return {
    covers: 'file',
    name,
    rules: rules.map(textOf).filter((id) => id !== ''),
    reason: textOf(item.get('reason', true)),
    range: rangeOf(item, base),
  };
}

function textOf(node: unknown): string {
  return isScalar(node) && typeof node.value === 'string' ? node.value.trim() : '';
}

function unknownNote(node: unknown, base: number): IgnoreNote {
  return { covers: 'unknown', name, rules: [], reason: '', range: rangeOf(node, base) };
}

function rangeOf(node: unknown, base: number): IgnoreNote['range'] {
  const range: Node['range'] = isNode(node) ? node.range : undefined;
  return range ? { start: base + range[0], end: base + range[1] } : { start: base, end: base };
}
