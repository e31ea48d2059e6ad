import { LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';

/** A file of a rule pack that is not as it must be; the message names file, line, and what was expected. */
export class RulebookError extends Error {
  override readonly name = 'RulebookError';
}

/**
 * Reads a YAML file of a rule pack.
 *
 * @param path for messages.
 * @throws RulebookError when the text is no YAML or does not fit the schema.
 */
export function readYaml<Schema extends z.ZodType>(text: string, path: string, schema: Schema): z.output<Schema> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const [syntaxError] = document.errors;
  if (syntaxError) {
    throw new RulebookError(`${path}:${lines.linePos(syntaxError.pos[0]).line}: ${syntaxError.message}`);
  }
  const result = schema.safeParse(document.toJS({ maxAliasCount: 100 }));
  if (result.success) return result.data;
  const problems = result.error.issues.map((issue) => {
    const place = document.getIn(issue.path.filter(isKey), true);
    const offset = hasRange(place) ? place.range[0] : 0;
    return `${path}:${lines.linePos(offset).line}: ${issue.path.map(String).join('.')}: ${issue.message}`;
  });
  throw new RulebookError(problems.join('\n'));
}

function isKey(key: PropertyKey): key is string | number {
  return typeof key !== 'symbol';
}

function hasRange(node: unknown): node is { readonly range: readonly number[] & { readonly 0: number } } {
  return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range);
}
