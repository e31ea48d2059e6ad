import { likelyTypes } from '../reading/likelyTypes.js';
import type { Reading } from '../reading/Reading.js';
import type { CampaignRule, DensityRule, Rule } from '../rulebook/Rule.js';
import { isWeaker } from '../rulebook/RuleSeverity.js';
import type { CheckContext } from './CheckContext.js';
import { checkChoice } from './checkChoice.js';
import { checkDensity } from './checkDensity.js';
import { checkFindable } from './checkFindable.js';
import { checkFinePrint } from './checkFinePrint.js';
import { checkNotice } from './checkNotice.js';
import { checkParts } from './checkParts.js';
import { checkProminence } from './checkProminence.js';
import { checkReachability } from './checkReachability.js';
import { checkRequired } from './checkRequired.js';
import { checkSubject } from './checkSubject.js';
import { checkTypography } from './checkTypography.js';
import { checkWording } from './checkWording.js';
import type { Finding } from './Finding.js';
import { isAboutWords } from './isAboutWords.js';
import { isDutiful } from './isDutiful.js';
import { namePart } from './namePart.js';

/** A rule that reads the mail itself. Rules about several mails are for those who have several (`judgeCampaign`). */
type FirstRule = Exclude<Rule, DensityRule | CampaignRule>;

/**
 * Applies the rules to a mail, in two rounds: first those that read the mail, then those that read what these have
 * found. What a rule of the second round counts is looked for even where it is not to be reported itself. The findings
 * come in the order of the source, each passage once for a rule.
 */
export function judge(context: CheckContext, rules: readonly Rule[]): readonly Finding[] {
  const counting = rules.filter(isCounting);
  const reported = rules.filter(isFirst);
  const first = judgeFirst(context, reported);
  const silent = counting.length === 0 ? [] : judgeFirst(context, countedOnly(context, counting, reported));
  const found = inOrder([...first, ...silent]);
  const second = counting
    .filter((rule) => applies(rule, context.reading))
    .flatMap((rule) => checkDensity(rule, context, found));
  return inOrder([...first, ...second]);
}

function isCounting(rule: Rule): rule is DensityRule {
  return rule.check === 'density';
}

function isFirst(rule: Rule): rule is FirstRule {
  return rule.check !== 'density' && rule.check !== 'campaign';
}

/** Rules that are counted but not reported. */
function countedOnly(
  { rulebook }: CheckContext,
  counting: readonly DensityRule[],
  reported: readonly Rule[],
): readonly FirstRule[] {
  const known = new Set(reported.map(({ id }) => id));
  const counted = new Set(counting.flatMap(({ options }) => options.counted).filter((id) => !known.has(id)));
  return rulebook.rules.filter(isFirst).filter(({ id }) => counted.has(id));
}

function judgeFirst(context: CheckContext, rules: readonly FirstRule[]): readonly Finding[] {
  const findings = rules
    .filter((rule) => applies(rule, context.reading))
    .flatMap((rule) => {
      const found = check(rule, context).map((finding) =>
        mendable(tempered(finding, rule, context.reading), context.reading),
      );
      return isAboutWords(rule) ? namePart(found, context) : found;
    });
  return withoutRepetitions(findings);
}

function inOrder(findings: readonly Finding[]): readonly Finding[] {
  return [...findings].sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
}

function check(rule: FirstRule, context: CheckContext): readonly Finding[] {
  switch (rule.check) {
    case 'wording':
      return checkWording(rule, context);
    case 'notice':
      return checkNotice(rule, context);
    case 'subject':
      return checkSubject(rule, context);
    case 'required':
      return checkRequired(rule, context);
    case 'prominence':
      return checkProminence(rule, context);
    case 'findable':
      return checkFindable(rule, context);
    case 'fine-print':
      return checkFinePrint(rule, context);
    case 'parts':
      return checkParts(rule, context);
    case 'reachability':
      return checkReachability(rule, context);
    case 'choice':
      return checkChoice(rule, context);
    case 'typography':
      return checkTypography(rule, context);
  }
}

/** Wordings tell by themselves what is asked, so that only a type that is known keeps a rule about them from speaking. */
function applies(rule: Rule, reading: Reading): boolean {
  const { mails } = rule;
  if (!mails) return true;
  const known = likelyTypes(reading);
  return known.length === 0 ? isAboutWords(rule) : known.some((type) => mails.includes(type));
}

/** Lowers an error where the mail's type is only inferred or a real duty may be meant; no finding outweighs its rule. */
function tempered(found: Finding, rule: Rule, reading: Reading): Finding {
  const finding = isWeaker(rule.severity, found.severity) ? { ...found, severity: rule.severity } : found;
  if (finding.severity !== 'error') return finding;
  const known = likelyTypes(reading);
  const isWordsForAll = isAboutWords(rule) && rule.mails === undefined;
  const isGuessed = !reading.typesAreDeclared && (!isWordsForAll || known.length === 0);
  const mayBeDuty = isAboutWords(rule) && isDutiful(known);
  return isGuessed || mayBeDuty ? { ...finding, severity: 'warning' } : finding;
}

/** Mail files are never changed by themselves: their text may be encoded or signed, and there are two of it. */
function mendable(finding: Finding, { mail }: Reading): Finding {
  if (finding.fix === undefined || mail.format !== 'eml') return finding;
  const { fix: _, ...found } = finding;
  return found;
}

/**
 * A passage that stands in the mail twice (in two branches, as title and as subject, as plain text and as HTML) is one
 * finding. Punctuation, capitals and white space make no difference: they differ between the parts of a mail.
 */
function withoutRepetitions(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings.filter(({ rule, text }) => {
    const id = `${rule}\n${lettersOf(text)}`;
    if (seen.has(id)) return false;
    seen.add(id);
    return true;
  });
}

function lettersOf(text: string): string {
  const letters = text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
  return letters === '' ? text : letters;
}
