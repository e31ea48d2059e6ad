import type { Block, BlockRole, Metadata, MetadataValue } from '../mail/Mail.js';
import { sourceRangeOf } from '../mail/MappedText.js';
import type { DeclaredMetadata, DeclaredText } from './DeclaredMetadata.js';
import type { InheritedMetadata } from './InheritedMetadata.js';
import { outermostContext, toBlock } from './markupBlocks.js';

/**
 * Puts together what a mail declares, what it inherits and what its body says about itself, and sets subject and
 * preheader before the body. The declared wins over the inherited, the inherited over the title of a page.
 */
export function settleMetadata(
  declared: DeclaredMetadata,
  inherited: InheritedMetadata,
  body: readonly Block[],
): { readonly metadata: Metadata; readonly blocks: readonly Block[] } {
  const subject = declaredValue(declared.subject) ?? inheritedValue(inherited.subject) ?? standIn(body, 'title');
  const preheader =
    declaredValue(declared.preheader) ?? inheritedValue(inherited.preheader) ?? standIn(body, 'preheader');
  const from = declaredValue(declared.from) ?? inheritedValue(inherited.from);
  const language = declared.language ?? inheritedValue(inherited.language);
  const sendDate = declared.sendDate ?? inheritedValue(inherited.sendDate);
  const types = declared.types ?? inherited.types;
  return {
    metadata: {
      ...(subject !== undefined && { subject }),
      ...(preheader !== undefined && { preheader }),
      ...(from !== undefined && { from }),
      ...(declared.replyTo !== undefined && { replyTo: declared.replyTo }),
      ...(language !== undefined && { language }),
      ...(sendDate !== undefined && { sendDate }),
      ...(types !== undefined && { types }),
      ...(declared.isReply !== undefined && { isReply: declared.isReply }),
      ...(declared.listUnsubscribe !== undefined && { listUnsubscribe: declared.listUnsubscribe }),
    },
    blocks: [
      ...leadingBlocks('subject', declared.subject, inherited.subject),
      ...leadingBlocks('preheader', declared.preheader, inherited.preheader),
      ...body.filter((block) => block.role === 'preheader'),
      ...body.filter((block) => block.role !== 'preheader'),
    ],
  };
}

function declaredValue(text: DeclaredText | undefined): MetadataValue | undefined {
  return text === undefined ? undefined : { value: text.draft.text.value, range: text.range };
}

function inheritedValue(value: string | undefined): MetadataValue | undefined {
  return value === undefined ? undefined : { value };
}

function standIn(body: readonly Block[], role: BlockRole): MetadataValue | undefined {
  const text = body.find((block) => block.role === role && block.text.value !== '')?.text;
  return text === undefined ? undefined : { value: text.value, range: sourceRangeOf(text, 0, text.value.length) };
}

function leadingBlocks(role: BlockRole, declared: DeclaredText | undefined, inherited: string | undefined): Block[] {
  if (declared !== undefined) return [toBlock(declared.draft, role, outermostContext)];
  if (inherited === undefined || inherited === '') return [];
  // What another file says has no place in this one: it is reported at the beginning.
  const nowhere = new Array<number>(inherited.length).fill(0);
  const text = { value: inherited, starts: nowhere, ends: nowhere };
  const draft = { text, links: [], placeholders: [], branches: [], branchSpans: [], style: {} };
  return [toBlock(draft, role, outermostContext)];
}
