import { firstIndex } from '../../mail/firstIndex.js';
import type { SourceRange } from '../../mail/SourceRange.js';
import { findFrontMatter, isMarkup } from '../frontMatter.js';
import { rawTextRanges } from '../rawTextRanges.js';
import type { TextFormat } from '../readContent.js';
import { TemplateSource } from '../TemplateSource.js';
import type { TemplateTagFamily } from '../TemplateTagFamily.js';
import { findTemplateTags } from '../templateTags.js';
import { commentRanges } from './commentRanges.js';
import { findMjIncludes, type IncludedAs } from './findMjIncludes.js';
import { type TagPart, tagPart } from './tagPart.js';

/** A place in a file where something else may stand when the mail is sent. */
export type IncludeSite = SourceRange &
  (
    | {
        readonly kind: 'include';
        readonly target: string;
        readonly as: IncludedAs | 'name';
        readonly isOptional: boolean;
      }
    | {
        readonly kind: 'block';
        readonly name: string;
        readonly content: SourceRange;
        readonly sites: readonly IncludeSite[];
      }
    | { readonly kind: 'parent' }
  );

/** What a file takes from others. */
export interface IncludePlan {
  /** The file without its front matter. */
  readonly body: SourceRange;
  /** In order and without overlap. */
  readonly sites: readonly IncludeSite[];
  /** The tag that makes another file the frame of this one. */
  readonly frame?: SourceRange & { readonly target: string; readonly isOptional: boolean };
}

type PartTag = SourceRange & { readonly part: TagPart };

/** Finds what a file takes from others. Takes time linear in the text. */
export function planIncludes(text: string, format: TextFormat, families: readonly TemplateTagFamily[]): IncludePlan {
  const start = findFrontMatter(text, format)?.whole.end ?? (text.startsWith('\uFEFF') ? 1 : 0);
  const body = { start, end: text.length };
  const source = new TemplateSource(text, families, isMarkup(format));
  const inTags = source.tags.flatMap((tag): readonly PartTag[] =>
    tag.part === undefined ? [] : [{ start: tag.start, end: tag.end, part: tag.part }],
  );
  const inSheets = isMarkup(format) ? partsInSheets(text, families) : [];
  const comments = isMarkup(format) && inTags.length > 0 ? commentRanges(text) : [];
  const isLive = ({ start: at }: SourceRange) => {
    const next = comments[firstIndex(comments.length, (index) => (comments[index]?.end ?? 0) > at)];
    return at >= start && (next === undefined || at < next.start);
  };
  const tags = [...inTags.filter(isLive), ...inSheets].sort((a, b) => a.start - b.start);
  const elements = format === 'mjml' ? findMjIncludes(source) : [];
  const frameTag = tags.find(({ part }) => part.kind === 'extends');
  const frame =
    frameTag?.part.kind === 'extends'
      ? { start: frameTag.start, end: frameTag.end, target: frameTag.part.target, isOptional: frameTag.part.isOptional }
      : undefined;
  const sites = [...nestSites(tags), ...elements].sort((a, b) => a.start - b.start);
  return { body, sites: withoutOverlap(sites), ...(frame && { frame }) };
}

/** Tags in style sheets are left alone elsewhere; an include in one is a sheet in a file of its own. */
function partsInSheets(text: string, families: readonly TemplateTagFamily[]): readonly PartTag[] {
  const including = families.filter(({ parts }) => (parts?.includes.length ?? 0) > 0);
  return rawTextRanges(text).flatMap((range) => {
    if (/^<script/i.test(text.slice(range.start, range.start + 7))) return [];
    return findTemplateTags(text.slice(range.start, range.end), including, false).flatMap((tag): readonly PartTag[] => {
      const part = tagPart(tag.family, tag.content);
      return part?.kind === 'include' ? [{ start: range.start + tag.start, end: range.start + tag.end, part }] : [];
    });
  });
}

interface OpenBlock {
  readonly tag: SourceRange;
  readonly name: string;
  readonly sites: IncludeSite[];
}

/** Pairs the tags of blocks; one without a partner is none. */
function nestSites(tags: readonly PartTag[]): readonly IncludeSite[] {
  const outermost: IncludeSite[] = [];
  const open: OpenBlock[] = [];
  for (const { start, end, part } of tags) {
    const sites = open.at(-1)?.sites ?? outermost;
    switch (part.kind) {
      case 'include':
        sites.push({ kind: 'include', start, end, target: part.target, as: 'name', isOptional: part.isOptional });
        break;
      case 'parent':
        sites.push({ kind: 'parent', start, end });
        break;
      case 'block':
        open.push({ tag: { start, end }, name: part.name, sites: [] });
        break;
      case 'end-block': {
        const block = open.pop();
        if (block === undefined) break;
        const content = { start: block.tag.end, end: start };
        const around = open.at(-1)?.sites ?? outermost;
        around.push({ kind: 'block', start: block.tag.start, end, name: block.name, content, sites: block.sites });
        break;
      }
      case 'extends':
    }
  }
  return [...open.flatMap(({ sites }) => sites), ...outermost];
}

function withoutOverlap(sites: readonly IncludeSite[]): readonly IncludeSite[] {
  let end = 0;
  return sites.filter((site) => {
    if (site.start < end) return false;
    end = site.end;
    return true;
  });
}
