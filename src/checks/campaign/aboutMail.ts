import type { CampaignRule } from '../../rulebook/Rule.js';
import type { Finding, RelatedPlace } from '../Finding.js';
import { findingTexts } from '../findingTexts.js';
import type { DigestPlace, MailDigest } from './MailDigest.js';

export interface MailReason {
  readonly variant: string;
  readonly slots: Readonly<Record<string, string>>;
}

/** A finding in a mail that others make a finding. */
export function aboutMail(
  rule: CampaignRule,
  { language }: MailDigest,
  { text, range }: DigestPlace,
  { variant, slots }: MailReason,
  related: readonly RelatedPlace[],
): Finding {
  return {
    rule: rule.id,
    severity: rule.severity,
    ...findingTexts(rule, language, variant, slots),
    text,
    range,
    related,
    references: rule.references,
  };
}

/** A place in another mail. */
export function relatedIn({ path }: MailDigest, { text, range, start, end }: DigestPlace, label: string): RelatedPlace {
  return { label, text, range, file: { path, start, end } };
}
