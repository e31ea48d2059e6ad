import { describe, expect, it } from 'vitest';
import { checkDensity } from '../../src/checks/checkDensity.js';
import type { Finding } from '../../src/checks/Finding.js';
import type { DensityOptions } from '../../src/rulebook/Rule.js';
import { checkingOf, densityRule, rulebookOf } from './checkingOf.js';

const text = 'Alpha beta gamma.\n\nDelta epsilon zeta.\n\nEta theta iota.\n\nKappa lambda mu.';

function found(rule: string, words: string, related: readonly string[] = []): Finding {
  const placeOf = (part: string) => ({ start: text.indexOf(part), end: text.indexOf(part) + part.length });
  return {
    rule,
    severity: 'warning',
    message: '',
    advice: '',
    text: words,
    range: placeOf(words),
    related: related.map((part) => ({ label: '', text: part, range: placeOf(part) })),
    suggestions: [],
    references: [],
  };
}

function reports(findings: readonly Finding[], options: Partial<DensityOptions> = {}) {
  const context = checkingOf({ text, format: 'text' }, rulebookOf({}));
  return checkDensity(densityRule(options), context, findings);
}

describe('checkDensity', () => {
  it('stands on the third different rule and names the others', () => {
    const [report, ...more] = reports([
      found('one', 'Alpha'),
      found('two', 'Delta'),
      found('three', 'Eta'),
      found('one', 'Kappa'),
    ]);
    expect(more).toEqual([]);
    expect(report).toMatchObject({ text: 'Eta', message: 'kinds one, two, three', range: found('x', 'Eta').range });
    expect(report?.related.map(({ label, text: words }) => `${label} ${words}`)).toEqual([
      'also (one) Alpha',
      'also (two) Delta',
      'also (three) Eta',
    ]);
  });

  it('counts no rule twice and none that isn’t named', () => {
    expect(reports([found('one', 'Alpha'), found('one', 'Delta'), found('two', 'Eta')])).toEqual([]);
    expect(reports([found('one', 'Alpha'), found('two', 'Delta'), found('other', 'Eta')])).toEqual([]);
  });

  it('takes two rules about the same words for one', () => {
    const same = [found('one', 'Alpha beta gamma'), found('two', 'Alpha beta gamma'), found('three', 'Delta')];
    expect(reports(same)).toEqual([]);
    const apart = [
      found('one', 'Alpha beta gamma', ['Alpha']),
      found('two', 'Alpha beta gamma', ['gamma']),
      found('three', 'Delta'),
    ];
    expect(reports(apart)).toHaveLength(1);
  });

  it('lets a rule count elsewhere where another needs its words', () => {
    const findings = [
      found('one', 'Alpha beta'),
      found('two', 'Alpha beta'),
      found('one', 'Delta'),
      found('three', 'Eta'),
    ];
    const [report] = reports(findings);
    expect(report?.related.map(({ text: words }) => words)).toEqual(['Alpha beta', 'Delta', 'Eta']);
  });

  it('thinks one strong sentence no stack', () => {
    expect(reports([found('one', 'Alpha'), found('two', 'beta'), found('three', 'gamma')])).toEqual([]);
  });

  it('reports a share of the sentences only where one is set', () => {
    const pushed = [found('one', 'Alpha'), found('one', 'Delta'), found('one', 'Eta')];
    expect(reports(pushed)).toEqual([]);
    expect(reports(pushed, { largestShare: 0.5 })).toMatchObject([{ message: 'share 3', text: 'Eta' }]);
    expect(reports(pushed.slice(0, 2), { largestShare: 0.1 })).toEqual([]);
  });
});
