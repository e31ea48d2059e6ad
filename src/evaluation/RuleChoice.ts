import type { Conveyance } from '../linter/LintReport.js';
import type { TestedLinter } from './TestedLinter.js';

/** Which labels and reports count. */
export interface RuleChoice {
  /** Whether a rule is measured: it was asked for; where nothing was asked for, the linter has it. */
  isMeasured(rule: string): boolean;
  /** Whether it is measured on single passages too; a rule that the linter does not have counts as one about words. */
  isMeasuredOnPassages(rule: string): boolean;
  /** Rules that the linter has or that were asked for: what a label may be expected to name. */
  readonly known: ReadonlySet<string>;
  /** What passages are measured to convey: all that the linter can tell; nothing where rules were asked for. */
  readonly conveyances: ReadonlySet<Conveyance>;
  /** Rules that the linter has. */
  readonly linted: ReadonlySet<string>;
}

/**
 * @param asked ids of the rules to measure; all that the linter has when left out.
 * @example chooseRules({ rules: [], conveyances: [] }, ['shouting']).isMeasured('shouting') // true
 */
export function chooseRules(
  linter: Pick<TestedLinter, 'rules' | 'conveyances'>,
  asked?: readonly string[],
): RuleChoice {
  const linted = new Map(linter.rules.map((rule) => [rule.id, rule]));
  const measured = new Set(asked ?? linted.keys());
  return {
    isMeasured: (rule) => measured.has(rule),
    isMeasuredOnPassages: (rule) => measured.has(rule) && (linted.get(rule)?.isAboutWords ?? true),
    known: new Set([...linted.keys(), ...measured]),
    conveyances: new Set(asked === undefined ? linter.conveyances : []),
    linted: new Set(linted.keys()),
  };
}
