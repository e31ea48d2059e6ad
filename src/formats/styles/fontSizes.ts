/** What text is set in that nobody gave a size, in px. */
export const mediumFontSize = 16;

const keywords: ReadonlyMap<string, number> = new Map([
  ['xx-small', 9],
  ['x-small', 10],
  ['small', 13],
  ['medium', mediumFontSize],
  ['large', 18],
  ['x-large', 24],
  ['xx-large', 32],
  ['xxx-large', 48],
]);

/** Pixels of `<font size="1">` to `<font size="7">`. */
const steps: readonly number[] = [10, 13, 16, 18, 24, 32, 48];

/** How many px one of an absolute unit is. */
const absoluteUnits: ReadonlyMap<string, number> = new Map([
  ['px', 1],
  ['pt', 4 / 3],
  ['pc', 16],
  ['in', 96],
  ['cm', 96 / 2.54],
  ['mm', 96 / 25.4],
]);

/** Units whose length depends on the window. */
const windowUnits: ReadonlySet<string> = new Set(['vw', 'vh', 'vmin', 'vmax']);

/**
 * Reads a font size.
 *
 * @param parent the size around, in px.
 * @returns px; `NaN` for a size that depends on the window, undefined for what is no size.
 * @example parseFontSize('1.5em', 12) // 18
 */
export function parseFontSize(value: string, parent: number): number | undefined {
  const keyword = keywords.get(value);
  if (keyword !== undefined) return keyword;
  if (value === 'smaller') return parent / 1.2;
  if (value === 'larger') return parent * 1.2;
  const length = parseLength(value);
  if (length === undefined || length.number < 0) return undefined;
  const { number, unit } = length;
  if (unit === '') return number === 0 ? 0 : undefined;
  if (unit === 'em') return number * parent;
  if (unit === '%') return (number / 100) * parent;
  if (unit === 'rem') return number * mediumFontSize;
  if (unit === 'ex' || unit === 'ch') return (number * parent) / 2;
  if (windowUnits.has(unit)) return Number.NaN;
  const factor = absoluteUnits.get(unit);
  return factor === undefined ? undefined : number * factor;
}

/** Reads the `size` of a `<font>`: 1 to 7, or a step from 3. */
export function parseFontStep(size: string): number | undefined {
  const match = /^\s{0,5}([+-]?)(\d)/.exec(size);
  if (match === null) return undefined;
  const number = Number(match[2]);
  const step = match[1] === '+' ? 3 + number : match[1] === '-' ? 3 - number : number;
  return steps[Math.min(7, Math.max(1, step)) - 1];
}

/** A number and its unit, in lower case; undefined for what is no length. */
export function parseLength(value: string): { readonly number: number; readonly unit: string } | undefined {
  const match = /^([+-]?(?:\d{1,9}(?:\.\d{0,9})?|\.\d{1,9}))([a-z%]{0,4})$/.exec(value);
  return match === null ? undefined : { number: Number(match[1]), unit: match[2] ?? '' };
}
