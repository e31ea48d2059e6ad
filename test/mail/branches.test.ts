import { describe, expect, it } from 'vitest';
import { branchesConflict, findUncovered } from '../../src/mail/branches.js';
import type { Branch, BranchGroup } from '../../src/mail/Mail.js';

const at = (group: number, arm: number): Branch => ({ group, arm });

/** A conditional with so many arms. */
function conditional(arms: number, isExhaustive: boolean): BranchGroup {
  const conditions = Array.from({ length: arms }, (_, arm) => (isExhaustive && arm === arms - 1 ? '' : `c${arm}`));
  return { conditions, isExhaustive, range: { start: 0, end: 1 } };
}

describe('branchesConflict', () => {
  it.each<readonly [readonly Branch[], readonly Branch[], boolean]>([
    [[], [], false],
    [[at(0, 0)], [], false],
    [[at(0, 0)], [at(0, 0)], false],
    [[at(0, 0)], [at(0, 1)], true],
    [[at(0, 0)], [at(1, 1)], false],
    [[at(0, 0), at(1, 0)], [at(0, 0), at(1, 1)], true],
  ])('%j and %j: %s', (one, other, isConflict) => {
    expect(branchesConflict(one, other)).toBe(isConflict);
    expect(branchesConflict(other, one)).toBe(isConflict);
  });
});

describe('findUncovered', () => {
  const ifElse = [conditional(2, true)];
  const ifOnly = [conditional(1, false)];

  it('asks for nothing more than one place outside of all branches', () => {
    expect(findUncovered([[]], ifOnly)).toBeUndefined();
    expect(findUncovered([[at(0, 0)], []], ifOnly)).toBeUndefined();
  });

  it('names the arm without it', () => {
    expect(findUncovered([[at(0, 0)]], ifElse)).toEqual(at(0, 1));
    expect(findUncovered([[at(0, 1)]], ifElse)).toEqual(at(0, 0));
    expect(findUncovered([[at(0, 0)], [at(0, 1)]], ifElse)).toBeUndefined();
  });

  it('names the “else” that is not there', () => {
    expect(findUncovered([[at(0, 0)]], ifOnly)).toEqual(at(0, 1));
    expect(findUncovered([[at(0, 0)], [at(0, 1)]], [conditional(2, false)])).toEqual(at(0, 2));
  });

  it('looks into nested conditionals', () => {
    const groups = [conditional(2, true), conditional(2, true)];
    expect(findUncovered([[at(0, 0), at(1, 0)], [at(0, 1)]], groups)).toEqual(at(1, 1));
    expect(findUncovered([[at(0, 0), at(1, 0)], [at(0, 0), at(1, 1)], [at(0, 1)]], groups)).toBeUndefined();
  });

  it('is content when one of several conditionals is covered', () => {
    const groups = [conditional(1, false), conditional(2, true)];
    expect(findUncovered([[at(0, 0)], [at(1, 0)], [at(1, 1)]], groups)).toBeUndefined();
    expect(findUncovered([[at(0, 0)], [at(1, 0)]], groups)).toEqual(at(0, 1));
  });
});
