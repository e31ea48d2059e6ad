import { sourceRangeOf } from '../mail/MappedText.js';
import { isInBody } from '../reading/isInBody.js';
import type { Sentence } from '../reading/Reading.js';
import type { Signal } from '../reading/Signal.js';
import type { ReachabilityRule } from '../rulebook/Rule.js';
import type { CheckContext } from './CheckContext.js';
import { contactWays, isUnread } from './contactWays.js';
import { passagesThatConvey } from './conveyed.js';
import { extentOf } from './extentOf.js';
import type { Finding } from './Finding.js';
import { findingTexts } from './findingTexts.js';
import { holdsVisible } from './holdsVisible.js';
import { wholeMailPlace } from './wholeMailPlace.js';

/**
 * Finds mails that want no reply, by what they say or by the address that answers go to, and name nobody else to turn to. A
 * footer that the sending service appends names the sender.
 */
export function checkReachability(rule: ReachabilityRule, context: CheckContext): readonly Finding[] {
  const refusal = findRefusal(rule, context);
  return refusal === undefined || isReachable(rule, context) ? [] : [refusal];
}

function isReachable(
  { links, identity, reachableBy }: ReachabilityRule,
  { reading, rulebook, footer }: CheckContext,
): boolean {
  if (footer === 'injected') return true;
  const { hasMailbox, hasNumber, hasPostalCode } = contactWays(reading, rulebook.linkRoles);
  if (hasMailbox || hasNumber || hasPostalCode || holdsVisible(reachableBy, reading.sentences)) return true;
  if (reading.links.some(({ roles, isDead }) => !isDead && roles.some((role) => links.includes(role)))) return true;
  // A model that has seen many signatures hears a sender in a bare name; an address has words of its own.
  return passagesThatConvey(identity, reading, rulebook, isInBody).some(({ certainty }) => certainty !== 'alone');
}

function findRefusal(rule: ReachabilityRule, { reading, rulebook }: CheckContext): Finding | undefined {
  for (const sentence of reading.sentences.filter(({ part }) => isInBody(part))) {
    const signal = sentence.signals.find(({ name }) => rule.refusedBy.includes(name));
    if (signal) return inWords(rule, sentence, signal);
  }
  const { from, replyTo = from } = reading.mail.metadata;
  return replyTo && isUnread(replyTo.value, rulebook.linkRoles) ? byAddress(rule, reading, replyTo) : undefined;
}

function inWords(rule: ReachabilityRule, sentence: Sentence, signal: Signal): Finding {
  const { block, language } = sentence;
  const { start, end } = extentOf({ sentence, signal });
  return {
    rule: rule.id,
    severity: rule.severity,
    ...findingTexts(rule, language, 'default'),
    text: block.text.value.slice(start, end),
    range: sourceRangeOf(block.text, start, end),
    related: [],
    references: rule.references,
  };
}

function byAddress(
  rule: ReachabilityRule,
  { mail, language }: CheckContext['reading'],
  { value, range }: NonNullable<CheckContext['reading']['mail']['metadata']['from']>,
): Finding {
  return {
    rule: rule.id,
    severity: rule.severity,
    ...findingTexts(rule, language, 'address', { address: value }),
    ...(range ? { text: value, range } : wholeMailPlace(mail)),
    related: [],
    references: rule.references,
  };
}
