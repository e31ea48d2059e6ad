import type { Block, Link, Mail, Placeholder } from '../mail/Mail.js';
import { sourceRangeOf } from '../mail/MappedText.js';
import type { LinkRole, LinkRoleRules } from '../rulebook/LinkRoleRules.js';
import { normalizeTag } from '../rulebook/normalizeTag.js';
import { LinkSurroundings } from './LinkSurroundings.js';
import type { ReadLink, Sentence } from './Reading.js';
import { roleOfSignal } from './roleOfSignal.js';
import { sentencesByBlock } from './sentencesByBlock.js';

/** No target shows its role later than here; what comes behind is tracking data. */
const longestTarget = 2000;

/**
 * All links of a mail with their roles: by what a sending service's template tag stands for, by the target, by the
 * link's words, and, where those are only “here”, by the words of its sentence.
 */
export function readLinks(mail: Mail, sentences: readonly Sentence[], rules: LinkRoleRules): readonly ReadLink[] {
  const tags = new Map(rules.tags.map(({ tag, role }) => [tag, role]));
  const byBlock = sentencesByBlock(sentences);
  return mail.children.flatMap((block) => {
    if (block.links.length === 0 && block.placeholders.length === 0) return [];
    const around = new LinkSurroundings(block, byBlock.get(block) ?? []);
    const links = block.links.map((link) => ({
      block,
      link,
      roles: rolesOf(link, around, rules, tags),
      isDead: isDead(link.href),
    }));
    return [...links, ...tagLinks(block, around, rules, tags)];
  });
}

function rolesOf(
  link: Link,
  around: LinkSurroundings,
  rules: LinkRoleRules,
  tags: ReadonlyMap<string, LinkRole>,
): readonly LinkRole[] {
  const roles = new Set<LinkRole>();
  const byTarget = roleOfTarget(link.href, rules, tags);
  if (byTarget) roles.add(byTarget);
  for (const role of rolesByWording(link, around)) roles.add(role);
  if (roles.size === 0) for (const role of rolesByLeadIn(link, around)) roles.add(role);
  for (const { name } of around.placeholdersInside(link)) {
    const role = roleOfTag(name, rules, tags);
    if (role) roles.add(role);
  }
  return [...roles];
}

/** Words inside of the link decide; a link that says only “here” is read with its sentence. */
function rolesByWording(link: Link, around: LinkSurroundings): readonly LinkRole[] {
  const sentences = around.sentencesAround(link);
  const inside = sentences.flatMap((sentence) => around.signalsInside(sentence, link));
  const own = inside.flatMap(roleOfSignal);
  if (own.length > 0 || !inside.some(({ name }) => name === 'vague-link')) return own;
  return sentences.flatMap((sentence) => around.rolesIn(sentence));
}

/**
 * “Unsubscribe: sign in to your [account]”: a link that shows no role has that of the words that open its line, unless
 * these are a link themselves. “3 Mill Lane, Stroud, unsubscribe: https://…”: else that of the words right before it.
 */
function rolesByLeadIn(link: Link, around: LinkSurroundings): readonly LinkRole[] {
  const own = around.sentencesAround(link).filter(({ start, end }) => start <= link.start && link.end <= end);
  const opening = own.flatMap((sentence) => around.signalsOpeningLine(sentence, link.start).flatMap(roleOfSignal));
  if (opening.length > 0) return opening;
  return own.flatMap((sentence) => around.signalsLeadingTo(sentence, link.start).flatMap(roleOfSignal));
}

/** A sending service's tag in running text becomes a link when the mail is sent. */
function tagLinks(
  block: Block,
  around: LinkSurroundings,
  rules: LinkRoleRules,
  tags: ReadonlyMap<string, LinkRole>,
): readonly ReadLink[] {
  return block.placeholders.flatMap((placeholder) => {
    const role = roleOfTag(placeholder.name, rules, tags);
    if (!role || around.isLinked(placeholder)) return [];
    return [{ block, link: linkOfTag(block, placeholder, around), roles: [role], isDead: false }];
  });
}

function linkOfTag(block: Block, { start, end }: Placeholder, around: LinkSurroundings): Link {
  const range = sourceRangeOf(block.text, start, end);
  const branches = around.branchSpanAround({ start, end })?.branches ?? block.branches;
  return { start, end, href: block.text.value.slice(start, end), hrefRange: range, range, branches };
}

function roleOfTarget(href: string, rules: LinkRoleRules, tags: ReadonlyMap<string, LinkRole>): LinkRole | undefined {
  const target = href.slice(0, longestTarget);
  return roleOfTag(target, rules, tags) ?? roleOfWholePart(target, rules);
}

function roleOfTag(tag: string, rules: LinkRoleRules, tags: ReadonlyMap<string, LinkRole>): LinkRole | undefined {
  const name = normalizeTag(tag);
  const known = tags.get(name);
  if (known !== undefined) return known;
  return rules.parts.find(({ part, isWhole }) => !isWhole && name.includes(part))?.role;
}

function roleOfWholePart(target: string, rules: LinkRoleRules): LinkRole | undefined {
  const segments = new Set(target.toLowerCase().split(/[^a-z0-9]/u));
  return rules.parts.find(({ part, isWhole }) => isWhole && segments.has(part))?.role;
}

/** Whether a target leads nowhere. */
function isDead(href: string): boolean {
  const target = href.trim().toLowerCase();
  return target === '' || target === '#' || target.startsWith('javascript:');
}
