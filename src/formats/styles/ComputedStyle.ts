import type { HidingWay, StyleGap, TextAlign } from '../../mail/Mail.js';
import { black, type CssColor, paintOver, parseCssColor, white } from './CssColor.js';
import { isImage, type StyleProperty, unknownGap } from './declarations.js';
import { mediumFontSize, parseFontSize, parseLength } from './fontSizes.js';

/** What an element looks like and hands down to what is in it. What is unknown is the reason for it. */
export interface ComputedStyle {
  /** In px. */
  readonly fontSize: number | StyleGap;
  /** 1 to 1000. */
  readonly fontWeight: number | StyleGap;
  readonly color: CssColor | StyleGap;
  /** What lies behind the text, opaque. */
  readonly background: CssColor | StyleGap;
  /** What lies behind the outermost of the elements around that let their ground shine through. */
  readonly backdrop: CssColor | StyleGap;
  /** The opacities around, multiplied. */
  readonly opacity: number;
  readonly align: TextAlign | undefined;
  /** Whether `visibility` hides it; what is in it can be visible again. */
  readonly isInvisible: boolean;
  /** What hides it with all that is in it. */
  readonly hiddenBy: HidingWay | undefined;
  /** The colour of links without one of their own. */
  readonly linkColor: CssColor;
}

/** The values that count for an element, by property. */
export type Winners = ReadonlyMap<StyleProperty, string>;

/** Black on white in the usual size. */
export const initialStyle: ComputedStyle = {
  fontSize: mediumFontSize,
  fontWeight: 400,
  color: black,
  background: white,
  backdrop: white,
  opacity: 1,
  align: undefined,
  isInvisible: false,
  hiddenBy: undefined,
  linkColor: { red: 0, green: 0, blue: 238, alpha: 1 },
};

/** How far outside of the window nobody scrolls, in px. */
const farOutside = 500;

/** The style of an element for which these values count, in an element of a style. */
export function computeStyle(parent: ComputedStyle, winners: Winners): ComputedStyle {
  if (winners.size === 0) return parent;
  const color = colorOf(winners.get('color'), parent);
  const opacity = parent.opacity * opacityOf(winners.get('opacity'));
  const backdrop = parent.opacity === 1 && opacity < 1 ? parent.background : parent.backdrop;
  return {
    fontSize: fontSizeOf(winners.get('font-size'), parent.fontSize),
    fontWeight: fontWeightOf(winners.get('font-weight'), parent.fontWeight),
    color,
    background: backgroundOf(winners, color, opacity, backdrop, parent),
    backdrop,
    opacity,
    align: alignOf(winners.get('text-align'), parent.align),
    isInvisible: invisibilityOf(winners.get('visibility'), parent.isInvisible),
    hiddenBy: parent.hiddenBy ?? hidingOf(winners, opacity),
    linkColor: parent.linkColor,
  };
}

/** Whether readers see nothing of an element of this style. */
export function isUnseen({ hiddenBy, isInvisible }: ComputedStyle): boolean {
  return hiddenBy !== undefined || isInvisible;
}

function isInherited(value: string): boolean {
  return value === 'inherit' || value === 'unset' || value === 'revert';
}

function fontSizeOf(value: string | undefined, parent: number | StyleGap): number | StyleGap {
  if (value === undefined || isInherited(value)) return parent;
  const gap = unknownGap(value);
  if (gap !== undefined) return gap;
  if (value === 'initial') return mediumFontSize;
  if (typeof parent === 'string') {
    // A length that does not hang on the size around is known all the same.
    const [small, large] = [parseFontSize(value, 1), parseFontSize(value, 2)];
    return small !== undefined && small === large ? small : parent;
  }
  const size = parseFontSize(value, parent);
  if (size === undefined) return parent;
  return Number.isNaN(size) ? 'computed' : size;
}

function fontWeightOf(value: string | undefined, parent: number | StyleGap): number | StyleGap {
  if (value === undefined || isInherited(value)) return parent;
  const gap = unknownGap(value);
  if (gap !== undefined) return gap;
  if (value === 'bold') return 700;
  if (value === 'normal' || value === 'initial') return 400;
  if (value === 'bolder')
    return typeof parent === 'number' && parent >= 600 ? 900 : parent === 'computed' ? parent : 700;
  if (value === 'lighter') return typeof parent === 'number' && parent >= 800 ? 700 : 400;
  const weight = Number(value);
  return Number.isFinite(weight) ? weight : parent;
}

function colorOf(value: string | undefined, parent: ComputedStyle): CssColor | StyleGap {
  if (value === undefined || isInherited(value) || value === 'currentcolor') return parent.color;
  if (value === 'initial') return black;
  return unknownGap(value) ?? parseCssColor(value) ?? parent.color;
}

function backgroundOf(
  winners: Winners,
  color: CssColor | StyleGap,
  opacity: number,
  backdrop: CssColor | StyleGap,
  parent: ComputedStyle,
): CssColor | StyleGap {
  const image = winners.get('background-image');
  if (image !== undefined && unknownGap(image) !== undefined) return unknownGap(image) ?? parent.background;
  if (image !== undefined && isImage(image)) return 'background-image';
  const value = winners.get('background-color');
  if (value === undefined) return parent.background;
  const gap = unknownGap(value);
  if (gap !== undefined) return gap;
  const own = value === 'currentcolor' ? color : parseCssColor(value);
  if (own === undefined) return parent.background;
  if (typeof own === 'string') return own;
  if (own.alpha >= 1 && opacity >= 1) return own;
  if (own.alpha <= 0) return parent.background;
  const under = parent.background;
  const painted = own.alpha >= 1 ? own : typeof under === 'string' ? under : paintOver(under, own);
  if (typeof painted === 'string' || opacity >= 1) return painted;
  return typeof backdrop === 'string' ? backdrop : paintOver(backdrop, painted, opacity);
}

function opacityOf(value: string | undefined): number {
  const length = value === undefined ? undefined : parseLength(value);
  if (length === undefined) return 1;
  return Math.min(1, Math.max(0, length.unit === '%' ? length.number / 100 : length.number));
}

function alignOf(value: string | undefined, parent: TextAlign | undefined): TextAlign | undefined {
  switch (value) {
    case 'left':
    case 'center':
    case 'right':
    case 'justify':
      return value;
    case 'start':
      return 'left';
    case 'end':
      return 'right';
    case 'middle':
      return 'center';
    default:
      return parent;
  }
}

function invisibilityOf(value: string | undefined, parent: boolean): boolean {
  if (value === undefined || isInherited(value) || unknownGap(value) !== undefined) return parent;
  return value === 'hidden' || value === 'collapse';
}

function hidingOf(winners: Winners, opacity: number): HidingWay | undefined {
  if (winners.get('display') === 'none') return 'not-displayed';
  if (opacity === 0) return 'transparent';
  if (isZero(winners.get('max-height'))) return 'no-size';
  const isClipped = winners.get('overflow') === 'hidden';
  const sizes = [winners.get('height'), winners.get('width'), winners.get('max-width')];
  if (isClipped && sizes.some(isZero)) return 'no-size';
  const isMoved = winners.get('position') === 'absolute' || winners.get('position') === 'fixed';
  if (isMoved && (isFarOutside(winners.get('left')) || isFarOutside(winners.get('top')))) return 'off-screen';
  return isFarOutside(winners.get('text-indent')) ? 'off-screen' : undefined;
}

function isZero(value: string | undefined): boolean {
  return value !== undefined && parseLength(value)?.number === 0;
}

function isFarOutside(value: string | undefined): boolean {
  const length = value === undefined ? undefined : parseLength(value);
  return length !== undefined && length.unit !== '%' && length.number <= -farOutside;
}

/** The drawn colour of a text, or why it is unknown. */
export function drawnColor({ color, background, backdrop, opacity }: ComputedStyle): CssColor | StyleGap {
  if (typeof color === 'string') return color;
  if (color.alpha < 1 && typeof background === 'string') return background;
  const solid = color.alpha >= 1 || typeof background === 'string' ? color : paintOver(background, color);
  if (opacity >= 1) return solid;
  return typeof backdrop === 'string' ? backdrop : paintOver(backdrop, solid, opacity);
}
