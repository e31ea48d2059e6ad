import { explainIssue } from './explainIssue.js';
import { refusedGlob } from './fileGlob.js';
import type { SettingsSource } from './Settings.js';
import { parseSettings, type SettingsDocument } from './SettingsDocument.js';
import type { SettingsMistake } from './SettingsMistake.js';
import { type SettingsFile, settingsFile } from './settingsFile.js';

/** A settings file that is as it must be, as far as the file alone shows. */
export interface ReadSettings {
  readonly document: SettingsDocument;
  /** Where in the document the settings stand. */
  readonly path: readonly string[];
  readonly file: SettingsFile;
}

export type SettingsReadResult =
  | { readonly type: 'read'; readonly settings: ReadSettings }
  | { readonly type: 'none' }
  | { readonly type: 'broken'; readonly mistakes: readonly SettingsMistake[] };

/**
 * Reads the text of a settings file.
 *
 * @param path where in the document the settings stand: nowhere special, or under a key of `package.json`.
 */
export function readSettingsFile(source: SettingsSource, path: readonly string[] = []): SettingsReadResult {
  const parsed = parseSettings(source);
  if ('mistakes' in parsed) return { type: 'broken', mistakes: parsed.mistakes };
  const { document } = parsed;
  const value = within(document.value, path);
  if (path.length > 0 && value === undefined) return { type: 'none' };
  // An empty file, or one with comments alone, sets nothing.
  const result = settingsFile.safeParse(value ?? {});
  if (!result.success) {
    return { type: 'broken', mistakes: result.error.issues.flatMap((i) => explainIssue(i, document, path, keysAt)) };
  }
  const mistakes = globMistakes(result.data, document, path);
  if (mistakes.length > 0) return { type: 'broken', mistakes };
  return { type: 'read', settings: { document, path, file: result.data } };
}

function within(value: unknown, path: readonly string[]): unknown {
  let current = value;
  for (const key of path) {
    if (typeof current !== 'object' || current === null || !Object.hasOwn(current, key)) return undefined;
    current = Reflect.get(current, key);
  }
  return current;
}

function keysAt(path: readonly PropertyKey[]): readonly string[] {
  if (path.length === 0) return Object.keys(settingsFile.shape);
  if (path.at(-2) === 'rules') return ['severity', 'ignorable', 'options'];
  return path[0] === 'overrides' ? Object.keys(settingsFile.shape.overrides.unwrap().element.shape) : [];
}

function globMistakes(
  { ignore = [], overrides = [] }: SettingsFile,
  document: SettingsDocument,
  path: readonly string[],
): readonly SettingsMistake[] {
  const globs = [
    ...ignore.map((glob, index) => ({ glob, place: ['ignore', index] })),
    ...overrides.flatMap(({ files }, index) =>
      files.map((glob, at) => ({ glob, place: ['overrides', index, 'files', at] })),
    ),
  ];
  return globs.flatMap(({ glob, place }) => {
    const message = refusedGlob(glob);
    if (message === undefined) return [];
    return [{ message, source: document.source, range: document.rangeOf([...path, ...place]) }];
  });
}
