import type { NoticeProfile, Profile } from '../rulebook/Profile.js';
import { mergeSettings } from './mergeSettings.js';
import { noSettings, type Origin, type RuleSettings, type Settings } from './Settings.js';

/** What a profile says, and below it what those say that it stands on. A profile that isn't there says nothing. */
export function profileSettings(id: string, profiles: Readonly<Record<string, Profile>>): Settings {
  return settingsOf(id, profiles, []);
}

function settingsOf(id: string, profiles: Readonly<Record<string, Profile>>, via: readonly string[]): Settings {
  const profile = Object.hasOwn(profiles, id) ? profiles[id] : undefined;
  if (!profile || via.includes(id)) return noSettings;
  const under = profile.extends.map((name) => settingsOf(name, profiles, [...via, id]));
  return mergeSettings(under.reduce(mergeSettings, noSettings), ownSettings(profile));
}

function ownSettings(profile: Profile): Settings {
  const { id, severities, options, ignorable = {} } = profile;
  const origin: Origin = { type: 'profile', id };
  const ids = new Set([...Object.keys(severities), ...Object.keys(options), ...Object.keys(ignorable)]);
  const rules = new Map(
    [...ids].map((rule): [string, RuleSettings] => {
      const severity = severities[rule];
      const mayIgnore = ignorable[rule];
      const entries = Object.entries(options[rule] ?? {}).map(([name, value]) => [name, { value, origin }] as const);
      return [
        rule,
        {
          ...(severity === undefined ? {} : { severity: { value: severity, origin } }),
          ...(mayIgnore === undefined ? {} : { ignorable: { value: mayIgnore, origin } }),
          options: new Map(entries),
        },
      ];
    }),
  );
  const notice = knowsNotice(profile) ? { notice: { value: profile, origin } } : {};
  return { ...noSettings, rules, ...notice };
}

function knowsNotice(profile: Profile): profile is NoticeProfile {
  return profile.notice !== undefined;
}
