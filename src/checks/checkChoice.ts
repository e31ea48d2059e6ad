import type { Block } from '../mail/Mail.js';
import { sourceRangeOf } from '../mail/MappedText.js';
import { isInBody } from '../reading/isInBody.js';
import type { Reading, Sentence } from '../reading/Reading.js';
import type { LinkRole } from '../rulebook/LinkRoleRules.js';
import type { ChoiceRule } from '../rulebook/Rule.js';
import type { AnswerControl } from './answerControls.js';
import { answerControls } from './answerControls.js';
import type { CheckContext } from './CheckContext.js';
import { sentencesThatConvey } from './conveyed.js';
import type { Finding } from './Finding.js';
import { findingTexts } from './findingTexts.js';
import { holdsVisible } from './holdsVisible.js';

/**
 * Finds requests that make a yes easy to see and a no hard: the yes is a button, the no a small or bare link, a letter,
 * or nothing. Nothing is found where both are offered alike, or where whoever does not want it need do nothing.
 */
export function checkChoice(rule: ChoiceRule, context: CheckContext): readonly Finding[] {
  const { reading } = context;
  if (holdsVisible(rule.freeBy, reading.sentences)) return [];
  const controls = answerControls(reading, rule);
  const refusals = controls.filter(({ answer }) => answer === 'refuse');
  const agreements = controls.filter(({ answer }) => answer === 'agree');
  const agreement = agreements[0] ?? soleButton(rule, context, controls);
  if (!agreement) return [];
  const offered = agreements.length > 0 ? agreements : [agreement];
  if (refusals.some((refusal) => offered.some((control) => isAlike(rule, control, refusal)))) return [];
  const [refusal] = refusals;
  if (refusal) return [about(rule, reading, refusal, isSmall(rule, agreement, refusal) ? 'small-link' : 'bare-link')];
  if (!agreement.isButton) return [];
  return refusedInWords(rule, context, agreement);
}

/** Where consent is asked for and there is one button, it stands for the yes, whatever its words. */
function soleButton(
  { otherRoles }: ChoiceRule,
  { reading }: CheckContext,
  controls: readonly AnswerControl[],
): AnswerControl | undefined {
  if (!asksForConsent(reading)) return undefined;
  const buttons = controls.filter(({ isButton, answer }) => isButton && answer === undefined);
  const isOther = (role: LinkRole): boolean => otherRoles.includes(role);
  const [first] = buttons;
  const isSole = buttons.every(({ words }) => words === first?.words);
  return isSole && first && !first.roles.some(isOther) ? first : undefined;
}

function asksForConsent({ types, typesAreDeclared }: Reading): boolean {
  return (typesAreDeclared ? types : types.slice(0, 1)).some(({ type }) => type === 'consent');
}

function isAlike(rule: ChoiceRule, agreement: AnswerControl, refusal: AnswerControl): boolean {
  return (refusal.isButton || !agreement.isButton) && !isSmall(rule, agreement, refusal);
}

function isSmall({ smallShare }: ChoiceRule, agreement: AnswerControl, refusal: AnswerControl): boolean {
  const [agreeing, refusing] = [agreement.block.style.fontSize, refusal.block.style.fontSize];
  return agreeing !== undefined && refusing !== undefined && refusing < agreeing * smallShare;
}

/** A no that is only spoken of: by letter, in small print, or not at all. */
function refusedInWords(rule: ChoiceRule, context: CheckContext, agreement: AnswerControl): readonly Finding[] {
  const { reading, rulebook } = context;
  const said = rule.refusedInWords.flatMap((conveyance) =>
    sentencesThatConvey(conveyance, reading, rulebook, isInBody),
  );
  const easy = said.filter(({ block }) => !isHard(rule, block, reading) && !isSmallPrint(rule, block));
  if (easy.length > 0) return [];
  const [hard] = said;
  if (!hard) return [about(rule, reading, agreement, 'default')];
  return [aboutSentence(rule, hard, isHard(rule, hard.block, reading) ? 'letter' : 'small-print')];
}

function isHard({ hardBy }: ChoiceRule, block: Block, { sentences }: Reading): boolean {
  return holdsVisible(
    hardBy,
    sentences.filter((sentence) => sentence.block === block),
  );
}

function isSmallPrint({ smallPrint }: ChoiceRule, { style }: Block): boolean {
  return style.fontSize !== undefined && style.fontSize < smallPrint;
}

function about(rule: ChoiceRule, { language }: Reading, { words, range }: AnswerControl, variant: string): Finding {
  return {
    rule: rule.id,
    severity: rule.severity,
    ...findingTexts(rule, language, variant, { words }),
    text: words,
    range,
    related: [],
    references: rule.references,
  };
}

function aboutSentence(rule: ChoiceRule, { block, start, end, language }: Sentence, variant: string): Finding {
  return {
    rule: rule.id,
    severity: rule.severity,
    ...findingTexts(rule, language, variant),
    text: block.text.value.slice(start, end),
    range: sourceRangeOf(block.text, start, end),
    related: [],
    references: rule.references,
  };
}
