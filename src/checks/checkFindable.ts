import { isReadIn } from '../mail/isReadIn.js';
import { looksOf } from '../mail/looksOf.js';
import type { Block, StyleRun } from '../mail/Mail.js';
import { formatSize } from '../reading/formatSize.js';
import { linksByBlock } from '../reading/linksByBlock.js';
import { MailLooks } from '../reading/MailLooks.js';
import type { ReadLink, Sentence } from '../reading/Reading.js';
import { sentencesByBlock } from '../reading/sentencesByBlock.js';
import type { FindableRule } from '../rulebook/Rule.js';
import type { CheckContext } from './CheckContext.js';
import type { Finding, Severity } from './Finding.js';
import { findingTexts } from './findingTexts.js';
import { holdsAnySignal } from './matchFrame.js';
import { originPlace } from './originPlace.js';

/** Why a link is hard to find. */
interface Obstacle {
  readonly variant: 'hidden' | 'tiny' | 'invisible' | 'pale' | 'small' | 'weaker' | 'empty' | 'image';
  readonly severity: Severity;
  readonly slots: Readonly<Record<string, string>>;
  readonly run: StyleRun | undefined;
}

/** What is around links, found once for all of them. */
interface Surroundings {
  readonly looks: MailLooks;
  readonly sentences: ReadonlyMap<Block, readonly Sentence[]>;
  readonly blocks: readonly Block[];
  readonly order: ReadonlyMap<Block, number>;
  readonly links: ReadonlyMap<Block, readonly ReadLink[]>;
}

/** A mail with more such links than these hides none of them. */
const mostLinks = 200;

/** Nobody looks at more links than these beside a link. */
const mostNeighbours = 20;

/** Blocks further away than this hold no links beside a link. */
const neighbourhood = 2;

/**
 * Finds out whether links that are there can be found. One that is easy to find is enough; where all are hard to find,
 * the least hard one is reported. Where a link stands makes no difference, and what is unknown about it counts as good.
 */
export function checkFindable(rule: FindableRule, context: CheckContext): readonly Finding[] {
  const { reading } = context;
  const isRead = isReadIn(reading.mail.children);
  const read = reading.links.filter(({ block }) => isRead(block));
  const links = read.filter(({ roles, isDead }) => !isDead && roles.some((role) => rule.links.includes(role)));
  if (links.length === 0 || links.length > mostLinks) return [];
  const surroundings = surroundingsOf(context, read);
  const judged = links.map((link) => ({ link, obstacle: obstacleOf(link, rule, surroundings) }));
  if (judged.some(({ obstacle }) => obstacle === undefined)) return [];
  const [least] = judged.flatMap(({ link, obstacle }) => (obstacle ? [{ link, obstacle }] : [])).sort(byWeight);
  return least ? [toFinding(rule, context, least.link, least.obstacle)] : [];
}

function surroundingsOf({ reading, rulebook }: CheckContext, read: readonly ReadLink[]): Surroundings {
  const { mail } = reading;
  return {
    looks: new MailLooks(mail, rulebook.prominence),
    sentences: sentencesByBlock(reading.sentences),
    blocks: mail.children,
    order: new Map(mail.children.map((block, at) => [block, at])),
    links: linksByBlock(read),
  };
}

function byWeight(a: { readonly obstacle: Obstacle }, b: { readonly obstacle: Obstacle }): number {
  return Number(a.obstacle.severity === 'error') - Number(b.obstacle.severity === 'error');
}

function obstacleOf(link: ReadLink, rule: FindableRule, surroundings: Surroundings): Obstacle | undefined {
  const { looks } = surroundings;
  const runs = looksOf(link.block, link.link.start, link.link.end);
  const run = runs.find(({ style }) => style.fontSize !== undefined || style.contrast !== undefined) ?? runs[0];
  const made = (variant: Obstacle['variant'], isError = false, slots: Obstacle['slots'] = {}): Obstacle => ({
    variant,
    severity: isError ? rule.severity : 'warning',
    slots,
    run,
  });
  if (link.block.role === 'hidden' || link.block.role === 'preheader') return made('hidden', true);
  if (link.link.start === link.link.end) return made('image');
  if (isEmpty(link, rule, surroundings.sentences.get(link.block) ?? [])) return made('empty');
  const { fontSize, contrast } = run?.style ?? {};
  const slots = {
    size: fontSize === undefined ? '' : formatSize(fontSize),
    contrast: contrast?.toFixed(1) ?? '',
    body: looks.bodySize === undefined ? '' : formatSize(looks.bodySize),
  };
  if (fontSize !== undefined && fontSize < rule.hidden.size) return made('tiny', true, slots);
  if (contrast !== undefined && contrast < rule.hidden.contrast) return made('invisible', true, slots);
  if (contrast !== undefined && contrast < rule.weak.contrast) return made('pale', false, slots);
  const { bodySize } = looks;
  if (fontSize !== undefined && bodySize !== undefined && fontSize < bodySize * rule.weak.bodyShare) {
    return made('small', false, slots);
  }
  const beside = run && strongerNeighbour(link, run, rule, surroundings);
  return beside && made('weaker', false, { ...slots, ...beside });
}

/** Whether the words of a link, and of its sentence, leave open what it is for. */
function isEmpty({ block, link }: ReadLink, rule: FindableRule, sentences: readonly Sentence[]): boolean {
  const words = block.text.value.slice(link.start, link.end);
  const around = sentences.filter((sentence) => sentence.start < link.end && link.start < sentence.end);
  if (holdsAnySignal(rule.meantBy, around)) return false;
  if (!/[\p{L}\p{N}]/u.test(words)) return true;
  return around.some((sentence) =>
    sentence.signals.some(({ name, start, end }) => {
      const [first, last] = [sentence.tokens[start], sentence.tokens[end - 1]];
      if (name !== rule.emptyWords || !first || !last) return false;
      const rest = block.text.value.slice(link.start, first.start) + block.text.value.slice(last.end, link.end);
      return first.start >= link.start && last.end <= link.end && !/[\p{L}\p{N}]/u.test(rest);
    }),
  );
}

/** The numbers of a link nearby that is much larger, or much stronger in colour; undefined where there is none. */
function strongerNeighbour(
  { block, link }: ReadLink,
  { style }: StyleRun,
  { weak }: FindableRule,
  { blocks, order, links }: Surroundings,
): Readonly<Record<string, string>> | undefined {
  const at = order.get(block) ?? 0;
  const near = blocks.slice(Math.max(0, at - neighbourhood), at + neighbourhood + 1);
  const others = near.filter(({ role }) => role === block.role).flatMap((beside) => links.get(beside) ?? []);
  for (const other of others.slice(0, mostNeighbours)) {
    if (other.link === link) continue;
    const [look] = looksOf(other.block, other.link.start, other.link.end);
    const { fontSize, contrast } = look?.style ?? {};
    const isSmaller =
      style.fontSize !== undefined && fontSize !== undefined && style.fontSize < fontSize * weak.neighbourShare;
    const isPaler =
      style.contrast !== undefined &&
      contrast !== undefined &&
      style.contrast < weak.neighbourContrast &&
      style.contrast < contrast * weak.neighbourShare;
    if (isSmaller || isPaler) {
      return {
        'other-size': fontSize === undefined ? '' : formatSize(fontSize),
        'other-contrast': contrast?.toFixed(1) ?? '',
      };
    }
  }
  return undefined;
}

function toFinding(rule: FindableRule, context: CheckContext, { block, link }: ReadLink, obstacle: Obstacle): Finding {
  const { language, mail } = context.reading;
  const { variant, slots, run } = obstacle;
  // A part may look different where it is put into another file.
  const severity = mail.isPartial && obstacle.severity === 'error' ? 'warning' : obstacle.severity;
  return {
    rule: rule.id,
    severity,
    ...findingTexts(rule, language, variant, slots),
    text: block.text.value.slice(link.start, link.end),
    range: link.range,
    related: originPlace(run, context),
    references: rule.references,
  };
}
