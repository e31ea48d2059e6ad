import type { Block } from '../mail/Mail.js';
import { sourceRangeOf } from '../mail/MappedText.js';
import type { MailPart, Reading, Sentence } from '../reading/Reading.js';
import type { ProminenceRule } from '../rulebook/Rule.js';
import type { Rulebook } from '../rulebook/Rulebook.js';
import type { CheckContext } from './CheckContext.js';
import { contrastRatio } from './contrastRatio.js';
import type { ConveyingPassage } from './conveyed.js';
import { passagesThatConvey } from './conveyed.js';
import type { Finding, Severity } from './Finding.js';
import { findingTexts } from './findingTexts.js';
import { type SuggestionContext, suggestionContextOf } from './SuggestionContext.js';

const prominentParts: readonly MailPart[] = ['subject', 'preheader', 'heading', 'opening'];

/**
 * Finds something that a mail says without a word of it where readers look. It must be plain that it is said: a
 * passage has to be tied to sender and reader, in each way where only the model knows it and isn't sure, and a report
 * of others' words says nothing.
 */
export function checkProminence(rule: ProminenceRule, { reading, rulebook }: CheckContext): readonly Finding[] {
  if (reading.sentences.some((sentence) => announces(rule, sentence))) return [];
  const passages = passagesIn(rule, reading, rulebook);
  if (passages.some(({ sentences }) => sentences.some(isProminent))) return [];
  const reports = new Set(reading.sentences.filter((sentence) => has(rule.reportedBy, sentence)).map(blockOf));
  const said = passages.filter((passage) => isPlain(rule, passage, reports));
  const blocks = new Set(said.flatMap(({ sentences }) => sentences.map(blockOf)));
  return [...blocks].flatMap((block) => findingIn(rule, block, said, reading));
}

function passagesIn(rule: ProminenceRule, reading: Reading, rulebook: Rulebook): readonly ConveyingPassage[] {
  const isSaid = (sentence: Sentence): boolean =>
    rule.saidBy.length > 0 && sentence.part !== 'hidden' && rule.saidBy.every((name) => has([name], sentence));
  return [
    ...passagesThatConvey(rule.conveyance, reading, rulebook, (part) => part !== 'hidden'),
    ...reading.sentences
      .filter(isSaid)
      .map((sentence) => ({ sentences: [sentence], certainty: 'unconfirmed' as const })),
  ];
}

function isProminent({ part }: Sentence): boolean {
  return prominentParts.includes(part);
}

function announces(rule: ProminenceRule, sentence: Sentence): boolean {
  return isProminent(sentence) && has(rule.announcedBy, sentence);
}

function isPlain(rule: ProminenceRule, passage: ConveyingPassage, reports: ReadonlySet<Block>): boolean {
  const { sentences, certainty } = passage;
  if (sentences.some(({ block }) => reports.has(block))) return false;
  const found = rule.tiedBy.filter((name) => sentences.some((sentence) => has([name], sentence))).length;
  return found >= (certainty === 'alone' ? rule.tiedBy.length : Math.min(1, rule.tiedBy.length));
}

function has(names: readonly string[], { signals }: Sentence): boolean {
  return signals.some(({ name }) => names.includes(name));
}

function blockOf({ block }: Sentence): Block {
  return block;
}

function findingIn(
  rule: ProminenceRule,
  block: Block,
  said: readonly ConveyingPassage[],
  reading: Reading,
): readonly Finding[] {
  const here = said.filter(({ sentences }) => sentences.some((sentence) => sentence.block === block));
  const sentences = here.flatMap((passage) => passage.sentences).filter((sentence) => sentence.block === block);
  const ordered = sentences.sort((a, b) => a.start - b.start);
  const [first, last] = [ordered[0], ordered.at(-1)];
  if (!first || !last) return [];
  const isSure = here.some(({ certainty }) => certainty === 'confirmed');
  const severity = rule.severity === 'error' && !isSure ? 'warning' : rule.severity;
  return [toFinding(rule, severity, [first, last], suggestionContextOf(ordered, reading))];
}

function toFinding(
  rule: ProminenceRule,
  severity: Severity,
  [first, last]: readonly [Sentence, Sentence],
  context: SuggestionContext,
): Finding {
  const { block } = first;
  const { variant, slots } = reasonOf(rule, first);
  return {
    rule: rule.id,
    severity,
    ...findingTexts(rule, first.language, variant, slots, context),
    text: block.text.value.slice(first.start, last.end),
    range: sourceRangeOf(block.text, first.start, last.end),
    related: [],
    references: rule.references,
  };
}

interface Reason {
  readonly variant: string;
  readonly slots: Readonly<Record<string, string>>;
}

/** What makes the passage easy to miss. */
function reasonOf(rule: ProminenceRule, { block, part }: Sentence): Reason {
  const { fontSize, color, backgroundColor } = block.style;
  if (fontSize !== undefined && fontSize < rule.smallPrint) {
    return { variant: 'small-print', slots: { size: String(fontSize) } };
  }
  const contrast = contrastRatio(color, backgroundColor);
  if (contrast !== undefined && contrast < rule.paleContrast) {
    return { variant: 'pale', slots: { contrast: contrast.toFixed(1) } };
  }
  return { variant: part, slots: {} };
}
