import { isMap, isNode, isScalar, isSeq, type Node, type Pair, parseDocument, visit } from 'yaml';
import type { SourceRange } from '../mail/SourceRange.js';
import type { SettingsSource } from './Settings.js';
import type { SettingsMistake } from './SettingsMistake.js';

/** Names that mean something to every object and so are no names of settings. */
const forbiddenKeys: readonly string[] = ['__proto__', 'constructor', 'prototype'];
const mostAliases = 100;

/** YAML or JSON with the place of everything in it. */
export interface SettingsDocument {
  readonly source: SettingsSource;
  /** Plain data. */
  readonly value: unknown;
  /**
   * The place of what stands at a path, or of the nearest thing around it.
   *
   * @param part `key` for the name of the last part of the path instead of its value.
   */
  rangeOf(path: readonly PropertyKey[], part?: 'key' | 'value'): SourceRange;
}

export type ParsedSettings =
  | { readonly document: SettingsDocument }
  | { readonly mistakes: readonly SettingsMistake[] };

/** Parses YAML or JSON (which YAML holds). Whatever the text is, this ends soon and runs nothing. */
export function parseSettings(source: SettingsSource): ParsedSettings {
  const at = (message: string, start: number, end: number): SettingsMistake => ({
    message,
    source,
    range: { start, end },
  });
  try {
    const parsed = parseDocument(source.text, { prettyErrors: false });
    // What follows the first mistake is mostly read wrongly because of it.
    const [wrong] = [...parsed.errors, ...parsed.warnings];
    if (wrong) return { mistakes: [at(`This is no valid YAML or JSON: ${wrong.message}.`, ...wrong.pos)] };
    const root: unknown = parsed.contents;
    const [forbidden] = keysIn(root).filter(({ name }) => forbiddenKeys.includes(name));
    if (forbidden) {
      const { start, end } = forbidden.range;
      return { mistakes: [at(`“${forbidden.name}” cannot be the name of a setting.`, start, end)] };
    }
    const value: unknown = parsed.toJS({ maxAliasCount: mostAliases });
    return { document: { source, value, rangeOf: (path, part = 'value') => rangeIn(root, path, part) } };
  } catch (error) {
    // Nesting without end runs out of stack; aliases of aliases stand for more than any memory holds.
    if (!(error instanceof RangeError || error instanceof ReferenceError)) throw error;
    return { mistakes: [at('This has too many aliases, or is nested too deeply.', 0, 0)] };
  }
}

function keysIn(root: unknown): readonly { readonly name: string; readonly range: SourceRange }[] {
  const keys: { name: string; range: SourceRange }[] = [];
  if (!isNode(root)) return keys;
  visit(root, {
    Pair: (_, { key }) => {
      if (isScalar(key)) keys.push({ name: String(key.value), range: rangeOfNode(key) ?? { start: 0, end: 0 } });
    },
  });
  return keys;
}

function rangeIn(root: unknown, path: readonly PropertyKey[], part: 'key' | 'value'): SourceRange {
  let node = root;
  let range = rangeOfNode(node) ?? { start: 0, end: 0 };
  for (const [index, key] of path.entries()) {
    const pair = isMap(node) ? node.items.find((item) => nameOf(item) === String(key)) : undefined;
    const next: unknown = pair ? pair.value : isSeq(node) ? node.items[Number(key)] : undefined;
    const wantsKey = part === 'key' && index === path.length - 1;
    const found = (wantsKey ? undefined : rangeOfNode(next)) ?? rangeOfNode(pair?.key);
    if (!found) return range;
    range = found;
    node = next;
  }
  return range;
}

function nameOf({ key }: Pair): string | undefined {
  return isScalar(key) ? String(key.value) : undefined;
}

function rangeOfNode(node: unknown): SourceRange | undefined {
  if (!isNode(node)) return undefined;
  const { range }: Node = node;
  return range ? { start: range[0], end: range[1] } : undefined;
}
