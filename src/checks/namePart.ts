import type { Block } from '../mail/Mail.js';
import type { SourceRange } from '../mail/SourceRange.js';
import type { CheckContext } from './CheckContext.js';
import type { Finding } from './Finding.js';
import { localized } from './findingTexts.js';

type Part = NonNullable<Block['part']>;

/**
 * Says of what a rule has found in one part of a mail only, where the mail holds its text twice, which one that is: its
 * readers don't all get the same.
 *
 * @param findings those of one rule about words, those that stand in both parts among them.
 */
export function namePart(findings: readonly Finding[], { reading, rulebook }: CheckContext): readonly Finding[] {
  if (findings.length === 0 || reading.mail.children.every(({ part }) => part === undefined)) return findings;
  const extents = extentsOf(reading.mail.children);
  const parts = new Set(findings.map(({ range }) => partAt(range, extents)));
  const [only] = parts;
  if (only === undefined || parts.size > 1) return findings;
  const label = localized(rulebook.parts[only], reading.language);
  return findings.map((finding) => ({
    ...finding,
    related: [...finding.related, { label, text: finding.text, range: finding.range }],
  }));
}

/** From where to where each part reaches in the file. */
function extentsOf(blocks: readonly Block[]): ReadonlyMap<Part, SourceRange> {
  const extents = new Map<Part, SourceRange>();
  for (const { part, text } of blocks) {
    const first = text.starts[0];
    const last = text.ends[text.value.length - 1];
    if (part === undefined || first === undefined || last === undefined) continue;
    const { start = first, end = last } = extents.get(part) ?? {};
    extents.set(part, { start: Math.min(start, first), end: Math.max(end, last) });
  }
  return extents;
}

/** A subject stands in neither. */
function partAt({ start, end }: SourceRange, extents: ReadonlyMap<Part, SourceRange>): Part | undefined {
  return [...extents].find(([, extent]) => start >= extent.start && end <= extent.end)?.[0];
}
