import { type Composition, locateInMail } from '../../mail/Composition.js';
import { sourceRangeOf } from '../../mail/MappedText.js';
import { SourceLines } from '../../mail/SourceLines.js';
import type { SourceRange } from '../../mail/SourceRange.js';
import type { CalendarDay } from '../../reading/calendar/CalendarDay.js';
import { dayOfIso, partsOf } from '../../reading/calendar/CalendarDay.js';
import { resolveTimes } from '../../reading/calendar/resolveTimes.js';
import type { TimeExpression } from '../../reading/calendar/TimeExpression.js';
import { likelyTypes } from '../../reading/likelyTypes.js';
import type { Reading, Sentence } from '../../reading/Reading.js';
import type { CampaignRule } from '../../rulebook/Rule.js';
import type { Rulebook } from '../../rulebook/Rulebook.js';
import type { Finding } from '../Finding.js';
import { timesOfSentence } from '../timesOfSentence.js';
import type { DatedPlace, DigestFinding, DigestPlace, MailDigest } from './MailDigest.js';
import { targetOf } from './targetOf.js';
import { translationKey } from './translationKey.js';

/** Shorter words are those that every mail has. */
const fewestLetters = 5;

/** Enough to know a request by, and little enough to keep for thousands of mails. */
const mostWords = 200;
const mostPlaces = 50;

export interface DigestedMail {
  readonly path: string;
  readonly source: string;
  readonly campaign: string | undefined;
  readonly reading: Reading;
  readonly findings: readonly Finding[];
  readonly says: MailDigest['says'];
}

/**
 * Makes the digest of a mail.
 *
 * @param mail what was read and found in it.
 * @example digestMail({ path: 'a/01.md', source, campaign: 'a', reading, findings, says }, rulebook).words
 */
export function digestMail(mail: DigestedMail, rulebook: Rulebook): MailDigest {
  const { reading, campaign } = mail;
  const places = new MailPlaces(mail);
  const sendDate = reading.mail.metadata.sendDate?.value;
  const translation = translationKey(mail.path, campaign, Object.keys(rulebook.languages));
  const body = reading.sentences.filter(({ part }) => part !== 'footer' && part !== 'hidden');
  return {
    path: mail.path,
    ...(campaign === undefined ? {} : { campaign }),
    ...(reading.language === undefined ? {} : { language: reading.language }),
    ...(translation === undefined ? {} : { translation }),
    types: likelyTypes(reading),
    ...(sendDate === undefined ? {} : { sendDate }),
    top: topOf(reading, places),
    targets: targetsOf(reading),
    words: wordsOf(body),
    limits: limitsOf(body, sendDate, rulebook, places).slice(0, mostPlaces),
    days: daysOf(body, rulebook, places).slice(0, mostPlaces),
    lastChances: lastChancesOf(body, rulebook, places).slice(0, mostPlaces),
    says: mail.says,
    findings: mail.findings.slice(0, mostPlaces).map((finding) => toDigestFinding(finding, places)),
  };
}

/** Says where something stands in the mail's own file: at the tag, where it is in a file that the mail includes. */
class MailPlaces {
  readonly #lines: SourceLines;
  readonly #composition: Composition | undefined;

  constructor({ source, reading }: DigestedMail) {
    this.#lines = new SourceLines(source);
    this.#composition = reading.mail.composition;
  }

  at(place: SourceRange): Omit<DigestPlace, 'text'> {
    const range = this.#composition === undefined ? place : locateInMail(this.#composition, place);
    return { range, start: this.#lines.positionAt(range.start), end: this.#lines.positionAt(range.end) };
  }
}

function placeAt(text: string, range: SourceRange, places: MailPlaces): DigestPlace {
  return { text, ...places.at(range) };
}

/** The first thing that a reader sees: the subject, where the mail has one. */
function topOf({ mail }: Reading, places: MailPlaces): DigestPlace {
  const first = mail.children.find(({ text }) => text.value !== '');
  if (!first) return placeAt('', { start: 0, end: 0 }, places);
  return placeAt(first.text.value, sourceRangeOf(first.text, 0, first.text.value.length), places);
}

function targetsOf({ links }: Reading): readonly string[] {
  const own = links.filter(({ roles, isDead }) => roles.length === 0 && !isDead);
  return [...new Set(own.flatMap(({ link }) => targetOf(link.href) ?? []))].slice(0, mostPlaces);
}

function wordsOf(sentences: readonly Sentence[]): readonly string[] {
  const words = sentences.flatMap(({ tokens }) => tokens.filter(({ kind }) => kind === 'word'));
  const long = words.map(({ form }) => form).filter((form) => form.length >= fewestLetters);
  return [...new Set(long)].slice(0, mostWords);
}

function limitsOf(
  sentences: readonly Sentence[],
  sendDate: string | undefined,
  rulebook: Rulebook,
  places: MailPlaces,
): readonly DatedPlace[] {
  const from = sendDate === undefined ? undefined : dayOfIso(sendDate);
  if (from === undefined) return [];
  return sentences.filter(holdsLimit).flatMap((sentence) => {
    const times = timesOfSentence(sentence, rulebook.languages);
    const day = resolveTimes(times, from);
    return day === undefined ? [] : datedPlace(sentence, times, isoOf(day), places);
  });
}

function holdsLimit({ signals }: Sentence): boolean {
  return signals.some(({ name }) => name === 'deadline');
}

function daysOf(sentences: readonly Sentence[], rulebook: Rulebook, places: MailPlaces): readonly DatedPlace[] {
  return sentences.flatMap((sentence) =>
    timesOfSentence(sentence, rulebook.languages).flatMap((time) => {
      if (time.kind !== 'date' || time.month === undefined || time.day === undefined) return [];
      return datedPlace(sentence, [time], `${twoDigits(time.month)}-${twoDigits(time.day)}`, places);
    }),
  );
}

function datedPlace(
  sentence: Sentence,
  times: readonly TimeExpression[],
  day: string,
  places: MailPlaces,
): readonly DatedPlace[] {
  const first = sentence.tokens[times[0]?.start ?? 0];
  const last = sentence.tokens[(times.at(-1)?.end ?? 0) - 1];
  return first && last ? [{ day, ...placeIn(sentence, first.start, last.end, places) }] : [];
}

function placeIn({ block }: Sentence, start: number, end: number, places: MailPlaces): DigestPlace {
  return placeAt(block.text.value.slice(start, end), sourceRangeOf(block.text, start, end), places);
}

function isoOf(day: CalendarDay): string {
  const { year, month, day: ofMonth } = partsOf(day);
  return `${year}-${twoDigits(month)}-${twoDigits(ofMonth)}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

/** Phrases of the rules about campaigns, in the language of each sentence. */
function lastChancesOf(
  sentences: readonly Sentence[],
  { rules }: Rulebook,
  places: MailPlaces,
): readonly DigestPlace[] {
  const rule = rules.find(
    (candidate): candidate is CampaignRule => candidate.check === 'campaign' && candidate.about === 'cascade',
  );
  if (rule?.about !== 'cascade') return [];
  const { lastChance } = rule.options;
  return sentences.flatMap((sentence) => {
    const forms = ` ${sentence.tokens.map(({ form }) => form).join(' ')} `;
    const phrases = lastChance[sentence.language] ?? [];
    return phrases.some((phrase) => forms.includes(` ${phrase} `))
      ? [placeIn(sentence, sentence.start, sentence.end, places)]
      : [];
  });
}

function toDigestFinding({ rule, severity, text, range }: Finding, places: MailPlaces): DigestFinding {
  return { rule, severity, ...placeAt(text, range, places) };
}
