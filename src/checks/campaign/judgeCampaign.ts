import type { CampaignRule } from '../../rulebook/Rule.js';
import { checkCascade } from './checkCascade.js';
import { checkTranslation } from './checkTranslation.js';
import type { FindingInMail } from './FindingInMail.js';
import type { MailDigest } from './MailDigest.js';

/**
 * Applies rules about several mails.
 *
 * @param digests of all mails that there are, in any order.
 * @example judgeCampaign(digests, rules).map(({ path }) => path)
 */
export function judgeCampaign(
  digests: readonly MailDigest[],
  rules: readonly CampaignRule[],
): readonly FindingInMail[] {
  return rules.flatMap((rule) =>
    check(
      rule,
      digests.filter((digest) => applies(rule, digest)),
    ),
  );
}

function applies({ mails }: CampaignRule, { types }: MailDigest): boolean {
  return !mails || types.some((type) => mails.includes(type));
}

function check(rule: CampaignRule, digests: readonly MailDigest[]): readonly FindingInMail[] {
  switch (rule.about) {
    case 'cascade':
      return checkCascade(rule, digests);
    case 'translation':
      return checkTranslation(rule, digests);
  }
}
