import { type Document, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';

/** One thing that is wrong in a file; the line is 1-based. */
export interface FileMistake {
  readonly line: number;
  readonly message: string;
}

/** A file of a rule pack that is not as it must be; the message names file, line, and what was expected. */
export class RulebookError extends Error {
  override readonly name = 'RulebookError';
  constructor(
    path: string,
    readonly mistakes: readonly FileMistake[],
  ) {
    super(mistakes.map(({ line, message }) => `${path}:${line}: ${message}`).join('\n'));
  }
}

/**
 * Reads a YAML file of a rule pack.
 *
 * @param path for messages.
 * @throws RulebookError when the text is no YAML or does not fit the schema.
 */
export function readYaml<Schema extends z.ZodType>(text: string, path: string, schema: Schema): z.output<Schema> {
  const lines = new LineCounter();
  const document = parse(text, path, lines);
  const [syntaxError] = document.errors;
  if (syntaxError) {
    const { line } = lines.linePos(syntaxError.pos[0]);
    throw new RulebookError(path, [{ line, message: syntaxError.message }]);
  }
  const result = schema.safeParse(plainValue(document, path));
  if (result.success) return result.data;
  const mistakes = result.error.issues.map((issue): FileMistake => {
    const place = document.getIn(issue.path.filter(isKey), true);
    const { line } = lines.linePos(hasRange(place) ? place.range[0] : 0);
    return { line, message: `${issue.path.map(String).join('.')}: ${issue.message}` };
  });
  throw new RulebookError(path, mistakes);
}

/** Nesting without end makes the parser run out of stack. */
function parse(text: string, path: string, lineCounter: LineCounter): Document.Parsed {
  try {
    return parseDocument(text, { lineCounter });
  } catch (error) {
    if (error instanceof RangeError) throw new RulebookError(path, [{ line: 1, message: 'nested too deeply' }]);
    throw error;
  }
}

/** Aliases of aliases can stand for more than any memory holds; the library stops at a number of them. */
function plainValue(document: Document.Parsed, path: string): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    const isTooMuch = error instanceof ReferenceError || error instanceof RangeError;
    if (isTooMuch) throw new RulebookError(path, [{ line: 1, message: 'too many aliases, or nested too deeply' }]);
    throw error;
  }
}

function isKey(key: PropertyKey): key is string | number {
  return typeof key !== 'symbol';
}

function hasRange(node: unknown): node is { readonly range: readonly number[] & { readonly 0: number } } {
  return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range);
}
