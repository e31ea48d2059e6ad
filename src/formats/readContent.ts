import type { IgnoreNote } from '../mail/IgnoreNote.js';
import type { Block, BranchGroup, FormatProblem, MailFormat } from '../mail/Mail.js';
import type { DeclaredMetadata } from './DeclaredMetadata.js';
import { findFrontMatter, isMarkup } from './frontMatter.js';
import { readIgnoreComments } from './ignoreComments.js';
import { readLabelLines } from './labelLines.js';
import type { MetadataLabels } from './MetadataLabels.js';
import { readMarkdown } from './markdownBlocks.js';
import { parseMarkdown } from './markdownTree.js';
import { readMarkup } from './markupBlocks.js';
import { maskLines, maskMarkup } from './maskTags.js';
import type { ParseMemory } from './ParseMemory.js';
import { readFrontMatter } from './readFrontMatter.js';
import { TemplateSource } from './TemplateSource.js';
import type { TemplateTagFamily } from './TemplateTagFamily.js';
import { readText } from './textBlocks.js';

/** A format whose files are text from beginning to end, and no envelope around others. */
export type TextFormat = Exclude<MailFormat, 'eml'>;

export interface ContentOptions {
  readonly format: TextFormat;
  readonly templateTags: readonly TemplateTagFamily[];
  /** Without them there are no label lines. */
  readonly metadataLabels?: MetadataLabels;
  /** Whether metadata may stand at the top; not in the body of a mail that has headers. */
  readonly hasFrontMatter: boolean;
  /** Of what was parsed before. */
  readonly memory?: ParseMemory;
}

/** What stands in a text, before it is settled which metadata count. */
export interface Content {
  readonly blocks: readonly Block[];
  readonly isPartial: boolean;
  /** What front matter and label lines say. */
  readonly declared: DeclaredMetadata;
  /** Every conditional of the template. */
  readonly branchGroups: readonly BranchGroup[];
  readonly problems: readonly FormatProblem[];
  /** What comments and front matter ask to be let pass. */
  readonly ignoreNotes?: readonly IgnoreNote[];
}

const noLabels: MetadataLabels = { subject: [], preheader: [], from: [] };

/** Reads the blocks of a text and the metadata at its top, with their places in it. */
export function readContent(text: string, options: ContentOptions): Content {
  const { format } = options;
  const source = new TemplateSource(text, options.templateTags, isMarkup(format));
  const masked = isMarkup(format) ? maskMarkup(source) : maskLines(source);
  const problems: FormatProblem[] = [];
  const ignoreNotes: IgnoreNote[] = format === 'text' || !options.hasFrontMatter ? [] : [...readIgnoreComments(text)];
  const frontMatter = options.hasFrontMatter ? findFrontMatter(text, format) : undefined;
  const declared =
    frontMatter === undefined ? {} : readFrontMatter(source, masked, frontMatter.yaml, { problems, ignoreNotes });
  const bodyStart = frontMatter?.whole.end ?? (text.startsWith('\uFEFF') ? 1 : 0);
  const body = readBody(source, masked, bodyStart, options, problems);
  return {
    blocks: body.blocks,
    isPartial: body.isPartial,
    declared: { ...body.declared, ...declared },
    branchGroups: source.branchGroups,
    problems,
    ...(ignoreNotes.length === 0 ? {} : { ignoreNotes }),
  };
}

function readBody(
  source: TemplateSource,
  masked: string,
  start: number,
  { format, metadataLabels = noLabels, memory }: ContentOptions,
  problems: FormatProblem[],
): Pick<Content, 'blocks' | 'isPartial' | 'declared'> {
  if (isMarkup(format)) {
    return { ...readMarkup(source, masked, { start, end: masked.length }), declared: {} };
  }
  const decoding = format === 'markdown' ? 'markdown' : 'plain';
  const { metadata, bodyStart } = readLabelLines(source, start, metadataLabels, decoding);
  const blocks =
    format === 'markdown'
      ? readMarkdownBody(source, masked, bodyStart, problems, memory)
      : readText(source, masked, bodyStart);
  return { blocks, isPartial: false, declared: metadata };
}

function readMarkdownBody(
  source: TemplateSource,
  masked: string,
  start: number,
  problems: FormatProblem[],
  memory: ParseMemory | undefined,
): readonly Block[] {
  try {
    return readMarkdown(source, masked, parseMarkdown(masked, start, memory));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    problems.push({
      message: 'The Markdown is nested too deeply and was read as plain text. Take block quotes or lists apart.',
      range: { start, end: source.text.length },
    });
    return readText(source, masked, start);
  }
}
