import type { ListUnsubscribe, MailType, MetadataValue } from '../mail/Mail.js';
import type { SourceRange } from '../mail/SourceRange.js';
import type { BlockDraft } from './BlockBuilder.js';

/** A field of the metadata with the text that a reader sees. */
export interface DeclaredText {
  readonly draft: BlockDraft;
  readonly range: SourceRange;
}

/** What a mail itself declares, in its front matter, its label lines or its headers. */
export interface DeclaredMetadata {
  readonly subject?: DeclaredText;
  readonly preheader?: DeclaredText;
  readonly from?: DeclaredText;
  readonly replyTo?: MetadataValue;
  readonly language?: MetadataValue;
  readonly sendDate?: MetadataValue;
  readonly types?: readonly MailType[];
  readonly isReply?: true;
  readonly listUnsubscribe?: ListUnsubscribe;
}
