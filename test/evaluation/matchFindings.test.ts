import { describe, expect, it } from 'vitest';
import { matchFindings, type PlacedFinding, type PlacedLabel } from '../../src/evaluation/matchFindings.js';

function at(rule: string, start: number, end: number): PlacedLabel & PlacedFinding {
  return { rule, places: [{ start, end }], range: { start, end } };
}
const whole = (rule: string): PlacedLabel => ({ rule, places: 'anywhere' });

describe('matchFindings', () => {
  it('meets a label when rule and one character are the same', () => {
    const label = at('shouting', 10, 20);
    expect(matchFindings([label], [], [at('shouting', 19, 30)]).found).toEqual([label]);
    expect(matchFindings([label], [], [at('shouting', 0, 11)]).found).toEqual([label]);
    expect(matchFindings([label], [], [at('shouting', 12, 14)]).found).toEqual([label]);
  });

  it('misses a label that a finding only touches, or that another rule’s finding covers', () => {
    const label = at('shouting', 10, 20);
    const findings = [at('shouting', 20, 30), at('shouting', 5, 10), at('false-urgency', 10, 20)];
    expect(matchFindings([label], [], findings)).toEqual({ found: [], missed: [label], falseAlarms: findings });
  });

  it('takes any of a quote’s places', () => {
    const label = { rule: 'shouting', places: [at('', 0, 5).range, at('', 50, 55).range] };
    expect(matchFindings([label], [], [at('shouting', 52, 53)])).toEqual({
      found: [label],
      missed: [],
      falseAlarms: [],
    });
  });

  it('lets one finding meet several labels', () => {
    const labels = [at('shouting', 0, 5), at('shouting', 8, 12)];
    expect(matchFindings(labels, [], [at('shouting', 0, 20)])).toEqual({ found: labels, missed: [], falseAlarms: [] });
  });

  it('lets several findings meet one label', () => {
    const label = at('shouting', 0, 20);
    const findings = [at('shouting', 0, 5), at('shouting', 8, 12)];
    expect(matchFindings([label], [], findings)).toEqual({ found: [label], missed: [], falseAlarms: [] });
  });

  it('lets any finding of the rule meet a label about the whole mail', () => {
    const label = whole('missing-opt-out');
    const findings = [at('missing-opt-out', 0, 0), at('missing-opt-out', 99, 100)];
    expect(matchFindings([label], [], findings)).toEqual({ found: [label], missed: [], falseAlarms: [] });
  });

  it('neither counts nor blames what is tolerated, at its place or anywhere', () => {
    const findings = [at('shouting', 0, 5), at('shouting', 40, 45), at('short-notice', 40, 45)];
    const tolerate = [at('shouting', 3, 9), whole('short-notice')];
    expect(matchFindings([], tolerate, findings)).toEqual({ found: [], missed: [], falseAlarms: [findings[1]] });
  });

  it('finds a label whose words are tolerated too', () => {
    const label = at('shouting', 0, 5);
    expect(matchFindings([label], [at('shouting', 0, 5)], [at('shouting', 0, 5)]).found).toEqual([label]);
  });

  it('takes a finding without length as the character it stands before', () => {
    expect(matchFindings([at('shouting', 0, 5)], [], [at('shouting', 0, 0)]).missed).toEqual([]);
    expect(matchFindings([at('shouting', 0, 5)], [], [at('shouting', 5, 5)]).found).toEqual([]);
  });
});
