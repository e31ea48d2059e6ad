import { sourceRangeOf } from '../mail/MappedText.js';
import type { MailPart, Sentence } from '../reading/Reading.js';
import type { ProminenceRule } from '../rulebook/Rule.js';
import type { CheckContext } from './CheckContext.js';
import { contrastRatio } from './contrastRatio.js';
import { sentencesThatConvey } from './conveyed.js';
import type { Finding } from './Finding.js';
import { findingTexts } from './findingTexts.js';

const prominentParts: readonly MailPart[] = ['subject', 'preheader', 'heading', 'opening'];

/** Finds something that a mail says without a word of it where readers look. */
export function checkProminence(rule: ProminenceRule, { reading, rulebook }: CheckContext): readonly Finding[] {
  if (reading.sentences.some((sentence) => announces(rule, sentence))) return [];
  const said = sentencesThatConvey(rule.conveyance, reading, rulebook, (part) => part !== 'hidden');
  const first = said[0];
  if (!first || prominentParts.includes(first.part)) return [];
  const last = said.findLast(({ block }) => block === first.block) ?? first;
  return [toFinding(rule, first, last)];
}

function announces(rule: ProminenceRule, { part, signals }: Sentence): boolean {
  return prominentParts.includes(part) && signals.some(({ name }) => rule.announcedBy.includes(name));
}

function toFinding(rule: ProminenceRule, first: Sentence, last: Sentence): Finding {
  const { block } = first;
  const { variant, slots } = reasonOf(rule, first);
  return {
    rule: rule.id,
    severity: rule.severity,
    ...findingTexts(rule, first.language, variant, slots),
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
