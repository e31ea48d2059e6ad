import type { Block, FormatProblem, Mail, MailFormat } from '../mail/Mail.js';
import type { DeclaredMetadata } from './DeclaredMetadata.js';
import { findFrontMatter, isMarkup } from './frontMatter.js';
import type { InheritedMetadata } from './InheritedMetadata.js';
import { readLabelLines } from './labelLines.js';
import type { MetadataLabels } from './MetadataLabels.js';
import { readMarkdown } from './markdownBlocks.js';
import { parseMarkdown } from './markdownTree.js';
import { readMarkup } from './markupBlocks.js';
import { maskLines, maskMarkup } from './maskTags.js';
import { readFrontMatter } from './readFrontMatter.js';
import { settleMetadata } from './settleMetadata.js';
import { TemplateSource } from './TemplateSource.js';
import type { TemplateTagFamily } from './TemplateTagFamily.js';
import { readText } from './textBlocks.js';
import { withoutUnusedBranches } from './usedBranches.js';

export interface ParseOptions {
  readonly format: MailFormat;
  /** The families of `rules/template-tags.yml`. */
  readonly templateTags: readonly TemplateTagFamily[];
  /** The labels of `rules/metadata-labels.yml`; without them there are no label lines. */
  readonly metadataLabels?: MetadataLabels;
  /** What a `campaign.yml` says about the mail. */
  readonly inherited?: InheritedMetadata;
}

const noLabels: MetadataLabels = { subject: [], preheader: [], from: [] };

/**
 * Reads a mail: source in, tree out, every character of its texts with its place in the source (UTF-16 code units, end
 * exclusive). Nothing in the source is run. Whatever can't be read is a problem of the mail, never an exception.
 *
 * @example parseMail('# Hello {{ name }}', { format: 'markdown', templateTags }).children[0]?.text.value
 */
export function parseMail(text: string, options: ParseOptions): Mail {
  const { format } = options;
  const source = new TemplateSource(text, options.templateTags, isMarkup(format));
  const masked = isMarkup(format) ? maskMarkup(source) : maskLines(source);
  const problems: FormatProblem[] = [];
  const frontMatter = findFrontMatter(text, format);
  const declared = frontMatter === undefined ? {} : readFrontMatter(source, masked, frontMatter.yaml, problems);
  const bodyStart = frontMatter?.whole.end ?? (text.startsWith('\uFEFF') ? 1 : 0);
  const body = readBody(source, masked, bodyStart, options, problems);
  const { metadata, blocks } = settleMetadata({ ...body.declared, ...declared }, options.inherited ?? {}, body.blocks);
  return {
    type: 'mail',
    format,
    isPartial: body.isPartial,
    metadata,
    problems,
    ...withoutUnusedBranches(blocks, source.branchGroups),
  };
}

interface Body {
  readonly blocks: readonly Block[];
  readonly isPartial: boolean;
  /** What label lines say. */
  readonly declared: DeclaredMetadata;
}

function readBody(
  source: TemplateSource,
  masked: string,
  start: number,
  { format, metadataLabels = noLabels }: ParseOptions,
  problems: FormatProblem[],
): Body {
  if (isMarkup(format)) {
    return { ...readMarkup(source, masked, { start, end: masked.length }), declared: {} };
  }
  const decoding = format === 'markdown' ? 'markdown' : 'plain';
  const { metadata, bodyStart } = readLabelLines(source, start, metadataLabels, decoding);
  const blocks =
    format === 'markdown' ? readMarkdownBody(source, masked, bodyStart, problems) : readText(source, masked, bodyStart);
  return { blocks, isPartial: false, declared: metadata };
}

function readMarkdownBody(
  source: TemplateSource,
  masked: string,
  start: number,
  problems: FormatProblem[],
): readonly Block[] {
  try {
    return readMarkdown(source, masked, parseMarkdown(masked, start));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    problems.push({
      message: 'The Markdown is nested too deeply and was read as plain text. Take block quotes or lists apart.',
      range: { start, end: source.text.length },
    });
    return readText(source, masked, start);
  }
}
