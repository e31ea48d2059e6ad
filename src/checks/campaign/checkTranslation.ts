import type { Conveyance } from '../../linter/LintReport.js';
import { conveyances } from '../../linter/LintReport.js';
import type { TranslationRule } from '../../rulebook/Rule.js';
import type { Finding } from '../Finding.js';
import { localized } from '../findingTexts.js';
import { aboutMail, relatedIn } from './aboutMail.js';
import type { FindingInMail } from './FindingInMail.js';
import { groupBy } from './groupBy.js';
import type { MailDigest } from './MailDigest.js';

/**
 * Compares the translations of a mail: what one of them grants or names must stand in the others, and none may push
 * harder. A report stands on the mail that lacks it, or that is harsher.
 */
export function checkTranslation(rule: TranslationRule, digests: readonly MailDigest[]): readonly FindingInMail[] {
  const groups = groupBy(digests, ({ translation }) => translation);
  return groups.flatMap((mails) =>
    mails.flatMap((mail) => {
      const others = mails.filter(({ language }) => language !== mail.language);
      const [other] = others;
      return other ? differences(rule, mail, other).map((finding) => ({ path: mail.path, finding })) : [];
    }),
  );
}

/** What speaks against a mail when it is held against its translation. */
function differences(rule: TranslationRule, mail: MailDigest, other: MailDigest): readonly Finding[] {
  return [
    ...missingRights(rule, mail, other),
    ...missingDays(rule, mail, other),
    ...harsherPassages(rule, mail, other),
  ];
}

function missingRights(rule: TranslationRule, mail: MailDigest, other: MailDigest): readonly Finding[] {
  const label = localized(rule.labels.other ?? {}, mail.language);
  return conveyances
    .filter((right) => other.says.includes(right) && lacks(mail, right, rule.options.rights[right]))
    .map((right) => {
      const slots = {
        right: localized(rule.labels[right] ?? {}, mail.language),
        language: languageOf(rule, other, mail),
      };
      return aboutMail(rule, mail, mail.top, { variant: 'right', slots }, [relatedIn(other, other.top, label)]);
    });
}

/** What is not asked for is never lacking. */
function lacks({ says }: MailDigest, right: Conveyance, standIns: readonly Conveyance[] | undefined): boolean {
  return standIns !== undefined && ![right, ...standIns].some((each) => says.includes(each));
}

function missingDays(rule: TranslationRule, mail: MailDigest, other: MailDigest): readonly Finding[] {
  if (!rule.options.days) return [];
  const named = new Set(mail.days.map(({ day }) => day));
  const missing = new Map(other.days.filter(({ day }) => !named.has(day)).map((place) => [place.day, place]));
  const label = localized(rule.labels.date ?? {}, mail.language);
  return [...missing.values()].map((place) => {
    const slots = { date: place.text, language: languageOf(rule, other, mail) };
    return aboutMail(rule, mail, mail.top, { variant: 'date', slots }, [relatedIn(other, place, label)]);
  });
}

function harsherPassages(rule: TranslationRule, mail: MailDigest, other: MailDigest): readonly Finding[] {
  const known = new Set(other.findings.map((finding) => finding.rule));
  const label = localized(rule.labels.other ?? {}, mail.language);
  const harsh = mail.findings.filter(
    (finding) => rule.options.harsh.includes(finding.rule) && !known.has(finding.rule),
  );
  const first = new Map(harsh.toReversed().map((finding) => [finding.rule, finding]));
  return [...first.values()].map((finding) => {
    const slots = { rule: finding.rule, language: languageOf(rule, other, mail) };
    return aboutMail(rule, mail, finding, { variant: 'harsher', slots }, [relatedIn(other, other.top, label)]);
  });
}

/** The name of the other mail's language, in this mail's. */
function languageOf(rule: TranslationRule, other: MailDigest, mail: MailDigest): string {
  return localized(rule.labels[`in-${other.language}`] ?? {}, mail.language) || (other.language ?? '');
}
