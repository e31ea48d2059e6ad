import { dayOfIso } from '../../reading/calendar/CalendarDay.js';
import type { CascadeRule } from '../../rulebook/Rule.js';
import { localized } from '../findingTexts.js';
import { aboutMail, relatedIn } from './aboutMail.js';
import { asksTheSame } from './asksTheSame.js';
import type { FindingInMail } from './FindingInMail.js';
import { groupBy } from './groupBy.js';
import type { DigestPlace, MailDigest } from './MailDigest.js';

/**
 * Finds mails of a campaign that ask once too often for the same thing, or too soon. The report stands on the mail that
 * makes it too much and names those before it.
 */
export function checkCascade(rule: CascadeRule, digests: readonly MailDigest[]): readonly FindingInMail[] {
  const inCampaigns = digests.filter(({ campaign }) => campaign !== undefined);
  const series = groupBy(inCampaigns, ({ campaign, language }) => `${campaign}\n${language}`);
  return series.flatMap((mails) => checkSeries(rule, inOrder(mails)));
}

/** By the days on which they are sent, where all are known, else by their names. */
function inOrder(mails: readonly MailDigest[]): readonly MailDigest[] {
  const byPath = [...mails].sort((one, other) => compare(one.path, other.path));
  if (byPath.some(({ sendDate }) => sendDate === undefined)) return byPath;
  return byPath.sort((one, other) => compare(one.sendDate ?? '', other.sendDate ?? ''));
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function checkSeries(rule: CascadeRule, mails: readonly MailDigest[]): readonly FindingInMail[] {
  return mails.flatMap((mail, index) => {
    const before = mails.slice(0, index).filter((earlier) => asksTheSame(earlier, mail, rule));
    const reason = reasonAgainst(rule, mail, before);
    if (!reason) return [];
    const label = localized(rule.labels.earlier ?? {}, mail.language);
    const related = before.map((earlier) => relatedIn(earlier, reason.placeIn?.(earlier) ?? earlier.top, label));
    return [{ path: mail.path, finding: aboutMail(rule, mail, mail.top, reason, related) }];
  });
}

interface Reason {
  readonly variant: 'count' | 'interval' | 'last-chance' | 'moved';
  readonly slots: Readonly<Record<string, string>>;
  /** What of an earlier mail shows it, where it isn't the mail as a whole. */
  readonly placeIn?: (earlier: MailDigest) => DigestPlace | undefined;
}

function reasonAgainst({ options }: CascadeRule, mail: MailDigest, before: readonly MailDigest[]): Reason | undefined {
  const last = before.at(-1);
  if (!last) return undefined;
  const count = before.length + 1;
  const counted = { count: String(count) };
  if (count > options.mostMails) return { variant: 'count', slots: counted };
  const days = daysBetween(last, mail);
  if (count >= options.intervalsFrom && days !== undefined && days < options.shortestInterval) {
    return { variant: 'interval', slots: { ...counted, days: String(days) } };
  }
  const lastChances = before.filter((earlier) => earlier.lastChances.length > 0).length;
  const lastChance = mail.lastChances[0];
  if (lastChance && lastChances > 0 && lastChances >= options.mostLastChances) {
    return { variant: 'last-chance', slots: { chance: lastChance.text }, placeIn: ({ lastChances: [first] }) => first };
  }
  return movedLimit(options.mostMoves, mail, before);
}

function daysBetween({ sendDate: from = '' }: MailDigest, { sendDate: to = '' }: MailDigest): number | undefined {
  const [first, last] = [dayOfIso(from), dayOfIso(to)];
  return first === undefined || last === undefined ? undefined : last - first;
}

/** A day by which to answer that was put off before, and is once more. */
function movedLimit(mostMoves: number, mail: MailDigest, before: readonly MailDigest[]): Reason | undefined {
  const limits = [...before, mail].flatMap((each) => latestLimit(each) ?? []);
  const moves = limits.filter((limit, index) => index > 0 && limit > (limits[index - 1] ?? limit)).length;
  const [latest, previous] = [latestLimit(mail), limits.at(-2)];
  const isMoved = latest !== undefined && previous !== undefined && latest > previous && moves > mostMoves;
  return isMoved ? { variant: 'moved', slots: { from: previous, to: latest } } : undefined;
}

function latestLimit({ limits }: MailDigest): string | undefined {
  return limits
    .map(({ day }) => day)
    .sort()
    .at(-1);
}
