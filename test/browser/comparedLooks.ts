import { looksOf } from '../../src/mail/looksOf.js';
import type { Block, Mail, TextStyle } from '../../src/mail/Mail.js';
import type { DrawnText } from './drawnTexts.js';

/** A piece of a mail's text as we see it, beside what a browser draws. */
export interface ComparedLook {
  readonly text: string;
  readonly ours: TextStyle;
  readonly isHidden: boolean;
  readonly drawn: DrawnText;
}

export type Aspect = 'size' | 'weight' | 'contrast' | 'visibility';

/** Shorter pieces stand in too many places to be found again. */
const shortest = 3;

/** Pairs the pieces of a mail with what a browser has drawn, by their text, in order; what has no partner is left out. */
export function compareLooks(mail: Mail, drawn: readonly DrawnText[]): readonly ComparedLook[] {
  const whole = drawn.map(({ text }) => text).join('');
  const owners = drawn.flatMap((text) => new Array<DrawnText>(text.text.length).fill(text));
  const pairs: ComparedLook[] = [];
  let from = 0;
  for (const { block, text, ours } of piecesOf(mail)) {
    const at = whole.indexOf(text, from);
    const owner = owners[at];
    if (at < 0 || owner === undefined || text.length < shortest) continue;
    from = at + text.length;
    pairs.push({ text, ours, isHidden: isHidden(block, ours), drawn: owner });
  }
  return pairs;
}

function isHidden({ role }: Block, { hiddenBy }: TextStyle): boolean {
  return role === 'hidden' || role === 'preheader' || hiddenBy !== undefined;
}

function piecesOf(mail: Mail) {
  const blocks = mail.children.filter(
    ({ role, nesting, text }) =>
      // What the metadata say stands in a comment.
      !(role === 'preheader' && nesting.length === 0) &&
      !['subject', 'title', 'image-text'].includes(role) &&
      !nesting.includes('mso') &&
      text.value !== '',
  );
  const inOrder = [...blocks].sort((a, b) => (a.text.starts[0] ?? 0) - (b.text.starts[0] ?? 0));
  return inOrder.flatMap((block) =>
    looksOf(block, 0, block.text.value.length).map(({ start, end, style }) => ({
      block,
      text: block.text.value.slice(start, end).replace(/\s+/g, ''),
      ours: style,
    })),
  );
}

/** Whether both agree; undefined where there is nothing to compare, because one of the two does not know. */
export function agree(aspect: Aspect, { ours, isHidden: isUnseen, drawn }: ComparedLook): boolean | undefined {
  if (aspect === 'visibility') return isUnseen !== drawn.isVisible;
  if (isUnseen || !drawn.isVisible) return undefined;
  switch (aspect) {
    case 'size':
      return ours.fontSize === undefined ? undefined : Math.abs(ours.fontSize - drawn.fontSize) <= 0.6;
    case 'weight':
      return ours.bold === undefined ? undefined : ours.bold === drawn.isBold;
    case 'contrast':
      if (ours.contrast === undefined || drawn.contrast === undefined) return undefined;
      return contrastClass(ours.contrast) === contrastClass(drawn.contrast);
  }
}

function contrastClass(contrast: number): string {
  return contrast < 3 ? 'pale' : contrast < 4.5 ? 'weak' : 'readable';
}
