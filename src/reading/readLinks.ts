import type { Block, Link, Mail, Placeholder } from '../mail/Mail.js';
import { sourceRangeOf } from '../mail/MappedText.js';
import type { LinkRole, LinkRoleRules } from '../rulebook/LinkRoleRules.js';
import { linkRoles } from '../rulebook/LinkRoleRules.js';
import { normalizeTag } from '../rulebook/normalizeTag.js';
import type { ReadLink, Sentence } from './Reading.js';
import type { Signal } from './Signal.js';

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
    const own = byBlock.get(block) ?? [];
    const links = block.links.map((link) => ({
      block,
      link,
      roles: rolesOf(link, block, own, rules, tags),
      isDead: isDead(link.href),
    }));
    return [...links, ...tagLinks(block, rules, tags)];
  });
}

function sentencesByBlock(sentences: readonly Sentence[]): ReadonlyMap<Block, readonly Sentence[]> {
  const byBlock = new Map<Block, Sentence[]>();
  for (const sentence of sentences) {
    const own = byBlock.get(sentence.block);
    if (own) own.push(sentence);
    else byBlock.set(sentence.block, [sentence]);
  }
  return byBlock;
}

function rolesOf(
  link: Link,
  block: Block,
  sentences: readonly Sentence[],
  rules: LinkRoleRules,
  tags: ReadonlyMap<string, LinkRole>,
): readonly LinkRole[] {
  const roles = new Set<LinkRole>();
  const byTarget = roleOfTarget(link.href, rules, tags);
  if (byTarget) roles.add(byTarget);
  for (const role of rolesByWording(link, sentences)) roles.add(role);
  if (roles.size === 0) for (const role of rolesByLeadIn(link, sentences)) roles.add(role);
  for (const { start, end, name } of block.placeholders) {
    const role = start >= link.start && end <= link.end ? roleOfTag(name, rules, tags) : undefined;
    if (role) roles.add(role);
  }
  return [...roles];
}

/** Words inside of the link decide; a link that says only “here” is read with its sentence. */
function rolesByWording(link: Link, sentences: readonly Sentence[]): readonly LinkRole[] {
  const around = sentences.filter(({ start, end }) => start < link.end && link.start < end);
  const inside = around.flatMap((sentence) => sentence.signals.filter((signal) => isInside(signal, sentence, link)));
  const own = inside.flatMap(toRole);
  if (own.length > 0 || !inside.some(({ name }) => name === 'vague-link')) return own;
  return around.flatMap(({ signals }) => signals.flatMap(toRole));
}

/**
 * “Unsubscribe: sign in to your [account]”: a link that shows no role has that of the words that open its line, unless
 * these are a link themselves.
 */
function rolesByLeadIn(link: Link, sentences: readonly Sentence[]): readonly LinkRole[] {
  const own = sentences.filter(({ start, end }) => start <= link.start && link.end <= end);
  return own.flatMap((sentence) =>
    sentence.signals.filter((signal) => opensLineOf(link, signal, sentence)).flatMap(toRole),
  );
}

function opensLineOf(link: Link, { start }: Signal, { block, start: sentenceStart, tokens }: Sentence): boolean {
  const at = tokens[start]?.start;
  if (at === undefined || at > link.start) return false;
  const text = block.text.value;
  const lineStart = Math.max(sentenceStart, text.lastIndexOf('\n', link.start - 1) + 1);
  const isLinked = block.links.some((other) => at >= other.start && at < other.end);
  return !isLinked && at >= lineStart && text.slice(lineStart, at).trim() === '';
}

function isInside(signal: Signal, sentence: Sentence, link: Link): boolean {
  const first = sentence.tokens[signal.start];
  const last = sentence.tokens[signal.end - 1];
  return first !== undefined && last !== undefined && first.start >= link.start && last.end <= link.end;
}

function toRole({ name, polarity }: Signal): readonly LinkRole[] {
  return name === 'link-role' ? linkRoles.filter((role) => role === polarity) : [];
}

/** A sending service's tag in running text becomes a link when the mail is sent. */
function tagLinks(block: Block, rules: LinkRoleRules, tags: ReadonlyMap<string, LinkRole>): readonly ReadLink[] {
  return block.placeholders.flatMap((placeholder) => {
    const role = roleOfTag(placeholder.name, rules, tags);
    const isInLink = block.links.some(({ start, end }) => placeholder.start >= start && placeholder.end <= end);
    if (!role || isInLink) return [];
    return [{ block, link: linkOfTag(block, placeholder), roles: [role], isDead: false }];
  });
}

function linkOfTag(block: Block, { start, end }: Placeholder): Link {
  const range = sourceRangeOf(block.text, start, end);
  const spans = block.branchSpans.filter((span) => start >= span.start && end <= span.end);
  const branches = spans.at(-1)?.branches ?? block.branches;
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
