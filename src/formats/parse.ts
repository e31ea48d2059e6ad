import type { Mail, MailFormat } from '../mail/Mail.js';
import { readEml } from './eml/readEml.js';
import type { InheritedMetadata } from './InheritedMetadata.js';
import type { MetadataLabels } from './MetadataLabels.js';
import { type Content, readContent } from './readContent.js';
import { settleMetadata } from './settleMetadata.js';
import type { TemplateTagFamily } from './TemplateTagFamily.js';
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

/**
 * Reads a mail: source in, tree out, every character of its texts with its place in the source (UTF-16 code units, end
 * exclusive). Nothing in the source is run. Whatever can't be read is a problem of the mail, never an exception.
 *
 * @example parseMail('# Hello {{ name }}', { format: 'markdown', templateTags }).children[0]?.text.value
 */
export function parseMail(text: string, options: ParseOptions): Mail {
  const content = readFormat(text, options);
  const settled = settleMetadata(content.declared, options.inherited ?? {}, content.blocks);
  return {
    type: 'mail',
    format: options.format,
    isPartial: content.isPartial,
    metadata: settled.metadata,
    problems: content.problems,
    ...(content.ignoreNotes === undefined ? {} : { ignoreNotes: content.ignoreNotes }),
    ...withoutUnusedBranches(settled.blocks, content.branchGroups),
  };
}

function readFormat(text: string, { format, ...options }: ParseOptions): Content {
  if (format === 'eml') return readEml(text, options.templateTags);
  return readContent(text, { ...options, format, hasFrontMatter: true });
}
