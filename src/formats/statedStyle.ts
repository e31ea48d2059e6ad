import type { StatedStyle } from '../mail/Mail.js';

/** What a declaration block says: property names in lower case, values trimmed; the last of a property wins. */
export function parseDeclarations(style: string): ReadonlyMap<string, string> {
  const declarations = new Map<string, string>();
  for (const declaration of splitDeclarations(style)) {
    const colon = declaration.indexOf(':');
    if (colon < 0) continue;
    const value = declaration.slice(colon + 1).trim();
    const important = value.toLowerCase().lastIndexOf('!important');
    declarations.set(
      declaration.slice(0, colon).trim().toLowerCase(),
      (important < 0 ? value : value.slice(0, important)).trim(),
    );
  }
  return declarations;
}

/** Splits at semicolons, except in quotes and parentheses (`url(data:image/png;base64,…)`). */
function splitDeclarations(style: string): readonly string[] {
  const parts: string[] = [];
  let start = 0;
  let quote: string | undefined;
  let depth = 0;
  for (let offset = 0; offset < style.length; offset++) {
    const unit = style.charAt(offset);
    if (quote !== undefined) quote = unit === quote ? undefined : quote;
    else if (unit === '"' || unit === "'") quote = unit;
    else if (unit === '(') depth++;
    else if (unit === ')') depth = Math.max(0, depth - 1);
    else if (unit === ';' && depth === 0) {
      parts.push(style.slice(start, offset));
      start = offset + 1;
    }
  }
  parts.push(style.slice(start));
  return parts;
}

/** Reads a length in px or pt as pixels; every other unit depends on more than is stated here. */
export function parsePixels(value: string | undefined): number | undefined {
  const match = /^(\d{1,5}(?:\.\d{1,5})?)\s{0,5}(px|pt)?$/i.exec(value?.trim() ?? '');
  const number = Number(match?.[1]);
  if (match === null) return undefined;
  if (match[2] === undefined) return number === 0 ? 0 : undefined;
  return match[2].toLowerCase() === 'pt' ? (number * 4) / 3 : number;
}

/** Whether a `font-weight` is bold; undefined where that depends on what is around. */
export function parseBold(value: string | undefined): boolean | undefined {
  const weight = value?.trim().toLowerCase();
  if (weight === 'bold' || weight === 'bolder') return true;
  if (weight === 'normal' || weight === 'lighter') return false;
  return weight !== undefined && /^\d{1,4}$/.test(weight) ? Number(weight) >= 600 : undefined;
}

const noColors = new Set(['', 'none', 'transparent', 'inherit', 'initial', 'unset', 'currentcolor']);

/** A colour as it is written, or undefined where none is named. */
export function parseColor(value: string | undefined): string | undefined {
  const color = value?.trim();
  return color === undefined || noColors.has(color.toLowerCase()) ? undefined : color;
}

/** The colour in a `background` shorthand, where it can be told from images and positions without a table of names. */
export function parseBackground(value: string | undefined): string | undefined {
  const background = value?.trim() ?? '';
  const hash = background.indexOf('#');
  if (hash >= 0 && !background.slice(0, hash).includes('(')) return background.slice(hash).split(/[\s,]/, 1)[0];
  const name = background.toLowerCase();
  if (/^(?:rgb|hsl)a?\(/.test(name)) return background.slice(0, background.indexOf(')') + 1);
  return /^[a-z]+$/.test(name) ? parseColor(background) : undefined;
}

/** What a style attribute states of what interests us. */
export function styleOfDeclarations(declarations: ReadonlyMap<string, string>): StatedStyle {
  return definedStyle({
    fontSize: parsePixels(declarations.get('font-size')),
    color: parseColor(declarations.get('color')),
    backgroundColor:
      parseColor(declarations.get('background-color')) ?? parseBackground(declarations.get('background')),
    bold: parseBold(declarations.get('font-weight')),
  });
}

/** A style without the fields that are undefined. */
export function definedStyle(
  style: {
    readonly [Property in keyof StatedStyle]: StatedStyle[Property] | undefined;
  },
): StatedStyle {
  return {
    ...(style.fontSize !== undefined && { fontSize: style.fontSize }),
    ...(style.color !== undefined && { color: style.color }),
    ...(style.backgroundColor !== undefined && { backgroundColor: style.backgroundColor }),
    ...(style.bold !== undefined && { bold: style.bold }),
  };
}

/** Whether declarations take an element off the screen together with all that is in it. */
export function isHidingBox(declarations: ReadonlyMap<string, string>): boolean {
  return (
    declarations.get('display')?.toLowerCase() === 'none' ||
    declarations.get('visibility')?.toLowerCase() === 'hidden' ||
    isZero(declarations.get('max-height')) ||
    isZero(declarations.get('opacity'))
  );
}

function isZero(value: string | undefined): boolean {
  return value !== undefined && value !== '' && Number(value.replace(/(?:px|pt|em|%)$/i, '')) === 0;
}
