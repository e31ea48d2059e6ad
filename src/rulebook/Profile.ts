import type { LocalText } from './Rule.js';
import type { RuleSeverity } from './RuleSeverity.js';

/** What rules weigh and ask for in a country, or in a house that is stricter than the law. */
export interface Profile {
  readonly id: string;
  readonly name: LocalText;
  /** What it is for and where it differs. */
  readonly about: LocalText;
  /** Ids of the profiles that it stands on. */
  readonly extends: readonly string[];
  readonly severities: Readonly<Record<string, RuleSeverity>>;
  /** Options by rule; see `ruleOptions.ts`. */
  readonly options: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** Ids into `rules/references.yml`. */
  readonly references: readonly string[];
}
