import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { RulebookError, readYaml } from '../../src/rulebook/readYaml.js';

const schema = z.strictObject({ name: z.string(), list: z.array(z.number()).default([]) });

function messageOf(text: string): string | undefined {
  try {
    readYaml(text, 'folder/file.yml', schema);
  } catch (error) {
    if (error instanceof RulebookError) return error.message;
    throw error;
  }
  return undefined;
}

describe('readYaml', () => {
  it('reads what fits', () => {
    expect(readYaml('name: x\nlist: [1, 2]', 'a.yml', schema)).toEqual({ name: 'x', list: [1, 2] });
  });

  it('fills in what may be left out', () => {
    expect(readYaml('name: x', 'a.yml', schema)).toEqual({ name: 'x', list: [] });
  });

  it.each([
    ['name: x\nlist: [1, 2', /^folder\/file\.yml:\d: /u],
    ['name: a: b', /^folder\/file\.yml:1: /u],
    ['name: x\nlist:\n  - 1\n  - two\n', /^folder\/file\.yml:4: list\.1: .*expected number/u],
    ['name: 3', /^folder\/file\.yml:1: name: .*expected string/u],
    ['list: []', /^folder\/file\.yml:1: name: .*expected string/u],
    ['name: x\nnmae: y', /^folder\/file\.yml:1: : .*"nmae"/u],
    ['', /^folder\/file\.yml:1: /u],
  ])('says where %j is wrong and what was expected', (text, message) => {
    expect(messageOf(text)).toMatch(message);
  });

  it('tells every mistake', () => {
    expect(messageOf('name: 3\nlist: x')?.split('\n')).toHaveLength(2);
  });

  it('does not follow aliases that grow without end', () => {
    const lines = ['a0: &a0 [x, x]'];
    for (let at = 1; at < 20; at += 1) lines.push(`a${at}: &a${at} [${`*a${at - 1}, `.repeat(9)}x]`);
    expect(() => readYaml(lines.join('\n'), 'a.yml', z.unknown())).toThrow(RulebookError);
  });

  it('does not run out of stack', () => {
    expect(() => readYaml(`name: ${'['.repeat(100_000)}`, 'a.yml', schema)).toThrow(RulebookError);
    expect(() => readYaml(`name: ${'{a: '.repeat(20_000)}`, 'a.yml', schema)).toThrow(RulebookError);
  });
});
