/** The F1 that each rule and conveyance should reach in every language on authors whom nobody has read. */
export const targets: Readonly<Record<string, number>> = {
  'coercive-deadline': 0.85,
  'silent-consent': 0.8,
  'bundled-consent': 0.8,
  'false-urgency': 0.8,
  'false-scarcity': 0.85,
  'guilt-tripping': 0.75,
  'threat-of-loss': 0.78,
  'obstructed-opt-out': 0.9,
  'false-legal-compulsion': 0.9,
  'trick-question': 0.95,
  'vague-terms-change': 0.9,
  'opaque-data-use': 0.9,
  'misleading-subject': 0.88,
  'short-notice': 0.85,
  shouting: 0.95,
  'says: trust': 0.86,
  'says: terms-change': 0.88,
  'says: objection-right': 0.88,
  'says: withdrawal-right': 0.92,
  'says: opt-out': 0.93,
  'says: purpose': 0.82,
  'says: no-disadvantage': 0.75,
  'says: sender-identity': 0.93,
};

/** What findings of severity error of all rules about words together should reach. */
export const errorTargets = { precision: 0.98, recall: 0.6 } as const;
