import type { CalendarDay } from '../reading/calendar/CalendarDay.js';
import { addSpan, dayOfIso } from '../reading/calendar/CalendarDay.js';
import { dayOfTimes } from '../reading/calendar/dayOfTimes.js';
import type { TimeExpression } from '../reading/calendar/TimeExpression.js';
import { likelyTypes } from '../reading/likelyTypes.js';
import type { MailPart, Sentence } from '../reading/Reading.js';
import type { NoticeProfile } from '../rulebook/Profile.js';
import type { Frame, NoticeRule } from '../rulebook/Rule.js';
import type { CheckContext } from './CheckContext.js';
import { demandOf } from './demandOf.js';
import type { Finding } from './Finding.js';
import { findingsOfMatch } from './findingsOfMatch.js';
import { findingTexts, localized } from './findingTexts.js';
import type { PassageMatch } from './findPassages.js';
import { findPassages } from './findPassages.js';
import { formatAmount } from './formatAmount.js';
import { matchFrames } from './matchFrame.js';
import { timesOfSignal } from './timesOfSignal.js';
import { visibleSentences } from './visibleSentences.js';

/** The message that says what the profile asks for; it follows the one that says what is wrong. */
const profileVariant = 'profile';

const partsBeforeTheMail: readonly MailPart[] = ['subject', 'preheader'];

/** A passage with a time limit. */
interface Limit {
  readonly match: PassageMatch;
  readonly sentences: readonly Sentence[];
  /** The day on which it ends, as far as that can be told. */
  readonly end: CalendarDay | undefined;
}

/**
 * Finds requests that leave too little time to answer and, where nothing is asked for by a limit, changes that apply
 * too soon. A limit that is short by its words counts by itself, a date only against the day on which the mail is sent.
 */
export function checkNotice(rule: NoticeRule, context: CheckContext): readonly Finding[] {
  const ruler = new NoticeRuler(rule, context);
  const near = ruler.near();
  const told = near.filter(({ match }) => match.by === 'frame');
  const dated = ruler.dated(rule.dated, told);
  // What a date shows is not left to the model.
  const felt = near.filter(({ match, sentences }) => match.by === 'scorer' && !dated.some(isIn(sentences)));
  const limits: readonly Limit[] = [...told, ...dated, ...felt];
  const effects = limits.length > 0 ? [] : ruler.effects();
  const short = [...limits, ...effects].filter(({ end }) => end === undefined || ruler.isShort(end));
  return withoutAnnouncements(short).flatMap((limit) => ruler.findingsOf(limit));
}

function isIn(sentences: readonly Sentence[]): (limit: Limit) => boolean {
  return (limit) => limit.sentences.some((sentence) => sentences.includes(sentence));
}

/** Measures the time limits of one mail. */
class NoticeRuler {
  readonly #rule: NoticeRule;
  readonly #context: CheckContext;
  readonly #visible: readonly Sentence[];
  readonly #sent: CalendarDay | undefined;
  readonly #profile: NoticeProfile | undefined;

  constructor(rule: NoticeRule, context: CheckContext) {
    const { reading, notice } = context;
    this.#rule = rule;
    this.#context = context;
    this.#visible = visibleSentences(reading);
    this.#sent = dayOfIso(reading.mail.metadata.sendDate?.value ?? '');
    this.#profile = likelyTypes(reading).some((type) => notice?.notice.mails.includes(type)) ? notice : undefined;
  }

  /** Requests whose words show that the limit is short. */
  near(): readonly Limit[] {
    const { reading } = this.#context;
    const found = findPassages(this.#rule, this.#visible, reading.passages, demandOf(reading));
    const limits = found.map((match) => this.#limitOf(match));
    // Where it is known what the mail is for, a short limit counts whatever the model thinks of it.
    return reading.typesAreDeclared ? [...limits, ...this.#matched(this.#rule.frames, limits, false)] : limits;
  }

  /** Passages of frames whose limit ends on a day that is still to come, where nothing else was found. */
  dated(
    frames: readonly Frame[],
    found: readonly Limit[],
    counts: (time: TimeExpression) => boolean = () => true,
  ): readonly (Limit & { readonly end: CalendarDay })[] {
    return this.#matched(frames, found, true, counts).flatMap((limit) =>
      limit.end === undefined || limit.end < this.#start ? [] : [{ ...limit, end: limit.end }],
    );
  }

  /** When changes apply that the mail announces. */
  effects(): readonly (Limit & { readonly end: CalendarDay })[] {
    const { announcements, effects } = this.#rule;
    const isAnnouncement = likelyTypes(this.#context.reading).some((type) => announcements.includes(type));
    return isAnnouncement ? this.dated(effects, [], namesDay) : [];
  }

  isShort(end: CalendarDay): boolean {
    if (this.#profile && this.#sent !== undefined) return end < addSpan(this.#start, this.#profile.notice.time);
    return end - this.#start <= this.#rule.days;
  }

  findingsOf({ match, sentences, end }: Limit): readonly Finding[] {
    const language = sentences[0]?.language;
    const slots = {
      ...(end === undefined ? {} : { days: formatAmount(end - this.#start, 'day', language) }),
      ...(this.#profile && {
        profile: localized(this.#profile.name, language),
        notice: formatAmount(this.#profile.notice.time.count, this.#profile.notice.time.unit, language),
      }),
    };
    const findings = findingsOfMatch(this.#rule, match, this.#context.reading, slots);
    if (!this.#profile) return findings;
    const asked = findingTexts(this.#rule, language, profileVariant, slots).message;
    const law = this.#profile.references;
    return findings.map(({ message, references, ...finding }) => ({
      ...finding,
      message: `${message} ${asked}`,
      references: [...new Set([...law, ...references])],
    }));
  }

  /** The day that days are counted from; without a day of sending only limits count that have no date. */
  get #start(): CalendarDay {
    return this.#sent ?? 0;
  }

  /** What frames match in sentences in which nothing was found yet. */
  #matched(
    frames: readonly Frame[],
    found: readonly Limit[],
    isConfirmed: boolean,
    counts?: (time: TimeExpression) => boolean,
  ): readonly Limit[] {
    const used = new Set(found.flatMap(({ sentences }) => sentences));
    const free = this.#visible.filter((sentence) => !used.has(sentence));
    return matchFrames(frames, free).map((match) => this.#limitOf({ ...match, by: 'frame', isConfirmed }, counts));
  }

  #limitOf(match: PassageMatch, counts: (time: TimeExpression) => boolean = () => true): Limit {
    const sentences = match.by === 'frame' ? match.places.map(({ sentence }) => sentence) : match.passage.sentences;
    const signals =
      match.by === 'frame'
        ? match.places.filter(({ signal }) => this.#rule.limits.includes(signal.name))
        : sentences.flatMap((sentence) =>
            sentence.signals
              .filter(({ name }) => this.#rule.limits.includes(name))
              .map((signal) => ({ sentence, signal })),
          );
    const times = signals
      .flatMap(({ sentence, signal }) =>
        timesOfSignal(sentence, signal, this.#context.rulebook.languages[sentence.language]?.calendar),
      )
      .filter(counts);
    return { match, sentences, end: dayOfTimes(times, this.#sent) };
  }
}

/** “Now in two days” may be what changes, and is no day on which it does. */
function namesDay({ kind }: TimeExpression): boolean {
  return kind !== 'span';
}

/** What subject and preheader say of a limit that the mail itself names is no finding of its own. */
function withoutAnnouncements(limits: readonly Limit[]): readonly Limit[] {
  const isAnnouncement = ({ sentences }: Limit) => sentences.every(({ part }) => partsBeforeTheMail.includes(part));
  return limits.every(isAnnouncement) ? limits : limits.filter((limit) => !isAnnouncement(limit));
}
