import { looksOf } from '../mail/looksOf.js';
import type { Block } from '../mail/Mail.js';
import { sourceRangeOf } from '../mail/MappedText.js';
import { formatSize } from '../reading/formatSize.js';
import { MailLooks, type Reason } from '../reading/MailLooks.js';
import type { MailPart, Reading, Sentence } from '../reading/Reading.js';
import type { ProminenceRule } from '../rulebook/Rule.js';
import type { Rulebook } from '../rulebook/Rulebook.js';
import type { CheckContext } from './CheckContext.js';
import type { ConveyingPassage } from './conveyed.js';
import { passagesThatConvey } from './conveyed.js';
import { describeReasons } from './describeReasons.js';
import type { Finding, Severity } from './Finding.js';
import { findingTexts } from './findingTexts.js';
import { holdsAnySignal, holdsSignal } from './matchFrame.js';
import { originPlace } from './originPlace.js';
import { type SuggestionContext, suggestionContextOf } from './SuggestionContext.js';

const prominentParts: readonly MailPart[] = ['subject', 'preheader', 'heading', 'opening'];

/**
 * Finds something that a mail says without a word of it where readers look. It must be plain that it is said: a
 * passage has to be tied to sender and reader, in each way where only the model knows it and isn't sure, and a report
 * of others' words says nothing.
 */
export function checkProminence(rule: ProminenceRule, context: CheckContext): readonly Finding[] {
  const { reading, rulebook } = context;
  const looks = new MailLooks(reading.mail, rulebook.prominence);
  const isProminent = (sentence: Sentence): boolean => standsOut(rule, sentence, looks);
  if (reading.sentences.some((sentence) => holdsAnySignal(rule.announcedBy, [sentence]) && isProminent(sentence)))
    return [];
  const passages = passagesIn(rule, reading, rulebook);
  if (passages.some(({ sentences }) => sentences.some(isProminent))) return [];
  const reports = new Set(
    reading.sentences.filter((sentence) => holdsAnySignal(rule.reportedBy, [sentence])).map(blockOf),
  );
  // Texts that nobody has said to be a mail speak of many changes that are nobody's terms.
  const certain = passages.filter(({ certainty }) => reading.typesAreDeclared || certainty === 'confirmed');
  const said = certain.filter((passage) => isPlain(rule, passage, reports));
  const blocks = new Set(said.flatMap(({ sentences }) => sentences.map(blockOf)));
  return [...blocks].flatMap((block) => findingIn(rule, block, said, looks, context));
}

function passagesIn(rule: ProminenceRule, reading: Reading, rulebook: Rulebook): readonly ConveyingPassage[] {
  const isSaid = (sentence: Sentence): boolean =>
    rule.saidBy.length > 0 && rule.saidBy.every((name) => holdsSignal(name, [sentence]));
  return [
    ...passagesThatConvey(rule.conveyance, reading, rulebook, () => true),
    ...reading.sentences
      .filter(isSaid)
      .map((sentence) => ({ sentences: [sentence], certainty: 'unconfirmed' as const })),
  ];
}

/** Whether a sentence stands where readers look, and can be read there. */
function standsOut(rule: ProminenceRule, { block, start, end, part }: Sentence, looks: MailLooks): boolean {
  if (!prominentParts.includes(part)) return false;
  const isListed = part === 'subject' || part === 'preheader';
  return isListed || looks.prominenceOf(block, start, end).legibility >= rule.leastLegibility;
}

function isPlain(rule: ProminenceRule, passage: ConveyingPassage, reports: ReadonlySet<Block>): boolean {
  const { sentences, certainty } = passage;
  if (sentences.some(({ block }) => reports.has(block))) return false;
  const found = rule.tiedBy.filter((name) => holdsSignal(name, sentences)).length;
  return found >= (certainty === 'alone' ? rule.tiedBy.length : Math.min(1, rule.tiedBy.length));
}

function blockOf({ block }: Sentence): Block {
  return block;
}

function findingIn(
  rule: ProminenceRule,
  block: Block,
  said: readonly ConveyingPassage[],
  looks: MailLooks,
  context: CheckContext,
): readonly Finding[] {
  const here = said.filter(({ sentences }) => sentences.some((sentence) => sentence.block === block));
  const sentences = here.flatMap((passage) => passage.sentences).filter((sentence) => sentence.block === block);
  const ordered = sentences.sort((a, b) => a.start - b.start);
  const [first, last] = [ordered[0], ordered.at(-1)];
  if (!first || !last) return [];
  const isSure = here.some(({ certainty }) => certainty === 'confirmed');
  const severity = rule.severity === 'error' && !isSure ? 'warning' : rule.severity;
  const { reasons } = looks.prominenceOf(block, first.start, last.end);
  const suggestionContext = suggestionContextOf(ordered, context.reading);
  return [toFinding(rule, severity, [first, last], reasons, context, suggestionContext)];
}

function toFinding(
  rule: ProminenceRule,
  severity: Severity,
  [first, last]: readonly [Sentence, Sentence],
  reasons: readonly Reason[],
  context: CheckContext,
  suggestionContext: SuggestionContext,
): Finding {
  const { block, language } = first;
  const { variant, slots, told } = manner(rule, first);
  const further = describeReasons(
    reasons.filter(({ kind }) => kind !== told),
    context.rulebook.prominence,
    language,
  );
  const [run] = looksOf(block, first.start, last.end);
  return {
    rule: rule.id,
    severity,
    ...findingTexts(
      rule,
      language,
      variant,
      { ...slots, reasons: further === '' ? '' : ` (${further})` },
      suggestionContext,
    ),
    text: block.text.value.slice(first.start, last.end),
    range: sourceRangeOf(block.text, first.start, last.end),
    related: variant === 'small-print' || variant === 'pale' ? originPlace(run, context) : [],
    references: rule.references,
  };
}

interface Manner {
  /** Which message tells it. */
  readonly variant: string;
  readonly slots: Readonly<Record<string, string>>;
  /** The reason that the message tells already. */
  readonly told?: Reason['kind'];
}

/** What makes the passage easy to miss most of all. */
function manner(rule: ProminenceRule, { block, part, start, end }: Sentence): Manner {
  if (part === 'hidden') return { variant: 'hidden', slots: {}, told: 'hidden' };
  const { fontSize, contrast } = looksOf(block, start, end)[0]?.style ?? {};
  if (fontSize !== undefined && fontSize < rule.smallPrint) {
    return { variant: 'small-print', slots: { size: formatSize(fontSize) }, told: 'small' };
  }
  if (contrast !== undefined && contrast < rule.paleContrast) {
    return { variant: 'pale', slots: { contrast: contrast.toFixed(1) }, told: 'pale' };
  }
  return { variant: part, slots: {} };
}
