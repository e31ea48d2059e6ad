import { isReadIn } from '../mail/isReadIn.js';
import type { Block } from '../mail/Mail.js';
import { sourceRangeOf } from '../mail/MappedText.js';
import type { SourceRange } from '../mail/SourceRange.js';
import { linksByBlock } from '../reading/linksByBlock.js';
import type { Reading, ReadLink, Sentence } from '../reading/Reading.js';
import type { Signal } from '../reading/Signal.js';
import { sentencesByBlock } from '../reading/sentencesByBlock.js';
import type { LinkRole } from '../rulebook/LinkRoleRules.js';

/** A link or button of a mail's body. */
export interface AnswerControl {
  readonly block: Block;
  readonly words: string;
  readonly range: SourceRange;
  readonly isButton: boolean;
  /** What its words say; undefined where they say neither. */
  readonly answer: 'agree' | 'refuse' | undefined;
  readonly roles: readonly LinkRole[];
}

/** How the words of a link or button show what it answers. */
export interface AnswerSignals {
  readonly agreedBy: readonly string[];
  readonly refusedBy: readonly string[];
  /** Links with these roles are no answer, whatever their words. */
  readonly otherRoles: readonly LinkRole[];
}

interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly roles: readonly LinkRole[];
}

/** The links and buttons that readers see, in reading order, with what their words answer. */
export function answerControls(reading: Reading, signals: AnswerSignals): readonly AnswerControl[] {
  const isRead = isReadIn(reading.mail.children);
  const visible = reading.mail.children.filter((block) => block.role !== 'hidden' && isRead(block));
  const sentences = sentencesByBlock(reading.sentences);
  const links = linksByBlock(reading.links);
  return visible.flatMap((block) =>
    stretchesOf(block, links.get(block) ?? []).map((stretch) =>
      controlOf(block, stretch, sentences.get(block) ?? [], signals),
    ),
  );
}

/** A block's links with words, or all of a button that is none. */
function stretchesOf(block: Block, links: readonly ReadLink[]): readonly Stretch[] {
  const linked = links.filter(({ link }) => link.end > link.start);
  const stretches = linked.map(({ link: { start, end }, roles }) => ({ start, end, roles }));
  const isBare = block.role === 'button' && stretches.length === 0 && block.text.value !== '';
  return isBare ? [{ start: 0, end: block.text.value.length, roles: [] }] : stretches;
}

function controlOf(
  block: Block,
  { start, end, roles }: Stretch,
  sentences: readonly Sentence[],
  signals: AnswerSignals,
): AnswerControl {
  return {
    block,
    words: block.text.value.slice(start, end),
    range: sourceRangeOf(block.text, start, end),
    isButton: block.role === 'button',
    answer: roles.some((role) => signals.otherRoles.includes(role))
      ? undefined
      : answerIn(sentences, start, end, signals),
    roles,
  };
}

/** A no outweighs a yes in the same words: “I do not agree”. */
function answerIn(
  sentences: readonly Sentence[],
  start: number,
  end: number,
  { agreedBy, refusedBy }: AnswerSignals,
): AnswerControl['answer'] {
  const names = new Set(sentences.flatMap((sentence) => namesInside(sentence, start, end)));
  if (refusedBy.some((name) => names.has(name))) return 'refuse';
  return agreedBy.some((name) => names.has(name)) ? 'agree' : undefined;
}

function namesInside(sentence: Sentence, start: number, end: number): readonly string[] {
  return sentence.signals
    .filter((signal) => isInside(signal, sentence, start, end))
    .map(({ name, polarity }) => (polarity === undefined ? name : `${name}:${polarity}`));
}

function isInside(signal: Signal, { tokens }: Sentence, start: number, end: number): boolean {
  const first = tokens[signal.start];
  const last = tokens[signal.end - 1];
  return first !== undefined && last !== undefined && first.start >= start && last.end <= end;
}
