import type { Block } from '../mail/Mail.js';
import type { Reading, Sentence } from '../reading/Reading.js';
import type { LinkRoleRules } from '../rulebook/LinkRoleRules.js';

/** How a reader can reach somebody, by what stands in the mail's body. */
export interface ContactWays {
  /** An address to write to that somebody reads. */
  readonly hasMailbox: boolean;
  readonly hasNumber: boolean;
  /** A postal code of the kinds that have letters, near the end, where senders put their address. */
  readonly hasPostalCode: boolean;
}

const mailScheme = 'mailto:';
const numberSchemes = ['tel:', 'sms:', 'whatsapp:', 'https://wa.me/'];

/** No longer text is looked at for a number. */
const longestText = 20_000;

/** Fewer digits are no telephone number. */
const fewestDigits = 7;

/** Fewer blocks than this stand between the sender's address and the end. */
const lastBlocks = 6;

/** `SW1A 1AA`, `K1A 0B1`, `1016 AK`, `CA 94107`. */
const postalCode =
  /\b(?:[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|[A-Z]\d[A-Z] ?\d[A-Z]\d|\d{4} [A-Z]{2}(?= +\p{Lu})|[A-Z]{2},? \d{5}(?:-\d{4})?)\b/u;

/** A run that begins like a number with its area or country code; dates have full stops or hyphens after the year. */
const numberLike =
  /(?:\+\d|\(\+?\d|(?<![\d.,/-])0[\d(]|(?<![\d.,/-])[1-9]\d{2}[ -]\d{3}[ -]\d)[\d ()/\u00a0\u2013-]{3,24}/gu;

/** Finds out how the sender can be reached. Mailboxes that nobody reads and ways out of the mailing are none. */
export function contactWays(reading: Reading, rules: LinkRoleRules): ContactWays {
  const visible = reading.mail.children.filter(isBody);
  const links = reading.links.filter(({ block, roles }) => isBody(block) && !roles.includes('unsubscribe'));
  const targets = links.map(({ link }) => link.href.trim().toLowerCase());
  const mailboxes = targets.filter((target) => target.startsWith(mailScheme)).map((target) => mailboxOf(target));
  const written = reading.sentences.filter(({ block }) => isBody(block)).flatMap(addressesIn);
  return {
    hasMailbox: [...mailboxes, ...written].some((address) => !isUnread(address, rules)),
    hasNumber:
      targets.some((target) => numberSchemes.some((scheme) => target.startsWith(scheme))) ||
      visible.some(({ text }) => holdsNumber(text.value)),
    hasPostalCode: visible.slice(-lastBlocks).some(({ text }) => postalCode.test(text.value.slice(-longestText))),
  };
}

/**
 * Whether an address says by its name that nobody reads what comes in.
 *
 * @param address with or without a name before it: `Shop <no-reply@shop.example>`.
 * @example isUnread('no-reply@shop.example', rules) // true
 */
export function isUnread(address: string, { unreadMailboxes }: LinkRoleRules): boolean {
  const mailbox = address.slice(address.lastIndexOf('<') + 1);
  const at = mailbox.indexOf('@');
  if (at < 1) return false;
  const name = mailbox
    .slice(0, at)
    .toLowerCase()
    .replace(/[^a-z]/gu, '');
  return unreadMailboxes.some((part) => name.includes(part));
}

function isBody({ role }: Block): boolean {
  return role !== 'subject' && role !== 'title' && role !== 'preheader' && role !== 'hidden';
}

function mailboxOf(target: string): string {
  const end = target.indexOf('?');
  return target.slice(mailScheme.length, end < 0 ? target.length : end);
}

function addressesIn({ block, tokens }: Sentence): readonly string[] {
  return tokens
    .filter(({ kind }) => kind === 'address')
    .map(({ start, end }) => block.text.value.slice(start, end))
    .filter((address) => address.includes('@') && !address.includes('/'));
}

function holdsNumber(text: string): boolean {
  const runs = text.slice(0, longestText).match(numberLike) ?? [];
  return runs.some((run) => run.replace(/\D/gu, '').length >= fewestDigits && !isDate(run));
}

/** `05/12/2026`, `01 - 31`: two marks of division and no area code. */
function isDate(run: string): boolean {
  return /^\d{2}[/-]\d{2}[/-]\d{4}/u.test(run);
}
