import type { Block, BranchGroup, FormatProblem, MetadataValue } from '../../mail/Mail.js';
import { BlockBuilder } from '../BlockBuilder.js';
import type { DeclaredMetadata, DeclaredText } from '../DeclaredMetadata.js';
import { type Content, readContent } from '../readContent.js';
import { readTypes } from '../readTypes.js';
import { TemplateSource } from '../TemplateSource.js';
import type { TemplateTagFamily } from '../TemplateTagFamily.js';
import { decodeHeader } from './decodeHeader.js';
import type { HeaderField } from './HeaderField.js';
import { Relocation } from './Relocation.js';
import { readDateHeader } from './readDateHeader.js';
import { type MailTextPart, readMailTexts, unknownCharset } from './readMailTexts.js';
import { headerValue } from './splitMime.js';

/** Mail programs write them into answers and into mails that are passed on. */
const answerHeaders: readonly string[] = ['in-reply-to', 'references'];

/**
 * Reads a mail file: metadata from its headers, blocks from its plain text and its HTML, each with the place in the
 * file that it was decoded from. Attachments are no text, attached mails are not read.
 */
export function readEml(source: string, templateTags: readonly TemplateTagFamily[]): Content {
  const { headers, parts, problems } = readMailTexts(source);
  const reader = new EmlReader(source, templateTags, [...problems]);
  const declared = reader.readHeaders(headers);
  const hasBoth = new Set(parts.map(({ kind }) => kind)).size > 1;
  const blocks = parts.flatMap((part) => reader.readPart(part, hasBoth));
  return { blocks, isPartial: false, declared, branchGroups: reader.branchGroups, problems: reader.problems };
}

class EmlReader {
  readonly branchGroups: BranchGroup[] = [];
  readonly problems: FormatProblem[];
  readonly #source: string;
  readonly #templateTags: readonly TemplateTagFamily[];

  constructor(source: string, templateTags: readonly TemplateTagFamily[], problems: FormatProblem[]) {
    this.#source = source;
    this.#templateTags = templateTags;
    this.problems = problems;
  }

  readHeaders(headers: readonly HeaderField[]): DeclaredMetadata {
    const find = (wanted: string) => headers.find(({ name }) => name === wanted);
    const subject = this.#readText(find('subject'));
    const from = this.#readText(find('from'));
    const replyTo = this.#readReplyTo(find('reply-to'));
    const language = this.#readLanguage(find('content-language'));
    const sendDate = readDateHeader(this.#source, find('date'));
    const types = headers
      .filter(({ name }) => name === 'x-mail-type')
      .map(({ value }) => ({ value: this.#source.slice(value.start, value.end), range: value }));
    const known = readTypes(types, this.problems);
    const isReply = answerHeaders.some((name) => headerValue(this.#source, headers, name) !== '');
    const listUnsubscribe = this.#readListUnsubscribe(headers);
    return {
      ...(subject !== undefined && { subject }),
      ...(from !== undefined && { from }),
      ...(replyTo !== undefined && { replyTo }),
      ...(language !== undefined && { language }),
      ...(sendDate !== undefined && { sendDate }),
      ...(known.length > 0 && { types: known }),
      ...(isReply && { isReply }),
      ...(listUnsubscribe !== undefined && { listUnsubscribe }),
    };
  }

  /** @param hasBoth whether the mail has its text as plain text and as HTML. */
  readPart({ kind, text }: MailTextPart, hasBoth: boolean): readonly Block[] {
    const content = readContent(text.value, {
      format: kind,
      templateTags: this.#templateTags,
      hasFrontMatter: false,
    });
    const relocation = new Relocation(text, this.branchGroups.length);
    for (const group of content.branchGroups) this.branchGroups.push(relocation.branchGroup(group));
    for (const problem of content.problems) this.problems.push(relocation.problem(problem));
    return content.blocks.map((block) => relocation.block(block, hasBoth ? kind : undefined));
  }

  #readText(field: HeaderField | undefined): DeclaredText | undefined {
    if (field === undefined) return undefined;
    const { text, unknownCharsets } = decodeHeader(this.#source, field.value);
    for (const charset of new Set(unknownCharsets)) this.problems.push(unknownCharset(charset, field.value));
    const template = new TemplateSource(text.value, this.#templateTags, false);
    const builder = new BlockBuilder(template);
    builder.append(0, text.value.length, 'plain');
    const draft = builder.take()[0];
    if (draft === undefined) return undefined;
    const relocation = new Relocation(text, this.branchGroups.length);
    for (const group of template.branchGroups) this.branchGroups.push(relocation.branchGroup(group));
    return { draft: relocation.draft(draft), range: field.value };
  }

  /** No reader sees it: a charset that nobody knows is no matter here. */
  #readReplyTo(field: HeaderField | undefined): MetadataValue | undefined {
    if (field === undefined) return undefined;
    const value = decodeHeader(this.#source, field.value).text.value.trim();
    return value === '' ? undefined : { value, range: field.value };
  }

  #readLanguage(field: HeaderField | undefined): MetadataValue | undefined {
    if (field === undefined) return undefined;
    const [first = ''] = this.#source.slice(field.value.start, field.value.end).split(/[,;(]/, 1);
    const value = first.trim().toLowerCase();
    return value === '' ? undefined : { value, range: field.value };
  }

  #readListUnsubscribe(headers: readonly HeaderField[]): DeclaredMetadata['listUnsubscribe'] {
    const field = headers.find(({ name }) => name === 'list-unsubscribe');
    const value = headerValue(this.#source, headers, 'list-unsubscribe');
    if (field === undefined || value === '') return undefined;
    const post = headerValue(this.#source, headers, 'list-unsubscribe-post').toLowerCase().replace(/\s/g, '');
    return { value, range: field.value, isOneClick: post === 'list-unsubscribe=one-click' };
  }
}
