import { findUncovered } from '../mail/branches.js';
import { isReadIn } from '../mail/isReadIn.js';
import type { Branch, Mail } from '../mail/Mail.js';
import { sourceRangeOf } from '../mail/MappedText.js';
import { isInBody } from '../reading/isInBody.js';
import type { ReadLink, Sentence } from '../reading/Reading.js';
import type { LinkRole } from '../rulebook/LinkRoleRules.js';
import type { RequiredRule } from '../rulebook/Rule.js';
import type { CheckContext } from './CheckContext.js';
import { type ContactWays, contactWays, isUnread } from './contactWays.js';
import { sentencesThatConvey } from './conveyed.js';
import type { Finding, Severity } from './Finding.js';
import { findingTexts } from './findingTexts.js';
import { holdsVisible } from './holdsVisible.js';
import { liveTarget } from './liveTarget.js';
import { suggestionContextOf } from './SuggestionContext.js';
import { wholeMailPlace } from './wholeMailPlace.js';

/** A file that holds a way out of the mailing holds its footer. */
const rolesOfOwnFooter: readonly LinkRole[] = ['unsubscribe', 'preferences'];

/** Finds out whether a mail holds what its kind of mail must hold, for each of its readers. */
export function checkRequired(rule: RequiredRule, context: CheckContext): readonly Finding[] {
  const { requires } = rule;
  return 'says' in requires ? checkWords(rule, requires, context) : checkLinks(rule, requires.links, context);
}

type RequiredWords = Extract<RequiredRule['requires'], { says: unknown }>;

function checkWords(rule: RequiredRule, requires: RequiredWords, context: CheckContext): readonly Finding[] {
  const { reading, rulebook } = context;
  if (requires.links !== undefined && isSettledByFooter(requires.links, context)) return [];
  const { reachableBy } = requires;
  const ways = reachableBy && contactWays(reading, rulebook.linkRoles);
  if (ways && isReachableSender(reachableBy, ways, context)) return [];
  const said = sentencesThatConvey(requires.says, reading, rulebook, isInBody);
  // Where words don't show an address, its postal code may.
  if (said.length === 0) return ways?.hasPostalCode ? [] : [aboutWholeMail(rule, context, 'default')];
  const uncovered = findUncovered(said.map(branchesOf), reading.mail.branchGroups);
  return uncovered ? [missingInBranch(rule, context, uncovered)] : [];
}

function branchesOf({ block, start, end }: Sentence): readonly Branch[] {
  return block.branchSpans.filter((span) => start >= span.start && end <= span.end).at(-1)?.branches ?? block.branches;
}

/**
 * Whether a link settles it, or a footer does that the sending service appends. A file of a kind that usually gets its
 * footer there, and that holds no way out of the mailing either, is taken to be without one of its own.
 */
function isSettledByFooter(roles: readonly LinkRole[], { reading, footer }: CheckContext): boolean {
  if (footer === 'injected') return true;
  const working = reading.links.filter(isWorking);
  if (working.some((link) => link.roles.some((role) => roles.includes(role)))) return true;
  const holdsFooter = working.some((link) => link.roles.some((role) => rolesOfOwnFooter.includes(role)));
  return footer === undefined && isUsuallyInjected(reading.mail) && !holdsFooter;
}

/** A sender who is named and can be written to or rung; an address to write to names its owner by itself. */
function isReachableSender(
  signals: readonly string[],
  { hasMailbox, hasNumber }: ContactWays,
  { reading, rulebook }: CheckContext,
): boolean {
  const { from, replyTo = from } = reading.mail.metadata;
  if (hasMailbox || (hasNumber && from !== undefined)) return true;
  if (replyTo?.value.includes('@') && !isUnread(replyTo.value, rulebook.linkRoles)) return true;
  return holdsVisible(signals, reading.sentences);
}

function checkLinks(rule: RequiredRule, roles: readonly string[], context: CheckContext): readonly Finding[] {
  const { reading, footer } = context;
  if (footer === 'injected') return [];
  const all = reading.links.filter((link) => link.roles.some((role) => roles.includes(role)));
  const isRead = isReadIn(reading.mail.children);
  const links = all.filter(({ block }) => isRead(block));
  const working = links.filter(isWorking);
  const dead = links.find(({ isDead }) => isDead);
  if (working.length === 0 && dead) return [aboutLink(rule, context, 'dead', dead)];
  if (working.length === 0 && all.some(isWorking)) return [aboutWholeMail(rule, context, 'text-part')];
  if (working.length === 0) return [missingLink(rule, context)];
  const places = working.map(({ link, block }) =>
    withoutGuards(reading.mail, link.branches, link.href, block.text.value),
  );
  const uncovered = findUncovered(places, reading.mail.branchGroups);
  if (uncovered) return [missingInBranch(rule, context, uncovered)];
  return isMissingInText(working, all, context) ? [missingInText(rule, context)] : [];
}

/** Whether only those who read the HTML of a mail find a link: nearly all, but not everybody. */
function isMissingInText(working: readonly ReadLink[], all: readonly ReadLink[], { reading }: CheckContext): boolean {
  const isInHtml = working.some(({ block }) => block.part === 'html');
  const hasText = reading.sentences.some(({ block }) => block.part === 'text');
  return isInHtml && hasText && !all.some((link) => link.block.part === 'text' && isWorking(link));
}

/** It stands on the last words of the plain text, where readers look for the link. */
function missingInText(rule: RequiredRule, context: CheckContext): Finding {
  const { reading } = context;
  const last = reading.sentences.findLast(({ block }) => block.part === 'text');
  const whole = aboutWholeMail(rule, context, 'html-part', 'info');
  if (last === undefined) return whole;
  const { block, start, end } = last;
  return { ...whole, text: block.text.value.slice(start, end), range: sourceRangeOf(block.text, start, end) };
}

/** Words in the colour of their background have their place all the same: that they can't be found is another matter. */
function isWorking({ isDead, block }: ReadLink): boolean {
  return !isDead && (block.role !== 'hidden' || block.style.hiddenBy === 'same-colour');
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

/**
 * Files that usually get their footer from the sending service are only asked to say so. Where what they are for is
 * guessed as well, that is a remark.
 */
function missingLink(rule: RequiredRule, context: CheckContext): Finding {
  const { mail } = context.reading;
  if (mail.metadata.listUnsubscribe !== undefined) return aboutWholeMail(rule, context, 'header-only');
  if (context.footer !== undefined || !isUsuallyInjected(mail)) return aboutWholeMail(rule, context, 'default');
  return aboutWholeMail(rule, context, 'undeclared-footer', context.reading.typesAreDeclared ? 'warning' : 'info');
}

function isUsuallyInjected({ format, isPartial }: Mail): boolean {
  return format === 'markdown' || format === 'text' || isPartial;
}

function missingInBranch(rule: RequiredRule, context: CheckContext, { group, arm }: Branch): Finding {
  const { reading } = context;
  const branchGroup = reading.mail.branchGroups[group];
  const condition = branchGroup?.conditions[arm] || (branchGroup?.conditions[0] ?? '');
  const variant = branchGroup?.conditions[arm] ? 'branch' : 'else-branch';
  const range = branchGroup?.range ?? wholeMailPlace(reading.mail).range;
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

function aboutLink(rule: RequiredRule, context: CheckContext, variant: string, read: ReadLink): Finding {
  const { block, link } = read;
  const fix = liveTarget(read, context.reading.mail, context.rulebook.linkRoles);
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
    ...(fix ? { fix } : {}),
  };
}

function aboutWholeMail(
  rule: RequiredRule,
  { reading }: CheckContext,
  variant: string,
  severity: Severity = rule.severity,
): Finding {
  return {
    rule: rule.id,
    severity,
    ...findingTexts(rule, reading.language, variant, {}, suggestionContextOf([], reading)),
    ...wholeMailPlace(reading.mail),
    related: [],
    references: rule.references,
  };
}
