import { findUncovered } from '../mail/branches.js';
import type { Branch, Mail } from '../mail/Mail.js';
import { sourceRangeOf } from '../mail/MappedText.js';
import type { SourceRange } from '../mail/SourceRange.js';
import { unreadPart } from '../mail/unreadPart.js';
import type { ReadLink } from '../reading/Reading.js';
import type { RequiredRule } from '../rulebook/Rule.js';
import type { CheckContext } from './CheckContext.js';
import { sentencesThatConvey } from './conveyed.js';
import type { Finding, Severity } from './Finding.js';
import { findingTexts } from './findingTexts.js';
import { suggestionContextOf } from './SuggestionContext.js';

/** Finds out whether a mail holds what its kind of mail must hold, for each of its readers. */
export function checkRequired(rule: RequiredRule, context: CheckContext): readonly Finding[] {
  const { requires } = rule;
  if ('says' in requires) {
    const said = sentencesThatConvey(requires.says, context.reading, context.rulebook, isBody);
    return said.length > 0 ? [] : [aboutWholeMail(rule, context, 'default')];
  }
  return checkLinks(rule, requires.links, context);
}

function isBody(part: string): boolean {
  return part !== 'subject' && part !== 'preheader' && part !== 'hidden';
}

function checkLinks(rule: RequiredRule, roles: readonly string[], context: CheckContext): readonly Finding[] {
  const { reading, footer } = context;
  if (footer === 'injected') return [];
  const all = reading.links.filter((link) => link.roles.some((role) => roles.includes(role)));
  const unread = unreadPart(reading.mail.children);
  const links = all.filter(({ block }) => block.part === undefined || block.part !== unread);
  const working = links.filter(isWorking);
  const dead = links.find(({ isDead }) => isDead);
  if (working.length === 0 && dead) return [aboutLink(rule, context, 'dead', dead)];
  if (working.length === 0 && all.some(isWorking)) return [aboutWholeMail(rule, context, 'text-part')];
  if (working.length === 0) return [missingLink(rule, context)];
  const places = working.map(({ link, block }) =>
    withoutGuards(reading.mail, link.branches, link.href, block.text.value),
  );
  const uncovered = findUncovered(places, reading.mail.branchGroups);
  return uncovered ? [missingInBranch(rule, context, uncovered)] : [];
}

function isWorking({ isDead, block }: ReadLink): boolean {
  return !isDead && block.role !== 'hidden';
}

/**
 * `{% if unsubscribe_url %}` around the link asks only whether the service fills it in; such a guard is no branch
 * that a reader could be in.
 */
function withoutGuards(mail: Mail, branches: readonly Branch[], href: string, text: string): readonly Branch[] {
  return branches.filter(({ group, arm }) => {
    const condition = mail.branchGroups[group]?.conditions[arm]?.trim() ?? '';
    return condition === '' || !(href.includes(condition) || text.includes(condition));
  });
}

/** Files that usually get their footer from the sending service are only asked to say so. */
function missingLink(rule: RequiredRule, context: CheckContext): Finding {
  const { mail } = context.reading;
  if (mail.metadata.listUnsubscribe !== undefined) return aboutWholeMail(rule, context, 'header-only');
  const isUsuallyInjected = mail.format === 'markdown' || mail.format === 'text' || mail.isPartial;
  if (context.footer !== undefined || !isUsuallyInjected) return aboutWholeMail(rule, context, 'default');
  return aboutWholeMail(rule, context, 'undeclared-footer', 'warning');
}

function missingInBranch(rule: RequiredRule, context: CheckContext, { group, arm }: Branch): Finding {
  const { reading } = context;
  const branchGroup = reading.mail.branchGroups[group];
  const condition = branchGroup?.conditions[arm] || (branchGroup?.conditions[0] ?? '');
  const variant = branchGroup?.conditions[arm] ? 'branch' : 'else-branch';
  const range = branchGroup?.range ?? wholeMailRange(reading.mail);
  return {
    rule: rule.id,
    severity: rule.severity,
    ...findingTexts(rule, reading.language, variant, { condition }, suggestionContextOf([], reading)),
    text: condition,
    range,
    related: [],
    references: rule.references,
  };
}

function aboutLink(rule: RequiredRule, context: CheckContext, variant: string, { block, link }: ReadLink): Finding {
  return {
    rule: rule.id,
    severity: rule.severity,
    ...findingTexts(
      rule,
      context.reading.language,
      variant,
      { target: link.href },
      suggestionContextOf([], context.reading),
    ),
    text: block.text.value.slice(link.start, link.end),
    range: link.range,
    related: [],
    references: rule.references,
  };
}

function aboutWholeMail(
  rule: RequiredRule,
  { reading }: CheckContext,
  variant: string,
  severity: Severity = rule.severity,
): Finding {
  const first = reading.mail.children.find(({ text }) => text.value !== '');
  return {
    rule: rule.id,
    severity,
    ...findingTexts(rule, reading.language, variant, {}, suggestionContextOf([], reading)),
    text: first?.text.value ?? '',
    range: wholeMailRange(reading.mail),
    related: [],
    references: rule.references,
  };
}

/** A report about a whole mail stands on the first thing that a reader sees of it. */
function wholeMailRange(mail: Mail): SourceRange {
  const first = mail.children.find(({ text }) => text.value !== '');
  return first ? sourceRangeOf(first.text, 0, first.text.value.length) : { start: 0, end: 0 };
}
