import type { SourceRange } from '../mail/SourceRange.js';

/** A label with the places that its quote stands at; `'anywhere'` for a label about the mail as a whole. */
export interface PlacedLabel {
  readonly rule: string;
  readonly places: readonly SourceRange[] | 'anywhere';
}

/** What of a finding is compared with labels. */
export interface PlacedFinding {
  readonly rule: string;
  readonly range: SourceRange;
}

export interface Match<Label, Found> {
  readonly found: readonly Label[];
  readonly missed: readonly Label[];
  readonly falseAlarms: readonly Found[];
}

/**
 * Holds the findings in one mail against its labels. A finding meets a label when the rule is the same and the finding
 * overlaps one of the label's places by at least one character; a label about the whole mail is met by any finding of
 * its rule. Neither uses the other up: one finding may meet several labels, several findings one label.
 *
 * - found: labels in `expect` that at least one finding meets
 * - missed: labels in `expect` that no finding meets
 * - false alarms: findings that meet no label in `expect` and none in `tolerate`
 */
export function matchFindings<Label extends PlacedLabel, Found extends PlacedFinding>(
  expect: readonly Label[],
  tolerate: readonly PlacedLabel[],
  findings: readonly Found[],
): Match<Label, Found> {
  const isFound = (label: PlacedLabel) => findings.some((finding) => meets(finding, label));
  return {
    found: expect.filter(isFound),
    missed: expect.filter((label) => !isFound(label)),
    falseAlarms: findings.filter((finding) => ![...expect, ...tolerate].some((label) => meets(finding, label))),
  };
}

function meets(finding: PlacedFinding, label: PlacedLabel): boolean {
  if (finding.rule !== label.rule) return false;
  return label.places === 'anywhere' || label.places.some((place) => overlap(finding.range, place));
}

function overlap(left: SourceRange, right: SourceRange): boolean {
  return left.start < Math.max(right.end, right.start + 1) && right.start < Math.max(left.end, left.start + 1);
}
