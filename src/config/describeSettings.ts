import { SourceLines } from '../mail/SourceLines.js';
import type { Rulebook } from '../rulebook/Rulebook.js';
import type { Origin, RuleSettings, Settings, Stated } from './Settings.js';
import type { MailSettings } from './SettingsReader.js';

/** A value and where it comes from, in words. */
export interface SaidValue {
  readonly value: unknown;
  readonly from: string;
}

export interface DescribedRule {
  readonly id: string;
  readonly severity: SaidValue;
  /** Absent where nobody says that it may not be ignored. */
  readonly ignorable?: SaidValue;
  readonly options: readonly (SaidValue & { readonly name: string })[];
}

/** The settings that hold for a mail, ready to be told. */
export interface DescribedSettings {
  /** The settings files that had a say, that of the working folder first. */
  readonly files: readonly string[];
  /** `profile`, `provider`, …: what is set, in this order. */
  readonly values: readonly (SaidValue & { readonly name: string })[];
  readonly rules: readonly DescribedRule[];
}

/** What `from` says where nothing is set. */
const byDefault = 'the rule itself';

/**
 * The settings that hold for a mail, each with where it comes from.
 *
 * @param whole all rules, with those that settings switch off.
 */
export function describeSettings({ settings, rulebook, files }: MailSettings, whole: Rulebook): DescribedSettings {
  const ids = new Set([...whole.rules, ...rulebook.rules].map(({ id }) => id));
  const own = new Map([...rulebook.rules, ...whole.rules].map((rule) => [rule.id, rule.severity]));
  return {
    files,
    values: valuesOf(settings),
    rules: [...ids].sort().map((id) => describeRule(id, own.get(id) ?? 'off', settings.rules.get(id))),
  };
}

function valuesOf(settings: Settings): DescribedSettings['values'] {
  const { profile, provider, footer, languages, notice, ignored, packs } = settings;
  const named = (name: string, stated: Stated<unknown> | undefined) =>
    stated === undefined ? [] : [{ name, value: stated.value, from: originText(stated.origin) }];
  const noticeId = notice === undefined ? undefined : { ...notice, value: notice.value.id };
  return [
    ...named('profile', profile),
    ...named('provider', provider),
    ...named('footer', footer),
    ...named('languages', languages),
    ...named('notice', noticeId),
    ...packs.flatMap((pack) => named('pack', pack)),
    ...named('ignored', ignored),
  ];
}

function describeRule(id: string, severity: string, set: RuleSettings | undefined): DescribedRule {
  const said = set?.severity;
  const options = [...(set?.options ?? [])].map(([name, { value, origin }]) => ({
    name,
    value,
    from: originText(origin),
  }));
  return {
    id,
    severity: said ? { value: said.value, from: originText(said.origin) } : { value: severity, from: byDefault },
    ...(set?.ignorable ? { ignorable: { value: set.ignorable.value, from: originText(set.ignorable.origin) } } : {}),
    options,
  };
}

/**
 * Where a setting comes from, in a few words.
 *
 * @example originText({ type: 'profile', id: 'de' }) // 'profile de'
 */
export function originText(origin: Origin): string {
  switch (origin.type) {
    case 'file': {
      const { line, column } = new SourceLines(origin.source.text).positionAt(origin.range.start);
      return `${origin.source.path}:${line}:${column}`;
    }
    case 'profile':
      return `profile ${origin.id}`;
    case 'option':
      return origin.name;
  }
}
