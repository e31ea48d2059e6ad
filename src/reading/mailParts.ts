import type { Block, Mail } from '../mail/Mail.js';
import type { LinkRole } from '../rulebook/LinkRoleRules.js';
import type { MailPart, ReadLink, Sentence } from './Reading.js';

/** A salutation has fewer words than this; the first longer paragraph opens the mail. */
const fewestOpeningWords = 8;

/** A footer never begins in the first part of a mail: up there “you receive this mail because” is an introduction. */
const earliestFooter = 0.4;

/** Links that speak of the mailing or its sender. Those to terms or to people to ask stand anywhere. */
const rolesOfFooters: readonly LinkRole[] = ['unsubscribe', 'preferences', 'web-view', 'imprint'];

/** The part of the mail that each block stands in, as far as the structure alone shows it. */
export function structuralPartOf(block: Block, opening: Block | undefined): MailPart {
  switch (block.role) {
    case 'subject':
    case 'title':
      return 'subject';
    case 'preheader':
      return 'preheader';
    case 'heading':
      return 'heading';
    case 'hidden':
      return 'hidden';
    case 'paragraph':
    case 'list-item':
    case 'button':
    case 'image-text':
    case 'table-cell':
      if (block.nesting.includes('footer')) return 'footer';
      return block === opening ? 'opening' : 'body';
  }
}

/** The first paragraph that says something in the body, or in one of two bodies that say the same. */
export function openingOf(mail: Mail, body?: Block['part']): Block | undefined {
  const paragraphs = mail.children.filter(({ role, part }) => role === 'paragraph' && part === body);
  return paragraphs.find(({ text }) => text.value.split(/\s+/u).length >= fewestOpeningWords) ?? paragraphs[0];
}

/**
 * Gives sentences their part once their words are known: a postscript begins where one is announced, the footer with
 * the first block near the end that speaks of the mailing itself.
 */
export function refineParts(
  mail: Mail,
  sentences: readonly Sentence[],
  links: readonly ReadLink[],
): readonly Sentence[] {
  const bodies = new Set(mail.children.map(({ part }) => part));
  const order = new Map([...bodies].flatMap((body) => blocksOf(mail, body).map((block, at) => [block, at] as const)));
  const footerStarts = new Map(
    [...bodies].map((body) => [body, firstFooterBlock(mail, body, sentences, links, order)]),
  );
  const withPostscript = new Set<Block['part']>();
  return sentences.map((sentence) => {
    if (sentence.part !== 'body' && sentence.part !== 'heading') return sentence;
    const body = sentence.block.part;
    const footerStart = footerStarts.get(body) ?? Number.POSITIVE_INFINITY;
    if ((order.get(sentence.block) ?? 0) >= footerStart) return { ...sentence, part: 'footer' as const };
    if (beginsWith(sentence, 'postscript')) withPostscript.add(body);
    return withPostscript.has(body) ? { ...sentence, part: 'postscript' as const } : sentence;
  });
}

function blocksOf(mail: Mail, body: Block['part']): readonly Block[] {
  return mail.children.filter(({ part }) => part === body);
}

function firstFooterBlock(
  mail: Mail,
  body: Block['part'],
  sentences: readonly Sentence[],
  links: readonly ReadLink[],
  order: ReadonlyMap<Block, number>,
): number {
  const earliest = Math.floor(blocksOf(mail, body).length * earliestFooter);
  const bySignal = sentences.filter(({ signals }) => signals.some(({ name }) => name === 'footer-start'));
  const byLink = links.filter(({ roles }) => roles.some((role) => rolesOfFooters.includes(role)));
  const candidates = [...bySignal, ...byLink]
    .filter(({ block }) => block.part === body)
    .map(({ block }) => order.get(block) ?? 0)
    .filter((at) => at >= earliest);
  return Math.min(...candidates.filter((at) => at > 0), Number.POSITIVE_INFINITY);
}

function beginsWith(sentence: Sentence, signal: string): boolean {
  return sentence.signals.some(({ name, start }) => name === signal && start === 0);
}
