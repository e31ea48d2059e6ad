import type { Rule } from '../rulebook/Rule.js';
import type { Rulebook } from '../rulebook/Rulebook.js';
import { ruleOptions } from '../rulebook/ruleOptions.js';
import { explainIssue } from './explainIssue.js';
import type { LoadedSettings } from './LoadedSettings.js';
import { nearestName } from './nearestName.js';
import { providerNames } from './providerNames.js';
import type { SettingsMistake } from './SettingsMistake.js';
import type { RuleSetting, SettingsFields } from './settingsFile.js';

/** Names in a settings file, and in those it builds on, that mean nothing, and options that a rule doesn't take. */
export function checkSettings(loaded: LoadedSettings, rulebook: Rulebook): readonly SettingsMistake[] {
  const { file, extensions } = loaded;
  const overrides = (file.overrides ?? []).flatMap((fields, index) =>
    checkFields(fields, ['overrides', index], loaded, rulebook),
  );
  const under = extensions.flatMap((extension) =>
    extension.type === 'file' ? checkSettings(extension.file, rulebook) : [],
  );
  return [...under, ...checkFields(file, [], loaded, rulebook), ...overrides];
}

function checkFields(
  { profile, provider, languages = [], rules = {} }: SettingsFields,
  place: readonly PropertyKey[],
  loaded: LoadedSettings,
  rulebook: Rulebook,
): readonly SettingsMistake[] {
  const unknown = (kind: string, name: string, known: readonly string[], at: readonly PropertyKey[]) =>
    known.includes(name) ? [] : [mistakeAt(loaded, [...place, ...at], unknownName(kind, name, known))];
  return [
    ...(profile === undefined ? [] : unknown('profile', profile, Object.keys(rulebook.profiles), ['profile'])),
    ...(provider === undefined ? [] : unknown('sending service', provider, providerNames(rulebook), ['provider'])),
    ...languages.flatMap((tag, index) =>
      unknown('language', tag, Object.keys(rulebook.languages), ['languages', index]),
    ),
    ...Object.entries(rules).flatMap(([id, setting]) => checkRule(id, setting, place, loaded, rulebook)),
  ];
}

/** What to say about a name that nothing has. */
export function unknownName(kind: string, name: string, known: readonly string[]): string {
  const question = nearestName(name, known);
  const list = question === '' && known.length <= mostListed ? ` There are ${known.join(', ')}.` : '';
  return `There is no ${kind} “${name}”.${question}${list}`;
}

const mostListed = 12;

function checkRule(
  id: string,
  setting: RuleSetting,
  place: readonly PropertyKey[],
  loaded: LoadedSettings,
  { rules }: Rulebook,
): readonly SettingsMistake[] {
  const rule = rules.find((candidate) => candidate.id === id);
  if (!rule) {
    const question =
      nearestName(
        id,
        rules.map((known) => known.id),
      ) || ' “tactful rules” lists those there are.';
    return [mistakeAt(loaded, [...place, 'rules', id], `There is no rule “${id}”.${question}`, 'key')];
  }
  return typeof setting === 'string' ? [] : checkOptions(rule, setting.options ?? {}, [...place, 'rules', id], loaded);
}

function checkOptions(
  rule: Rule,
  options: Readonly<Record<string, unknown>>,
  place: readonly PropertyKey[],
  { document, path }: LoadedSettings,
): readonly SettingsMistake[] {
  const schema = ruleOptions(rule);
  const result = schema.safeParse(options);
  if (result.success) return [];
  const known = Object.keys(schema.shape);
  const at = [...path, ...place, 'options'];
  return result.error.issues.flatMap((issue) =>
    explainIssue(issue, document, at, (inner) => (inner.length === 0 ? known : [])),
  );
}

function mistakeAt(
  { document, path }: LoadedSettings,
  place: readonly PropertyKey[],
  message: string,
  part: 'key' | 'value' = 'value',
): SettingsMistake {
  return { message, source: document.source, range: document.rangeOf([...path, ...place], part) };
}
