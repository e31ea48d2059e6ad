import type { DatedPlace, DigestFinding, DigestPlace, MailDigest } from '../../../src/checks/campaign/MailDigest.js';

/** A place in a mail of one line. */
export function placeOf(text: string, start = 0): DigestPlace {
  const end = start + text.length;
  return {
    text,
    range: { start, end },
    start: { line: 1, column: start + 1 },
    end: { line: 1, column: end + 1 },
  };
}

export function dated(day: string): DatedPlace {
  return { day, ...placeOf(`on ${day}`, 5) };
}

export function foundBy(rule: string): DigestFinding {
  return { rule, severity: 'warning', ...placeOf(`words of ${rule}`, 9) };
}

/** The digest of a mail of the campaign `a` that asks for consent, unless said otherwise. */
export function digestOf(path: string, more: Partial<MailDigest> = {}): MailDigest {
  return {
    path,
    campaign: 'a',
    language: 'en',
    types: ['consent'],
    top: placeOf(`subject of ${path}`),
    targets: ['a.example/yes'],
    words: ['garden', 'letter', 'hedges', 'question'],
    limits: [],
    days: [],
    lastChances: [],
    says: [],
    findings: [],
    ...more,
  };
}
