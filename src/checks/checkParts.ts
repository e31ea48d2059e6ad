import type { Block } from '../mail/Mail.js';
import { sourceRangeOf } from '../mail/MappedText.js';
import { dayOfIso } from '../reading/calendar/CalendarDay.js';
import type { Reading, Sentence } from '../reading/Reading.js';
import type { PartsRule } from '../rulebook/Rule.js';
import type { CheckContext } from './CheckContext.js';
import { type ConveyingPassage, passagesThatConvey } from './conveyed.js';
import type { Finding } from './Finding.js';
import { findingTexts, localized } from './findingTexts.js';
import { holdsSignal } from './matchFrame.js';
import { isDayNamed, namedDaysOf } from './namedDays.js';
import { suggestionContextOf } from './SuggestionContext.js';
import { visibleSentences } from './visibleSentences.js';

type Part = NonNullable<Block['part']>;

/** A part of the mail with the one that it is held against. */
interface Comparison {
  readonly part: Part;
  /** What its readers see. */
  readonly sentences: readonly Sentence[];
  readonly others: readonly Sentence[];
}

/**
 * Compares the plain text of a mail with its HTML: a day, or a term or right, that stands in one of them only is not known
 * to the readers of the other. Wording makes no difference, and a part that only sends its readers to the other is let be.
 */
export function checkParts(rule: PartsRule, context: CheckContext): readonly Finding[] {
  const text = sentencesOf('text', context.reading);
  const html = sentencesOf('html', context.reading);
  if (isStub(text, html, rule.leastShare) || isStub(html, text, rule.leastShare)) return [];
  const comparisons: readonly Comparison[] = [
    { part: 'text', sentences: text, others: html },
    { part: 'html', sentences: html, others: text },
  ];
  return comparisons.flatMap((comparison) => [
    ...lonelyTerms(rule, context, comparison),
    ...(rule.days ? lonelyDays(rule, context, comparison) : []),
  ]);
}

function sentencesOf(part: Part, reading: Reading): readonly Sentence[] {
  return visibleSentences(reading).filter(({ block }) => block.part === part);
}

/** “This mail is best read as HTML”: whoever reads it knows that there is more. */
function isStub(sentences: readonly Sentence[], others: readonly Sentence[], leastShare: number): boolean {
  return wordsIn(sentences) < wordsIn(others) * leastShare;
}

function wordsIn(sentences: readonly Sentence[]): number {
  return sentences.reduce((sum, { tokens }) => sum + tokens.filter(({ kind }) => kind === 'word').length, 0);
}

function lonelyTerms(rule: PartsRule, context: CheckContext, comparison: Comparison): readonly Finding[] {
  return rule.terms.flatMap(({ term, standIns }) => {
    const said = passagesIn(comparison.sentences, term, context).find(({ certainty }) => certainty === 'confirmed');
    const [first] = said?.sentences ?? [];
    const isShared = [term, ...standIns].some((each) => isSaid(each, comparison.others, context));
    if (first === undefined || isShared) return [];
    const name = localized(rule.labels[term] ?? {}, context.reading.language);
    return [toFinding(rule, context, first, first, `term-in-${comparison.part}`, { term: name })];
  });
}

type Term = PartsRule['terms'][number]['term'];

function passagesIn(
  sentences: readonly Sentence[],
  term: Term,
  { reading, rulebook }: CheckContext,
): readonly ConveyingPassage[] {
  const counted = new Set(sentences);
  return passagesThatConvey(term, reading, rulebook, () => true).filter((passage) =>
    passage.sentences.every((sentence) => counted.has(sentence)),
  );
}

/** What may say it is enough here: the model's word alone, a single signal, or a link. */
function isSaid(term: Term, sentences: readonly Sentence[], context: CheckContext): boolean {
  const blocks = new Set(sentences.map(({ block }) => block));
  const roles = context.rulebook.conveyances[term]?.links ?? [];
  return (
    passagesIn(sentences, term, context).length > 0 ||
    holdsSignal(term, sentences) ||
    context.reading.links.some((link) => blocks.has(link.block) && link.roles.some((role) => roles.includes(role)))
  );
}

/** Days in a footer (“as of 3 March”) are nobody's business. */
function lonelyDays(rule: PartsRule, context: CheckContext, comparison: Comparison): readonly Finding[] {
  const { languages } = context.rulebook;
  const sendDate = dayOfIso(context.reading.mail.metadata.sendDate?.value ?? '');
  const body = comparison.sentences.filter(({ part }) => part !== 'footer');
  const lonely = namedDaysOf(body, languages).filter((day) => !isDayNamed(day, comparison.others, sendDate, languages));
  const first = new Map(lonely.toReversed().map((day) => [day.id, day]));
  return [...first.values()].toReversed().map(({ sentence, start, end }) => {
    const date = sentence.block.text.value.slice(start, end);
    return toFinding(rule, context, sentence, { start, end }, `day-in-${comparison.part}`, { date });
  });
}

function toFinding(
  rule: PartsRule,
  { reading }: CheckContext,
  sentence: Sentence,
  { start, end }: { readonly start: number; readonly end: number },
  variant: string,
  slots: Readonly<Record<string, string>>,
): Finding {
  const { text } = sentence.block;
  return {
    rule: rule.id,
    severity: rule.severity,
    ...findingTexts(rule, reading.language, variant, slots, suggestionContextOf([sentence], reading)),
    text: text.value.slice(start, end),
    range: sourceRangeOf(text, start, end),
    related: [],
    references: rule.references,
  };
}
