import type { z } from 'zod';
import type { SourceRange } from '../../mail/SourceRange.js';
import { explainIssue } from '../explainIssue.js';
import type { SettingsSource } from '../Settings.js';
import { parseSettings, type SettingsDocument } from '../SettingsDocument.js';
import type { SettingsMistake } from '../SettingsMistake.js';

/** A YAML file of a pack, and the mistakes that are found in it. */
export class PackFile {
  readonly mistakes: SettingsMistake[] = [];
  readonly #source: SettingsSource;
  readonly #document: SettingsDocument | undefined;

  constructor(source: SettingsSource) {
    this.#source = source;
    const parsed = parseSettings(source);
    if ('mistakes' in parsed) this.mistakes.push(...parsed.mistakes);
    else this.#document = parsed.document;
  }

  get path(): string {
    return this.#source.path;
  }

  /** Whether the file is YAML at all. */
  get isReadable(): boolean {
    return this.#document !== undefined;
  }

  /** The file's data as it stands; undefined where it is no YAML. */
  get value(): unknown {
    return this.#document?.value;
  }

  /** The file's data where it fits a schema; else its mistakes are noted. */
  read<Schema extends z.ZodType>(schema: Schema, keysAt: (path: readonly PropertyKey[]) => readonly string[] = none) {
    const document = this.#document;
    if (!document) return undefined;
    const result: z.ZodSafeParseResult<z.output<Schema>> = schema.safeParse(document.value);
    if (result.success) return result.data;
    this.mistakes.push(...result.error.issues.flatMap((issue) => explainIssue(issue, document, [], keysAt)));
    return undefined;
  }

  /** Notes a mistake at a place of the file. */
  fail(message: string, path: readonly PropertyKey[], part: 'key' | 'value' = 'value'): void {
    const range: SourceRange = this.#document?.rangeOf(path, part) ?? { start: 0, end: 0 };
    this.mistakes.push({ message, source: this.#source, range });
  }
}

const none = (): readonly string[] => [];
