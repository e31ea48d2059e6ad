import type { Mail, MailFormat } from '../mail/Mail.js';
import { readEml } from './eml/readEml.js';
import type { InheritedMetadata } from './InheritedMetadata.js';
import { type ComposedMail, composeIncludes } from './includes/composeIncludes.js';
import type { IncludeResolver } from './includes/IncludeResolver.js';
import type { MetadataLabels } from './MetadataLabels.js';
import type { ParseMemory } from './ParseMemory.js';
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
  /** Where the files come from that the mail includes; without it includes are left as they stand. */
  readonly includes?: IncludeOptions;
  /** Of what was parsed before; it makes no difference but to the time that parsing takes. */
  readonly memory?: ParseMemory;
}

export interface IncludeOptions {
  /** The mail's own file: relative to the working folder, with forward slashes. */
  readonly path: string;
  readonly resolve: IncludeResolver;
}

/**
 * Reads a mail: source in, tree out, every character of its texts with its place in the source (UTF-16 code units, end
 * exclusive; where it includes files, in the text that they make together). Nothing in the source is run. Whatever can't be read is a problem of the mail, never an exception.
 *
 * @example parseMail('# Hello {{ name }}', { format: 'markdown', templateTags }).children[0]?.text.value
 */
export function parseMail(text: string, options: ParseOptions): Mail {
  const composed = compose(text, options);
  const content = readFormat(composed?.composition.text ?? text, options);
  const settled = settleMetadata(content.declared, options.inherited ?? {}, content.blocks);
  return {
    type: 'mail',
    format: options.format,
    isPartial: content.isPartial || composed?.isIncomplete === true,
    metadata: settled.metadata,
    problems: [...content.problems, ...(composed?.problems ?? [])],
    ...(content.ignoreNotes === undefined ? {} : { ignoreNotes: content.ignoreNotes }),
    ...(composed && { composition: composed.composition }),
    ...withoutUnusedBranches(settled.blocks, content.branchGroups),
  };
}

/** A mail file is whole as it is. */
function compose(text: string, { format, templateTags, includes }: ParseOptions): ComposedMail | undefined {
  if (format === 'eml' || includes === undefined) return undefined;
  return composeIncludes(text, { format, templateTags, ...includes });
}

function readFormat(text: string, { format, ...options }: ParseOptions): Content {
  if (format === 'eml') return readEml(text, options.templateTags);
  return readContent(text, { ...options, format, hasFrontMatter: true });
}
