import { parseLength } from './fontSizes.js';

/** The width of the window, in px, in which a mail is looked at: that of a mail program on a desk. */
const windowWidth = 640;

/**
 * Whether a media query holds for a wide window in daylight: only types of media, widths and the light colour scheme are
 * asked; of every other question the answer is no.
 *
 * @example mediaApplies('only screen and (max-width: 480px)') // false
 */
export function mediaApplies(query: string): boolean {
  return query.split(',').some(queryApplies);
}

function queryApplies(query: string): boolean {
  const parts = query
    .toLowerCase()
    .split(/\band\b/)
    .map((part) => part.trim());
  return parts.every((part) => (part.startsWith('(') ? featureApplies(part.slice(1, -1)) : mediumApplies(part)));
}

function mediumApplies(medium: string): boolean {
  const words = medium.split(/\s+/);
  const name = words[0] === 'only' ? words[1] : words[0];
  return words.length <= 2 && (name === '' || name === 'all' || name === 'screen');
}

function featureApplies(feature: string): boolean {
  const [name = '', value = ''] = feature.split(':').map((part) => part.trim());
  const width = pixels(value);
  switch (name) {
    case 'max-width':
    case 'max-device-width':
      return width !== undefined && windowWidth <= width;
    case 'min-width':
    case 'min-device-width':
      return width !== undefined && windowWidth >= width;
    case 'prefers-color-scheme':
      return value === 'light';
    default:
      return false;
  }
}

function pixels(value: string): number | undefined {
  const length = parseLength(value);
  if (length === undefined) return undefined;
  if (length.unit === 'px' || length.number === 0) return length.number;
  return length.unit === 'em' || length.unit === 'rem' ? length.number * 16 : undefined;
}
