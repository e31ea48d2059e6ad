import { dirname, extname, posix, relative, resolve, sep } from 'node:path';
import { isInside } from '../linter/isInside.js';
import type { Profile } from '../rulebook/Profile.js';
import { unknownName } from './checkSettings.js';
import type { Extension, LoadedSettings } from './LoadedSettings.js';
import { profileSettings } from './profileSettings.js';
import { readInside } from './readInside.js';
import { type ReadSettings, readSettingsFile } from './readSettingsFile.js';
import { noSettings, type SettingsSource } from './Settings.js';
import type { SettingsMistake } from './SettingsMistake.js';

/** What a settings file may build on, and where from. */
export interface LoadContext {
  /** Absolute path of the working folder. */
  readonly cwd: string;
  /** Absolute path of the folder that nothing is read outside of. */
  readonly boundary: string;
  readonly profiles: Readonly<Record<string, Profile>>;
}

export type LoadResult =
  | { readonly type: 'loaded'; readonly loaded: LoadedSettings }
  | { readonly type: 'none' }
  | { readonly type: 'broken'; readonly mistakes: readonly SettingsMistake[] };

const settingsEndings: readonly string[] = ['.yml', '.yaml', '.json'];

/**
 * Reads the text of a settings file and all that it builds on.
 *
 * @param key where in the document the settings stand; see `readSettingsFile`.
 * @param folder that globs are relative to, as a path from the working folder with forward slashes.
 */
export function loadSettings(
  source: SettingsSource,
  key: readonly string[],
  folder: string,
  context: LoadContext,
): Promise<LoadResult> {
  return load(source, key, folder, context, []);
}

/** @param via the files that lead here, each building on the next. */
async function load(
  source: SettingsSource,
  key: readonly string[],
  folder: string,
  context: LoadContext,
  via: readonly string[],
): Promise<LoadResult> {
  const read = readSettingsFile(source, key);
  if (read.type !== 'read') return read;
  const { settings } = read;
  const names = [settings.file.extends ?? []].flat();
  const extensions: Extension[] = [];
  const mistakes: SettingsMistake[] = [];
  for (const [index, name] of names.entries()) {
    const place = Array.isArray(settings.file.extends) ? ['extends', index] : ['extends'];
    const found = await extensionNamed(name, place, settings, folder, context, [...via, source.path]);
    if (Array.isArray(found)) mistakes.push(...found);
    else if ('type' in found) extensions.push(found);
  }
  if (mistakes.length > 0) return { type: 'broken', mistakes };
  return { type: 'loaded', loaded: { ...settings, folder, extensions } };
}

async function extensionNamed(
  name: string,
  place: readonly PropertyKey[],
  read: ReadSettings,
  folder: string,
  context: LoadContext,
  via: readonly string[],
): Promise<Extension | SettingsMistake[]> {
  const { document, path } = read;
  const range = document.rangeOf([...path, ...place]);
  const mistake = (message: string): SettingsMistake[] => [{ message, source: document.source, range }];
  if (!isPath(name)) return profileNamed(name, context, mistake);
  const target = resolve(context.cwd, dirname(document.source.path), name);
  if (!isInside(target, context.boundary))
    return mistake(`“${name}” leads out of the working folder. Copy it into it.`);
  const found = await readInside(target, context.boundary);
  switch (found.type) {
    case 'missing':
      return mistake(`“${name}” does not exist. Name a settings file or a folder of rules, relative to this file.`);
    case 'refused':
      return mistake(`“${name}”: ${found.why}`);
    case 'folder':
      return packNamed(target, range, read, context);
    case 'text':
      return fileNamed({ path: shownPath(target, context.cwd), text: found.text }, folder, context, via, mistake);
  }
}

function isPath(name: string): boolean {
  return (
    /^\.{0,2}[/\\]|^[a-z]:|^~|^[a-z]+:\/\//iu.test(name) || settingsEndings.includes(extname(name)) || isCode(name)
  );
}

function isCode(name: string): boolean {
  return /\.[cm]?[jt]s$/iu.test(name);
}

function profileNamed(
  name: string,
  { profiles }: LoadContext,
  mistake: (message: string) => SettingsMistake[],
): Extension | SettingsMistake[] {
  if (Object.hasOwn(profiles, name)) return { type: 'settings', settings: profileSettings(name, profiles) };
  return mistake(`${unknownName('profile', name, Object.keys(profiles))} A path begins with ./ or ../`);
}

function packNamed(
  target: string,
  range: SettingsMistake['range'],
  { document: { source } }: ReadSettings,
  { cwd }: LoadContext,
): Extension {
  const origin = { type: 'file', source, range } as const;
  return { type: 'settings', settings: { ...noSettings, packs: [{ value: shownPath(target, cwd), origin }] } };
}

async function fileNamed(
  source: SettingsSource,
  folder: string,
  context: LoadContext,
  via: readonly string[],
  mistake: (message: string) => SettingsMistake[],
): Promise<Extension | SettingsMistake[]> {
  if (isCode(source.path)) return mistake('No code is run from settings. Write them as YAML or JSON.');
  if (!settingsEndings.includes(extname(source.path))) return mistake('Settings stand in a .yml, .yaml or .json file.');
  if (via.includes(source.path)) return mistake(`This leads in a circle: ${[...via, source.path].join(' → ')}.`);
  const result = await load(source, [], folder, context, via);
  switch (result.type) {
    case 'broken':
      return [...result.mistakes];
    case 'none':
      return mistake('There are no settings in this file.');
    case 'loaded':
      return rootOnly(result.loaded) ?? { type: 'file', file: result.loaded };
  }
}

/** What says something about folders has no sense in a file that others build on. */
function rootOnly({ document, path, file }: LoadedSettings): SettingsMistake[] | undefined {
  const [key] = (['root', 'locked'] as const).filter((name) => file[name] !== undefined);
  if (key === undefined) return undefined;
  const message = `“${key}” counts only in the settings of a folder, not in those that others build on. Move it there.`;
  return [{ message, source: document.source, range: document.rangeOf([...path, key], 'key') }];
}

function shownPath(path: string, cwd: string): string {
  return posix.normalize(relative(cwd, path).split(sep).join('/') || '.');
}
