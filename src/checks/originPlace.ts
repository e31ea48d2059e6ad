import type { StyleRun } from '../mail/Mail.js';
import { formatSize } from '../reading/formatSize.js';
import type { CheckContext } from './CheckContext.js';
import type { RelatedPlace } from './Finding.js';
import { localized } from './findingTexts.js';

/** The place that gives a text its look, with what it makes of it; none where nothing in the file does. */
export function originPlace(run: StyleRun | undefined, { reading, rulebook }: CheckContext): readonly RelatedPlace[] {
  if (run?.origin === undefined) return [];
  const { fontSize, color, backgroundColor } = run.style;
  const text = [
    ...(fontSize === undefined ? [] : [`${formatSize(fontSize)} px`]),
    ...(color === undefined ? [] : [backgroundColor === undefined ? color : `${color} / ${backgroundColor}`]),
  ].join(', ');
  return [{ label: localized(rulebook.prominence.origin, reading.language), text, range: run.origin }];
}
