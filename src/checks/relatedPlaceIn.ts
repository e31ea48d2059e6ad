import type { Block } from '../mail/Mail.js';
import { sourceRangeOf } from '../mail/MappedText.js';
import type { LocalText } from '../rulebook/Rule.js';
import type { RelatedPlace } from './Finding.js';
import { localized } from './findingTexts.js';

/** A place that belongs to a finding, by offsets into the text of the block that it stands in. */
export function relatedPlaceIn(
  { text }: Block,
  { start, end }: { readonly start: number; readonly end: number },
  label: LocalText,
  language: string | undefined,
): RelatedPlace {
  return {
    label: localized(label, language),
    text: text.value.slice(start, end),
    range: sourceRangeOf(text, start, end),
  };
}
