import type { HidingWay, StyleGap, TextStyle } from '../../mail/Mail.js';
import { type ComputedStyle, drawnColor } from './ComputedStyle.js';
import { contrastOf, toHex } from './CssColor.js';

/** Text up to this size, in px, is there for machines: nobody reads it. */
const unreadableSize = 1;

/** Below this contrast a text cannot be told from its background. */
const invisibleContrast = 1.1;

const boldWeight = 600;

const known = new WeakMap<ComputedStyle, TextStyle>();

/** What a reader sees of text in an element of a style. Alike for the same style, down to identity. */
export function textStyleOf(style: ComputedStyle): TextStyle {
  const before = known.get(style);
  if (before !== undefined) return before;
  const made = makeTextStyle(style);
  known.set(style, made);
  return made;
}

function makeTextStyle(style: ComputedStyle): TextStyle {
  const { fontSize, fontWeight, background, align } = style;
  const color = drawnColor(style);
  const areColorsKnown = typeof color !== 'string' && typeof background !== 'string';
  const contrast = areColorsKnown ? contrastOf(color, background) : undefined;
  const hiddenBy = hidingWayOf(style, contrast);
  const gaps = new Set([fontSize, color, background].filter(isGap));
  return {
    ...(typeof fontSize === 'number' && { fontSize: rounded(fontSize) }),
    ...(typeof fontWeight === 'number' && { bold: fontWeight >= boldWeight }),
    ...(typeof color !== 'string' && { color: toHex(color) }),
    ...(typeof background !== 'string' && { backgroundColor: toHex(background) }),
    ...(contrast !== undefined && { contrast: rounded(contrast) }),
    ...(align !== undefined && { align }),
    ...(hiddenBy !== undefined && { hiddenBy }),
    ...(gaps.size > 0 && { gaps: [...gaps] }),
  };
}

function isGap(value: unknown): value is StyleGap {
  return typeof value === 'string';
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

function hidingWayOf(style: ComputedStyle, contrast: number | undefined): HidingWay | undefined {
  if (style.hiddenBy !== undefined) return style.hiddenBy;
  if (style.isInvisible) return 'not-displayed';
  if (typeof style.fontSize === 'number' && style.fontSize <= unreadableSize) return 'no-size';
  return contrast !== undefined && contrast < invisibleContrast ? 'same-colour' : undefined;
}
