import type { MailType } from '../mail/Mail.js';
import { isMainMatter } from '../reading/inferTypes.js';
import type { Reading } from '../reading/Reading.js';
import type { Rule } from '../rulebook/Rule.js';
import type { CheckContext } from './CheckContext.js';
import { checkChoice } from './checkChoice.js';
import { checkFindable } from './checkFindable.js';
import { checkFinePrint } from './checkFinePrint.js';
import { checkProminence } from './checkProminence.js';
import { checkReachability } from './checkReachability.js';
import { checkRequired } from './checkRequired.js';
import { checkWording } from './checkWording.js';
import type { Finding } from './Finding.js';

/** Below this confidence a mail's inferred type is a guess, and no rule speaks that asks for something to be there. */
const fewestForRule = 0.4;

/** From this confidence on an inferred type counts as known for rules about words. */
const fewestForKnown = 0.7;

/** In these mails a real duty with a real consequence may have to be told. */
const dutifulTypes: readonly MailType[] = ['service', 'transactional'];

/** Applies the rules to a mail. The findings come in the order of the source, each passage once for a rule. */
export function judge(context: CheckContext, rules: readonly Rule[]): readonly Finding[] {
  const findings = rules
    .filter((rule) => applies(rule, context.reading))
    .flatMap((rule) => check(rule, context).map((finding) => tempered(finding, rule, context.reading)));
  return withoutRepetitions(findings).sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
}

function check(rule: Rule, context: CheckContext): readonly Finding[] {
  switch (rule.check) {
    case 'wording':
      return checkWording(rule, context);
    case 'required':
      return checkRequired(rule, context);
    case 'prominence':
      return checkProminence(rule, context);
    case 'findable':
      return checkFindable(rule, context);
    case 'fine-print':
      return checkFinePrint(rule, context);
    case 'reachability':
      return checkReachability(rule, context);
    case 'choice':
      return checkChoice(rule, context);
  }
}

/** Wordings tell by themselves what is asked, so that only a type that is known keeps a rule about them from speaking. */
function applies({ mails, mainMatterOnly, check }: Rule, reading: Reading): boolean {
  if (!mails) return true;
  const { types, typesAreDeclared } = reading;
  if (typesAreDeclared) return types.some(({ type }) => mails.includes(type));
  const [likeliest] = types;
  if (check === 'wording' && (likeliest?.confidence ?? 0) < fewestForKnown) return true;
  if (likeliest === undefined || likeliest.confidence < fewestForRule || !mails.includes(likeliest.type)) return false;
  return !mainMatterOnly || isMainMatter(likeliest, reading.sentences);
}

/** Lowers an error where the mail's type is only inferred or a real duty may be meant. */
function tempered(finding: Finding, rule: Rule, { types, typesAreDeclared }: Reading): Finding {
  if (finding.severity !== 'error') return finding;
  const [likeliest] = types;
  const isGuessed = !typesAreDeclared && (rule.mails !== undefined || (likeliest?.confidence ?? 0) < fewestForKnown);
  const isDutiful = types.length > 0 && rule.check === 'wording' && likelyTypes(types, typesAreDeclared).every(isDuty);
  return isGuessed || isDutiful ? { ...finding, severity: 'warning' } : finding;
}

function likelyTypes(types: Reading['types'], areDeclared: boolean): readonly MailType[] {
  return (areDeclared ? types : types.slice(0, 1)).map(({ type }) => type);
}

function isDuty(type: MailType): boolean {
  return dutifulTypes.includes(type);
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
