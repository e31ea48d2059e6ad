import type { RunProblem } from '../linter/LintReport.js';
import type { LocalText, Rule } from '../rulebook/Rule.js';
import type { Rulebook } from '../rulebook/Rulebook.js';
import type { RuleSeverity } from '../rulebook/RuleSeverity.js';
import { type DescribedSettings, describeSettings } from './describeSettings.js';
import { SettingsReader } from './SettingsReader.js';

/** A mail whose settings somebody asks about. */
export interface SettingsQuestion {
  /** Relative to the working folder, with forward slashes; the mail need not be there. */
  readonly path: string;
  /** Absolute path of the working folder. */
  readonly cwd: string;
  readonly config?: string | false;
  readonly profile?: string;
}

export interface SettingsAnswer {
  /** Absent where the settings cannot be read. */
  readonly described?: DescribedSettings;
  readonly problems: readonly RunProblem[];
}

/** A rule as the settings have it. */
export interface ListedRule {
  readonly id: string;
  readonly severity: RuleSeverity;
  /** The kind of check. */
  readonly check: Rule['check'];
  /** Tags of the languages that it has texts for. */
  readonly languages: readonly string[];
  readonly description: LocalText;
}

export interface RulesAnswer {
  readonly rules: readonly ListedRule[];
  readonly problems: readonly RunProblem[];
}

/** The settings that hold for a mail, and where each comes from. */
export async function settingsOf(
  { path, cwd, ...choice }: SettingsQuestion,
  rulebook: Rulebook,
): Promise<SettingsAnswer> {
  const { found, problems } = await new SettingsReader(cwd, rulebook, choice).settingsFor(path);
  return found ? { described: describeSettings(found, rulebook), problems } : { problems };
}

/** All rules, those that packs add among them, as the settings that hold for a mail have them. */
export async function listRules({ path, cwd, ...choice }: SettingsQuestion, rulebook: Rulebook): Promise<RulesAnswer> {
  const { found, problems } = await new SettingsReader(cwd, rulebook, choice).settingsFor(path);
  const active = new Map((found?.rulebook ?? rulebook).rules.map((rule) => [rule.id, rule]));
  const all = new Map([...rulebook.rules, ...active.values()].map((rule) => [rule.id, rule]));
  const rules = [...all.values()].map(
    ({ id, check, messages, description }): ListedRule => ({
      id,
      severity: active.get(id)?.severity ?? 'off',
      check,
      languages: Object.keys(messages.default ?? description).sort(),
      description,
    }),
  );
  return { rules: rules.sort((one, other) => (one.id < other.id ? -1 : 1)), problems };
}
