import type { Reason } from '../reading/MailLooks.js';
import type { ProminenceModel } from '../rulebook/ProminenceModel.js';
import { filled, localized } from './findingTexts.js';

/**
 * What makes a passage easy to miss, in words: `9 px against a body of 15 px, contrast 1.9:1`.
 *
 * @returns nothing where there is no reason.
 */
export function describeReasons(
  reasons: readonly Reason[],
  model: ProminenceModel,
  language: string | undefined,
): string {
  return reasons.map(({ kind, slots }) => filled(localized(model.reasons[kind], language), slots)).join(', ');
}
