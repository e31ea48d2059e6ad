import { posix } from 'node:path';
import { fileGlob } from './fileGlob.js';
import { mergeSettings } from './mergeSettings.js';
import type { ReadSettings } from './readSettingsFile.js';
import { noSettings, type Origin, type RuleSettings, type Settings, type Stated } from './Settings.js';
import type { RuleSetting, SettingsFields } from './settingsFile.js';

/** A settings file with all that it builds on. */
export interface LoadedSettings extends ReadSettings {
  /** The folder that its globs are relative to, as a path from the working folder with forward slashes. */
  readonly folder: string;
  readonly extensions: readonly Extension[];
}

/** What `extends` names. */
export type Extension =
  | { readonly type: 'settings'; readonly settings: Settings }
  | { readonly type: 'file'; readonly file: LoadedSettings };

/**
 * What a settings file says about a mail: what it builds on, above that its own, above that the overrides that mean the
 * mail.
 *
 * @param mail its path, relative to the working folder, with forward slashes.
 */
export function settingsAbout(mail: string, loaded: LoadedSettings): Settings {
  const { file, folder } = loaded;
  const path = posix.relative(folder, mail);
  const under = loaded.extensions.map((extension) =>
    extension.type === 'settings' ? extension.settings : settingsAbout(mail, extension.file),
  );
  const overrides = (file.overrides ?? []).flatMap((fields, index) =>
    fields.files.some((glob) => fileGlob(glob)(path)) ? [statedBy(fields, ['overrides', index], loaded)] : [],
  );
  const layers = [...under, statedBy(file, [], loaded), ignoredBy(path, loaded), ...overrides];
  return layers.reduce(mergeSettings, noSettings);
}

/** Where something stands in a settings file. */
export function originAt(
  { document, path }: ReadSettings,
  place: readonly PropertyKey[],
  part: 'key' | 'value' = 'value',
): Origin {
  return { type: 'file', source: document.source, range: document.rangeOf([...path, ...place], part) };
}

function statedBy(fields: SettingsFields, place: readonly PropertyKey[], read: ReadSettings): Settings {
  const { profile, provider, footer, languages, rules = {} } = fields;
  const stated = <Value>(value: Value, ...key: readonly PropertyKey[]): Stated<Value> => ({
    value,
    origin: originAt(read, [...place, ...key]),
  });
  return {
    ...noSettings,
    ...(profile === undefined ? {} : { profile: stated(profile, 'profile') }),
    ...(provider === undefined ? {} : { provider: stated(provider, 'provider') }),
    ...(footer === undefined ? {} : { footer: stated(footer, 'footer') }),
    ...(languages === undefined ? {} : { languages: stated(languages, 'languages') }),
    rules: new Map(
      Object.entries(rules).map(([rule, setting]) => [
        rule,
        ruleSettings(setting, (...key) => originAt(read, [...place, 'rules', rule, ...key])),
      ]),
    ),
  };
}

function ruleSettings(setting: RuleSetting, originOf: (...key: readonly string[]) => Origin): RuleSettings {
  if (typeof setting === 'string') return { severity: { value: setting, origin: originOf() }, options: new Map() };
  const { severity, ignorable, options = {} } = setting;
  const entries = Object.entries(options).map(
    ([name, value]) => [name, { value, origin: originOf('options', name) }] as const,
  );
  return {
    ...(severity === undefined ? {} : { severity: { value: severity, origin: originOf('severity') } }),
    ...(ignorable === undefined ? {} : { ignorable: { value: ignorable, origin: originOf('ignorable') } }),
    options: new Map(entries),
  };
}

function ignoredBy(path: string, loaded: LoadedSettings): Settings {
  const { ignore = [] } = loaded.file;
  const index = ignore.findIndex((glob) => fileGlob(glob)(path));
  const glob = ignore[index];
  if (glob === undefined) return noSettings;
  return { ...noSettings, ignored: { value: glob, origin: originAt(loaded, ['ignore', index]) } };
}
