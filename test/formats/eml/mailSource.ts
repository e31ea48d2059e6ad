/** Encodes as quoted-printable, with soft line breaks. */
export function quotedPrintable(text: string, width = 40, lineBreak = '\r\n'): string {
  let encoded = '';
  let column = 0;
  for (const byte of new TextEncoder().encode(text)) {
    const isPlain = byte >= 0x20 && byte < 0x7f && byte !== 0x3d;
    const piece = isPlain ? String.fromCharCode(byte) : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`;
    if (column + piece.length > width) {
      encoded += `=${lineBreak}`;
      column = 0;
    }
    encoded += piece;
    column += piece.length;
  }
  return encoded;
}

/** Encodes as base64, in lines. */
export function base64(text: string, width = 76, lineBreak = '\r\n'): string {
  const whole = Buffer.from(text, 'utf8').toString('base64');
  const lines: string[] = [];
  for (let at = 0; at < whole.length; at += width) lines.push(whole.slice(at, at + width));
  return lines.join(lineBreak);
}

export interface PartSource {
  readonly type: string;
  readonly encoding?: string;
  readonly body: string;
}

/** A multipart mail of these parts. */
export function multipart(headers: readonly string[], parts: readonly PartSource[], lineBreak = '\r\n'): string {
  const lines = [...headers, 'MIME-Version: 1.0', 'Content-Type: multipart/alternative; boundary="=_b1"', ''];
  for (const { type, encoding = '8bit', body } of parts) {
    lines.push('--=_b1', `Content-Type: ${type}`, `Content-Transfer-Encoding: ${encoding}`, '', body);
  }
  return [...lines, '--=_b1--', ''].join(lineBreak);
}
