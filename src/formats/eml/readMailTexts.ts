import type { FormatProblem } from '../../mail/Mail.js';
import type { MappedText } from '../../mail/MappedText.js';
import { decodeCharset } from './decodeCharset.js';
import { type EncodedUnits, readBase64, readPlain, readQuotedPrintable } from './EncodedUnits.js';
import type { MimePart } from './MimePart.js';
import { type MimeMail, splitMime } from './splitMime.js';

/** A text of a mail that its reader sees, decoded, with the place of every character in the file. */
export interface MailTextPart {
  readonly kind: 'text' | 'html';
  readonly text: MappedText;
}

export interface MailTexts extends Pick<MimeMail, 'headers'> {
  /** In the order of the file. Attachments and attached mails are not among them. */
  readonly parts: readonly MailTextPart[];
  readonly problems: readonly FormatProblem[];
}

/**
 * Reads the texts of a mail file: plain text and HTML, transfer encoding and charset decoded.
 *
 * @returns offsets in UTF-16 code units of the file's text. What can't be decoded is a problem, and is read as well as
 * it can be.
 */
export function readMailTexts(source: string): MailTexts {
  const { headers, parts, problems: structural } = splitMime(source);
  const problems = [...structural];
  const texts = parts.flatMap((part): readonly MailTextPart[] => {
    const kind = kindOf(part);
    return kind === undefined ? [] : [{ kind, text: decodeBody(source, part, kind, problems) }];
  });
  return { headers, parts: texts, problems };
}

function kindOf({ type, isAttachment }: MimePart): MailTextPart['kind'] | undefined {
  if (isAttachment) return undefined;
  if (type.value === 'text/plain') return 'text';
  return type.value === 'text/html' ? 'html' : undefined;
}

function decodeBody(source: string, part: MimePart, kind: MailTextPart['kind'], problems: FormatProblem[]): MappedText {
  const units = takeOffEncoding(source, part, problems);
  const declared = part.type.parameters.get('charset') ?? '';
  const charset = declared === '' && kind === 'html' ? charsetOfPage(units) : declared;
  const { text, isCharsetKnown } = decodeCharset(units, charset);
  if (!isCharsetKnown) problems.push(unknownCharset(charset, placeOf(part, 'content-type')));
  return text;
}

function takeOffEncoding(source: string, part: MimePart, problems: FormatProblem[]): EncodedUnits {
  switch (part.transferEncoding) {
    case 'base64':
      return readBase64(source, part.body);
    case 'quoted-printable':
      return readQuotedPrintable(source, part.body);
    case '':
    case '7bit':
    case '8bit':
    case '7-bit':
    case '8-bit':
    case 'binary':
      return readPlain(source, part.body);
    default:
      problems.push({
        message: `The transfer encoding "${part.transferEncoding.slice(0, 60)}" is not known, so this part was read as it stands. Use quoted-printable or base64.`,
        range: placeOf(part, 'content-transfer-encoding'),
      });
      return readPlain(source, part.body);
  }
}

/** What to tell about a charset that cannot be decoded. */
export function unknownCharset(charset: string, range: FormatProblem['range']): FormatProblem {
  return {
    message: `The charset "${charset.slice(0, 60)}" is not known, so the text was read as Western European. Use utf-8.`,
    range,
  };
}

function placeOf(part: MimePart, name: string): FormatProblem['range'] {
  return part.headers.find((header) => header.name === name)?.value ?? part.body;
}

/** As far into a page as programs look for its charset. */
const charsetReach = 1024;

/** The charset that a page names in its head, where its part names none. */
function charsetOfPage({ values }: EncodedUnits): string {
  const head = String.fromCharCode(...values.slice(0, charsetReach));
  return /<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}["']?([\w-]{1,40})/i.exec(head)?.[1] ?? '';
}
