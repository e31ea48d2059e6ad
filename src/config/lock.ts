import type { Rulebook } from '../rulebook/Rulebook.js';
import { isWeaker, type RuleSeverity } from '../rulebook/RuleSeverity.js';
import { mergeSettings } from './mergeSettings.js';
import { profileSettings } from './profileSettings.js';
import { noSettings, type Origin, type RuleSettings, type Settings, type Stated } from './Settings.js';
import type { SettingsMistake } from './SettingsMistake.js';

/** The settings file that lets those below it only be stricter. */
export interface Lock {
  readonly path: string;
}

interface Allowed<Value> {
  readonly settings: Value;
  readonly refused: readonly SettingsMistake[];
}

/**
 * What a lock leaves of settings: higher severities, and the sending service where none is named yet. All else could
 * weaken the rules. What a profile brings along is passed over without a word; what a file asks for itself is told.
 *
 * @param asked what a file below the lock says.
 * @param under what holds without it.
 */
export function withinLock(asked: Settings, under: Settings, lock: Lock, rulebook: Rulebook): Allowed<Settings> {
  const ground = under.profile ? profileSettings(under.profile.value, rulebook.profiles) : noSettings;
  const holding = mergeSettings(ground, under);
  const severityOf = (rule: string): RuleSeverity =>
    holding.rules.get(rule)?.severity?.value ?? rulebook.rules.find(({ id }) => id === rule)?.severity ?? 'off';
  const rules = [...asked.rules].map(
    ([id, rule]) =>
      [id, ruleWithinLock(id, rule, severityOf(id), holding.rules.get(id)?.ignorable?.value ?? true, lock)] as const,
  );
  const provider = under.provider === undefined ? asked.provider : undefined;
  return {
    settings: {
      ...noSettings,
      ...(provider === undefined ? {} : { provider }),
      rules: new Map(rules.map(([id, { settings }]) => [id, settings])),
    },
    refused: [...rules.flatMap(([, { refused }]) => refused), ...refusedBesides(asked, under, lock)],
  };
}

function ruleWithinLock(
  id: string,
  asked: RuleSettings,
  holding: RuleSeverity,
  isIgnorable: boolean,
  lock: Lock,
): Allowed<RuleSettings> {
  const { severity, ignorable, options } = asked;
  const refused = [
    ...[...options].flatMap(([name, { origin }]) =>
      mistakeAt(
        origin,
        `The settings of ${lock.path} are locked, so “${name}” of ${id} cannot be set here. Remove it.`,
      ),
    ),
    ...(ignorable?.value === true && !isIgnorable ? mistakeAt(ignorable.origin, notIgnorable(id, lock)) : []),
  ];
  const strict = ignorable?.value === false ? { ignorable } : {};
  if (severity === undefined) return { settings: { ...strict, options: new Map() }, refused };
  if (!isWeaker(severity.value, holding)) return { settings: { severity, ...strict, options: new Map() }, refused };
  const weaker = `The settings of ${lock.path} are locked and make ${id} ${holding}, so it cannot be ${severity.value} here.`;
  return {
    settings: { ...strict, options: new Map() },
    refused: [...refused, ...mistakeAt(severity.origin, `${weaker} Remove this, or make it at least ${holding}.`)],
  };
}

function notIgnorable(id: string, { path }: Lock): string {
  return `The settings of ${path} are locked and forbid ignoring ${id}, so it cannot be allowed here. Remove this.`;
}

function refusedBesides(asked: Settings, under: Settings, lock: Lock): readonly SettingsMistake[] {
  const differs = <Value>(one: Stated<Value> | undefined, other: Stated<Value> | undefined): boolean =>
    one !== undefined && JSON.stringify(one.value) !== JSON.stringify(other?.value);
  const refused: readonly (readonly [string, Stated<unknown> | undefined, boolean])[] = [
    ['the profile', asked.profile, differs(asked.profile, under.profile)],
    ['the sending service', asked.provider, under.provider !== undefined && differs(asked.provider, under.provider)],
    ['the footer', asked.footer, differs(asked.footer, under.footer)],
    ['the languages', asked.languages, differs(asked.languages, under.languages)],
    ['what is ignored', asked.ignored, asked.ignored !== undefined],
    ...asked.packs.map((pack) => ['the rules themselves', pack, true] as const),
  ];
  return refused.flatMap(([what, stated, isRefused]) =>
    stated && isRefused
      ? mistakeAt(stated.origin, `The settings of ${lock.path} are locked, so ${what} cannot be set here. Remove this.`)
      : [],
  );
}

function mistakeAt(origin: Origin, message: string): readonly SettingsMistake[] {
  return origin.type === 'file' ? [{ message, source: origin.source, range: origin.range }] : [];
}
