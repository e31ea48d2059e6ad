import { sourceRangeOf } from '../mail/MappedText.js';
import { dayOfIso } from '../reading/calendar/CalendarDay.js';
import { dayOfTimes } from '../reading/calendar/dayOfTimes.js';
import { isInBody } from '../reading/isInBody.js';
import { likelyTypes } from '../reading/likelyTypes.js';
import type { Sentence } from '../reading/Reading.js';
import type { Signal } from '../reading/Signal.js';
import type { SubjectRule } from '../rulebook/Rule.js';
import type { CheckContext } from './CheckContext.js';
import { passagesThatConvey } from './conveyed.js';
import { demandOf } from './demandOf.js';
import { extentOf, wordsOf } from './extentOf.js';
import type { Finding, RelatedPlace } from './Finding.js';
import { findingsOfMatch } from './findingsOfMatch.js';
import { findingTexts } from './findingTexts.js';
import type { PassageMatch } from './findPassages.js';
import { findPassages } from './findPassages.js';
import { formatAmount } from './formatAmount.js';
import { matchFrames } from './matchFrame.js';
import { relatedPlaceIn } from './relatedPlaceIn.js';
import { timesOfSignal } from './timesOfSignal.js';

/** A signal and the sentence that it stands in. */
interface Place {
  readonly sentence: Sentence;
  readonly signal: Signal;
}

/**
 * Finds subjects that promise another mail than the one that follows: a pretext, an answer to nothing, a gift in front
 * of what matters, an end that the body puts later. A subject is reported once, for the plainest of these.
 */
export function checkSubject(rule: SubjectRule, context: CheckContext): readonly Finding[] {
  const subject = context.reading.sentences.filter(({ part }) => part === 'subject');
  if (subject.length === 0) return [];
  const checks = [falseReply, contradictedEnd, extendedEnd, cover, pretexts];
  for (const check of checks) {
    const findings = check(rule, subject, context);
    if (findings.length > 0) return findings;
  }
  return [];
}

type SubjectCheck = (rule: SubjectRule, subject: readonly Sentence[], context: CheckContext) => readonly Finding[];

const falseReply: SubjectCheck = (rule, subject, context) => {
  const [mark] = placesOf(rule.reply, subject);
  if (!mark || isGenuine(rule, context) || isAnswer(mark, context)) return [];
  return [toFinding(rule, mark, 'reply', { reply: wordsOf(mark) })];
};

/** A mail program has written the mark, or an answering service: “Re: {{ subject }}”. */
function isAnswer({ sentence, signal }: Place, { reading }: CheckContext): boolean {
  return reading.mail.metadata.isReply === true || sentence.tokens[signal.end]?.kind === 'placeholder';
}

const pretexts: SubjectCheck = (rule, subject, context) => {
  const [mark] = placesOf(rule.reply, subject);
  if (isGenuine(rule, context) || (mark && isAnswer(mark, context))) return [];
  const { reading } = context;
  const found = findPassages(rule, subject, reading.passages, demandOf(reading));
  // Where it is known that the mail promotes something, a bill or an alarm is a pretext whatever the model thinks.
  const matches = found.length > 0 || !reading.typesAreDeclared ? found : unconfirmed(rule, subject);
  return matches.flatMap((match) => findingsOfMatch(rule, match, reading));
};

function unconfirmed({ frames }: SubjectRule, subject: readonly Sentence[]): readonly PassageMatch[] {
  return matchFrames(frames, subject).map((match) => ({ ...match, by: 'frame', isConfirmed: false }));
}

const cover: SubjectCheck = (rule, subject, { reading, rulebook }) => {
  const { gifts, covered, mails, announcedBy } = rule.cover;
  if (!likelyTypes(reading).some((type) => mails.includes(type))) return [];
  const announcing = reading.sentences.filter(({ part }) => part === 'subject' || part === 'preheader');
  if (announcedBy.some((name) => placesOf(name, announcing).length > 0)) return [];
  const [gift] = gifts.flatMap((name) => placesOf(name, subject));
  const passages = passagesThatConvey(covered, reading, rulebook, isInBody);
  const [change] = passages.filter(({ certainty }) => certainty !== 'alone').flatMap(({ sentences }) => sentences);
  if (!gift || !change) return [];
  return [toFinding(rule, gift, 'cover', { gift: wordsOf(gift) }, { name: covered, sentence: change })];
};

const contradictedEnd: SubjectCheck = (rule, subject, context) => {
  const [promised] = datedPlaces(rule.end.dated, subject, context);
  const body = context.reading.sentences.filter(({ part }) => isInBody(part));
  const later = datedPlaces(rule.end.dated, body, context).find(({ day }) => promised && day > promised.day);
  if (!promised || !later) return [];
  const { language } = promised.sentence;
  const slots = {
    subject: wordsOf(promised),
    body: wordsOf(later),
    days: formatAmount(later.day - promised.day, 'day', language),
  };
  return [toFinding(rule, promised, 'end', slots, { name: rule.end.dated, ...later })];
};

const extendedEnd: SubjectCheck = (rule, subject, { reading }) => {
  const { lastChance, extension } = rule.end;
  const [promised] = placesOf(lastChance, subject);
  if (!promised || placesOf(extension, subject).length > 0) return [];
  const body = reading.sentences.filter(({ part }) => isInBody(part));
  const [extended] = placesOf(extension, body);
  if (!extended) return [];
  const slots = { subject: wordsOf(promised), body: wordsOf(extended) };
  return [toFinding(rule, promised, 'extension', slots, { name: extension, ...extended })];
};

/** Whether the mail is of a kind in which an answer, a bill or an alarm is what it says, or of an unknown kind. */
function isGenuine({ genuineIn }: SubjectRule, { reading }: CheckContext): boolean {
  return likelyTypes(reading).every((type) => genuineIn.includes(type));
}

function placesOf(name: string, sentences: readonly Sentence[]): readonly Place[] {
  return sentences.flatMap((sentence) =>
    sentence.signals.filter((signal) => signal.name === name).map((signal) => ({ sentence, signal })),
  );
}

/** The places of a signal whose day is known. */
function datedPlaces(
  name: string,
  sentences: readonly Sentence[],
  { reading, rulebook }: CheckContext,
): readonly (Place & { readonly day: number })[] {
  const sent = dayOfIso(reading.mail.metadata.sendDate?.value ?? '');
  return placesOf(name, sentences).flatMap((place) => {
    const times = timesOfSignal(place.sentence, place.signal, rulebook.languages[place.sentence.language]?.calendar);
    const day = dayOfTimes(times, sent);
    return day === undefined ? [] : [{ ...place, day }];
  });
}

/** Where something stands that the subject is held against: a signal's words, or a whole sentence. */
interface RelatedSentence {
  readonly name: string;
  readonly sentence: Sentence;
  readonly signal?: Signal;
}

function toFinding(
  rule: SubjectRule,
  place: Place,
  variant: string,
  slots: Readonly<Record<string, string>>,
  related?: RelatedSentence,
): Finding {
  const { block, language, start, end } = place.sentence;
  return {
    rule: rule.id,
    severity: rule.severity,
    ...findingTexts(rule, language, variant, slots),
    text: block.text.value.slice(start, end),
    range: sourceRangeOf(block.text, start, end),
    related: related ? [toRelated(rule, related, language)] : [],
    references: rule.references,
  };
}

function toRelated(
  { labels }: SubjectRule,
  { name, sentence, signal }: RelatedSentence,
  language: string,
): RelatedPlace {
  const extent = signal ? extentOf({ sentence, signal }) : sentence;
  return relatedPlaceIn(sentence.block, extent, labels[name] ?? {}, language);
}
