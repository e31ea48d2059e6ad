import type { SourceRange } from '../../mail/SourceRange.js';
import type { HeaderField } from './HeaderField.js';
import type { ParameterizedValue } from './readParameters.js';

/** A part of a mail that holds no further parts; an attached mail is one, too. */
export interface MimePart {
  readonly headers: readonly HeaderField[];
  readonly type: ParameterizedValue;
  /** In lower case: `base64`, `quoted-printable`, `7bit`, … */
  readonly transferEncoding: string;
  readonly isAttachment: boolean;
  /** The place of what follows the headers, still encoded. */
  readonly body: SourceRange;
}
