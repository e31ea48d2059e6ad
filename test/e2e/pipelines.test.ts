import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { reporters } from '../../src/reporters/reporters.js';
import { temporaryFolder } from '../linter/temporaryFolder.js';
import { runCommand } from './runCommand.js';

const threat = '---\ntype: consent\n---\nYou must agree by midnight, otherwise we will close your account.\n';
const formats = reporters.map(({ name }) => name);

function toFiles(folder: string): readonly string[] {
  return formats.flatMap((name) => ['--format', `${name}=${join(folder, name)}`]);
}

describe('tactful merge', () => {
  it('makes of shards the same bytes as one run, in every format', async () => {
    const out = temporaryFolder();
    const mails = ['fixtures/en', 'nowhere.md'];
    const whole = await runCommand([...mails, ...toFiles(join(out, 'whole'))]);
    const shards = [1, 2, 3].map((index) => join(out, `shard-${index}.json`));
    for (const [index, shard] of shards.entries()) {
      const run = await runCommand([...mails, '--shard', `${index + 1}/3`, '--format', `json=${shard}`]);
      expect(run).toMatchObject({ exitCode: 2, output: '' });
      expect(JSON.parse(readFileSync(shard, 'utf8')).files.length).toBeGreaterThan(0);
    }
    const merged = await runCommand(['merge', ...shards.toReversed(), ...toFiles(join(out, 'merged'))]);
    expect(merged).toEqual(whole);
    for (const name of formats) {
      const [one, other] = ['whole', 'merged'].map((folder) => readFileSync(join(out, folder, name), 'utf8'));
      expect(one, name).not.toBe('');
      expect(other === one, name).toBe(true);
    }
  });

  it('ends as one run would', async () => {
    const cwd = temporaryFolder({ 'bad.md': threat });
    await runCommand(['.', '--format', 'json=a.json'], { cwd });
    expect((await runCommand(['merge', 'a.json'], { cwd })).exitCode).toBe(1);
    expect((await runCommand(['merge', 'a.json', '--fail-on', 'never'], { cwd })).exitCode).toBe(0);
  });

  it('says what is wrong with a file, in one line', async () => {
    const cwd = temporaryFolder({ 'a.json': '{"files": 5}', 'b.json': 'x', 'c.md': threat });
    await runCommand(['.', '--format', 'json=c.json'], { cwd });
    for (const [files, message] of [
      [['a.json'], 'a.json'],
      [['b.json'], 'no JSON'],
      [['c.json', 'c.json'], 'c.md'],
      [['.'], 'cannot be read'],
    ] as const) {
      const { exitCode, output, errors } = await runCommand(['merge', ...files], { cwd });
      expect({ exitCode, output }).toEqual({ exitCode: 2, output: '' });
      expect(errors).toContain(message);
      expect(errors.trimEnd().split('\n')).toHaveLength(1);
    }
  });
});

describe('several formats', () => {
  it('come out of one run', async () => {
    const cwd = temporaryFolder({ 'bad.md': threat });
    const args = ['.', '--format', 'stylish', '--format', 'sarif=reports/out.sarif'];
    const { exitCode, output, errors } = await runCommand(args, { cwd });
    expect({ exitCode, errors }).toEqual({ exitCode: 1, errors: '' });
    expect(output).toContain('bad.md');
    expect(JSON.parse(readFileSync(join(cwd, 'reports/out.sarif'), 'utf8')).runs).toHaveLength(1);
  });

  it('are followed by annotations in GitHub Actions', async () => {
    const cwd = temporaryFolder({ 'mails/bad.md': threat });
    const environment = { GITHUB_ACTIONS: 'true', GITHUB_WORKSPACE: cwd };
    const { output } = await runCommand(['.'], { cwd: join(cwd, 'mails'), environment });
    expect(output).toMatch(/^bad\.md \(/u);
    expect(output).toContain('\n::error file=mails/bad.md,line=4,');
  });
});
