import type { SourceRange } from '../mail/SourceRange.js';
import type { Finding } from './Finding.js';

/** Of two ranges that have this share of their characters in common, both say the same. */
const sameShare = 0.8;

/** Words that one or more rules report for the same reason. */
interface Cue {
  readonly findings: Finding[];
}

/**
 * Counts different rules that have words of their own: where two rules report the same words for the same reason, these
 * count for one of them, and the other needs a passage elsewhere.
 */
export class CueMatching {
  readonly #cues: Cue[] = [];
  readonly #cuesByRule = new Map<string, Cue[]>();
  readonly #owners = new Map<Cue, string>();

  /** @param rules how many different rules there can be. */
  constructor(private readonly rules: number) {}

  /**
   * Takes in the next finding in source order.
   *
   * @returns one finding for each rule that has words of its own so far, in source order.
   */
  add(finding: Finding): readonly Finding[] {
    const own = this.#cuesByRule.get(finding.rule) ?? [];
    this.#cuesByRule.set(finding.rule, own);
    const cue = this.#cueOf(finding);
    // With as many passages as there are rules, one is always left for this one.
    if (own.length < this.rules && !own.includes(cue)) own.push(cue);
    const owning = new Set(this.#owners.values());
    for (const rule of this.#cuesByRule.keys()) if (!owning.has(rule)) this.#assign(rule, new Set());
    return [...this.#owners]
      .flatMap(([{ findings }, rule]) => findings.find((each) => each.rule === rule) ?? [])
      .sort((one, other) => one.range.start - other.range.start || one.range.end - other.range.end);
  }

  #cueOf(finding: Finding): Cue {
    for (const cue of this.#cues.slice(-this.rules)) {
      if (!cue.findings.some((other) => isSame(other, finding))) continue;
      cue.findings.push(finding);
      return cue;
    }
    const cue = { findings: [finding] };
    this.#cues.push(cue);
    return cue;
  }

  /** Finds words for a rule; another rule that has others gives up its own. */
  #assign(rule: string, tried: Set<Cue>): boolean {
    for (const cue of this.#cuesByRule.get(rule) ?? []) {
      if (tried.has(cue)) continue;
      tried.add(cue);
      const owner = this.#owners.get(cue);
      if (owner !== undefined && !this.#assign(owner, tried)) continue;
      this.#owners.set(cue, rule);
      return true;
    }
    return false;
  }
}

/** Whether two findings are about the same words: they cover the same passage and point at the same words in it. */
function isSame(one: Finding, other: Finding): boolean {
  if (!isAlike([one.range], [other.range])) return false;
  if (one.related.length === 0 || other.related.length === 0) return true;
  return isAlike(
    one.related.map(({ range }) => range),
    other.related.map(({ range }) => range),
  );
}

function isAlike(ones: readonly SourceRange[], others: readonly SourceRange[]): boolean {
  const common = ones.reduce((sum, one) => sum + others.reduce((own, other) => own + overlap(one, other), 0), 0);
  return common >= sameShare * Math.max(lengthOf(ones), lengthOf(others));
}

function overlap(one: SourceRange, other: SourceRange): number {
  return Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start));
}

function lengthOf(ranges: readonly SourceRange[]): number {
  return ranges.reduce((sum, { start, end }) => sum + end - start, 0);
}
