import type { LocalText } from './Rule.js';

/** Up to `none` something counts nothing, from `full` on it counts wholly. */
export interface Span {
  readonly none: number;
  readonly full: number;
}

export const prominenceReasons = [
  'hidden',
  'small',
  'pale',
  'late',
  'after-button',
  'link-only',
  'image-only',
] as const;
/** What makes a passage easy to miss. */
export type ProminenceReason = (typeof prominenceReasons)[number];

/** How it is reckoned how easily a passage is noticed; see `rules/prominence.yml`. */
export interface ProminenceModel {
  readonly weights: { readonly legible: number; readonly place: number; readonly emphasis: number };
  readonly legible: { readonly size: Span; readonly relativeSize: Span; readonly contrast: Span };
  readonly places: readonly { readonly upTo: number; readonly words: number; readonly value: number }[];
  readonly emphasis: { readonly heading: number; readonly bold: number; readonly plain: number };
  /** Below these a look is a reason. */
  readonly notable: { readonly relativeSize: number; readonly contrast: number; readonly place: number };
  readonly reasons: Readonly<Record<ProminenceReason, LocalText>>;
  /** What a report calls the place that gives a text its look. */
  readonly origin: LocalText;
}
