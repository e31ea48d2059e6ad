import { colord, extend } from 'colord';
import namesPlugin from 'colord/plugins/names';

extend([namesPlugin]);

/** A colour with channels from 0 to 255 and an opacity from 0 to 1. */
export interface CssColor {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
  readonly alpha: number;
}

export const white: CssColor = { red: 255, green: 255, blue: 255, alpha: 1 };
export const black: CssColor = { red: 0, green: 0, blue: 0, alpha: 1 };
export const transparent: CssColor = { red: 0, green: 0, blue: 0, alpha: 0 };

/** No colour is written longer than this; what is, is none. */
const longestColor = 100;
const mostRemembered = 5_000;
const remembered = new Map<string, CssColor | undefined>();

/**
 * Reads a colour as CSS writes it; undefined for what is none.
 *
 * @example parseCssColor('#bbb') // { red: 187, green: 187, blue: 187, alpha: 1 }
 */
export function parseCssColor(text: string): CssColor | undefined {
  if (remembered.has(text)) return remembered.get(text);
  const color = text.length > longestColor ? undefined : readColor(text);
  if (remembered.size >= mostRemembered) remembered.clear();
  remembered.set(text, color);
  return color;
}

/** Reads a colour as the attributes of old HTML write it, where the `#` may be missing. */
export function parseLegacyColor(text: string): CssColor | undefined {
  const written = text.trim();
  return parseCssColor(written) ?? (/^[0-9a-f]{6}$/i.test(written) ? parseCssColor(`#${written}`) : undefined);
}

function readColor(text: string): CssColor | undefined {
  if (text.toLowerCase() === 'transparent') return transparent;
  const color = colord(text.trim());
  if (!color.isValid()) return undefined;
  const { r, g, b, a } = color.toRgb();
  return { red: r, green: g, blue: b, alpha: a };
}

/** What is seen where a colour lies on an opaque one, at a share of its own opacity. */
export function paintOver(under: CssColor, over: CssColor, opacity = 1): CssColor {
  const alpha = over.alpha * opacity;
  if (alpha >= 1) return over;
  if (alpha <= 0) return under;
  const mix = (below: number, above: number) => below + (above - below) * alpha;
  return {
    red: mix(under.red, over.red),
    green: mix(under.green, over.green),
    blue: mix(under.blue, over.blue),
    alpha: 1,
  };
}

/** An opaque colour as six hexadecimal digits: `#rrggbb`. */
export function toHex({ red, green, blue }: CssColor): string {
  return `#${[red, green, blue].map((channel) => Math.round(channel).toString(16).padStart(2, '0')).join('')}`;
}

/**
 * The contrast of two opaque colours by WCAG 2, from 1 to 21.
 *
 * @example contrastOf(black, white) // 21
 */
export function contrastOf(one: CssColor, other: CssColor): number {
  const [first, second] = [luminance(one), luminance(other)];
  return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
}

function luminance({ red, green, blue }: CssColor): number {
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

function linear(channel: number): number {
  const share = channel / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}
