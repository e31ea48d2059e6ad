import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../linter/temporaryFolder.js';
import { projectFolder, runCommand } from './runCommand.js';

const threat = 'You must agree by midnight, otherwise we will close your account.';
const coercive = `---\ntype: consent\n---\n${threat}\n`;
const fair = 'Thank you for being with us. The roses bloom.\n';

function readJson(path: string): Record<string, unknown> {
  return JSON.parse(readFileSync(join(projectFolder, path), 'utf8'));
}

function validator(path: string): (value: unknown) => readonly unknown[] {
  const { $schema: _draft, $id: _newId, id: _oldId, ...schema } = readJson(path);
  const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false, validateFormats: false });
  const validate = ajv.compile(schema);
  return (value) => {
    validate(value);
    return validate.errors ?? [];
  };
}

describe('tactful fixtures/', () => {
  it('finds something, in words for people', async () => {
    const { exitCode, output, errors } = await runCommand(['fixtures/']);
    expect({ exitCode, errors }).toEqual({ exitCode: 1, errors: '' });
    expect(output).toContain('coercive-deadline');
    expect(output).toContain('fixtures/en/water-company-agree-by-midnight.mjml');
    expect(output).not.toContain('\u001b');
    expect(output.trimEnd().split('\n').at(-1)).toMatch(/\d+ errors?.* in \d+ of \d+ files\.$/u);
  });

  it('writes JSON that keeps to its schema', async () => {
    const { exitCode, output } = await runCommand(['fixtures/', '--format', 'json']);
    expect(exitCode).toBe(1);
    const report: { files: readonly { path: string; findings: readonly unknown[] }[] } = JSON.parse(output);
    expect(validator('schemas/report.schema.json')(report)).toEqual([]);
    expect(report.files.length).toBeGreaterThanOrEqual(48);
    expect(report.files.every(({ path }) => path.startsWith('fixtures/'))).toBe(true);
  });

  it('writes SARIF that keeps to the standard', async () => {
    const { exitCode, output } = await runCommand(['fixtures/', '--format', 'sarif']);
    expect(exitCode).toBe(1);
    const log: { runs: readonly { results: readonly { ruleId: string }[] }[] } = JSON.parse(output);
    expect(validator('test/schemas/sarif-2.1.0.json')(log)).toEqual([]);
    expect(log.runs[0]?.results.map(({ ruleId }) => ruleId)).toContain('missing-opt-out');
  });

  it('writes what GitHub shows beside the lines', async () => {
    const { exitCode, output } = await runCommand(['fixtures/', '--format', 'github']);
    expect(exitCode).toBe(1);
    const lines = output.trimEnd().split('\n');
    expect(lines.filter((line) => line.startsWith('::error file=fixtures/')).length).toBeGreaterThan(0);
    expect(lines.every((line) => line.startsWith('::') || !line.includes('::'))).toBe(true);
  });

  it('says the same every time', async () => {
    const [one, other] = await Promise.all([1, 2].map(() => runCommand(['fixtures/en', '--format', 'json'])));
    expect(one).toEqual(other);
  });
});

describe('the exit code', () => {
  it('is 0 when nothing is serious enough, 1 when something is', async () => {
    const cwd = temporaryFolder({ 'bad.md': coercive, 'good.md': fair });
    const codeOf = async (...args: readonly string[]) => (await runCommand(args, { cwd })).exitCode;
    expect(await codeOf('good.md')).toBe(0);
    expect(await codeOf('bad.md')).toBe(1);
    expect(await codeOf('bad.md', '--fail-on', 'never')).toBe(0);
  });

  it('is 2 when something cannot be linted, and the others are linted all the same', async () => {
    const cwd = temporaryFolder({
      'a-broken.md': '---\nsubject: [\n---\nHello.',
      'b-binary.md': Uint8Array.of(0xff, 0xfe, 0x00),
      'c-bad.md': coercive,
    });
    const { exitCode, output, errors } = await runCommand(['.'], { cwd });
    expect(exitCode).toBe(2);
    expect(output).toContain('coercive-deadline');
    expect(errors).toMatch(/^tactful: a-broken\.md:\d+:\d+: .*front matter/mu);
    expect(errors).toMatch(/^tactful: b-binary\.md:1: .*UTF-8/mu);
    expect(errors.trimEnd().split('\n')).toHaveLength(2);
    expect(errors).not.toContain('    at ');
  });

  it('is 2 when there is nothing to lint', async () => {
    const { exitCode, output, errors } = await runCommand(['nowhere/*.md'], { cwd: temporaryFolder() });
    expect(exitCode).toBe(2);
    expect(errors).toContain('nowhere/*.md');
    expect(output).not.toContain('error');
  });
});

describe('standard input', () => {
  it('is linted as the file that it stands for', async () => {
    const cwd = temporaryFolder({ 'mails/campaign.yml': 'type: consent\n' });
    const args = ['-', '--stdin-filename', 'mails/draft.md', '--format', 'json'];
    const { exitCode, output } = await runCommand(args, { cwd, input: threat });
    expect(exitCode).toBe(1);
    expect(JSON.parse(output).files).toMatchObject([
      { path: 'mails/draft.md', types: [{ type: 'consent', confidence: 1 }] },
    ]);
  });

  it('is 2 when it is no text', async () => {
    const input = Uint8Array.of(0xc3, 0x28);
    const { exitCode, errors } = await runCommand(['-', '--stdin-filename', 'a.md'], { input });
    expect(exitCode).toBe(2);
    expect(errors).toContain('UTF-8');
  });
});

describe('what a mail says', () => {
  it('cannot act on the terminal or the build server', async () => {
    const evil = `---\ntype: consent\nsubject: "\\e[2J ::error::x"\n---\n\u001b[31mYou must agree by midnight, ::set-output name=x::y otherwise we will close your account.\n`;
    const cwd = temporaryFolder({ 'evil.md': evil });
    for (const format of ['stylish', 'github', 'json', 'sarif']) {
      const { output } = await runCommand(['.', '--format', format], { cwd });
      expect(output, format).not.toContain('\u001b');
      expect(output, format).not.toMatch(/^::set-output/mu);
    }
  });
});

describe('tactful test', () => {
  it('measures the fixtures', async () => {
    const { exitCode, output, errors } = await runCommand(['test', 'fixtures', '--format', 'json']);
    expect({ exitCode, errors }).toEqual({ exitCode: 0, errors: '' });
    const { open } = JSON.parse(output);
    expect(open.overall.f1).toBeGreaterThan(0.8);
    expect((await runCommand(['test', 'fixtures', '--min-f1', '0'])).exitCode).toBe(0);
  });

  it('ends with 1 when the labels are not met, with 2 when they cannot be read', async () => {
    const missed = 'expect:\n  - { rule: coercive-deadline, quote: roses }\n';
    const cwd = temporaryFolder({ 'a.md': fair, 'a.expect.yml': missed, 'b.md': fair, 'b.expect.yml': 'expect: [' });
    const low = await runCommand(['test', 'a.md', '--min-f1', '0.9'], { cwd });
    expect(low.exitCode).toBe(1);
    expect(low.output).toContain('coercive-deadline');
    expect((await runCommand(['test', '.'], { cwd })).exitCode).toBe(2);
    const unknown = await runCommand(['test', 'a.md', '--rules', 'coercive-dedline'], { cwd });
    expect(unknown.exitCode).toBe(2);
    expect(unknown.errors).toContain('coercive-deadline');
  });
});

describe('tactful rules and explain', () => {
  it('lists every rule with what it is about, in both languages', async () => {
    const english = await runCommand(['rules']);
    const german = await runCommand(['rules', '--lang', 'de']);
    for (const { exitCode, output } of [english, german]) {
      expect(exitCode).toBe(0);
      for (const id of ['coercive-deadline', 'missing-opt-out', 'buried-terms-change']) expect(output).toContain(id);
    }
    expect(english.output).toContain('time limit');
    expect(german.output).toContain('Frist');
  });

  it('explains a rule in both languages', async () => {
    const english = await runCommand(['explain', 'coercive-deadline']);
    const german = await runCommand(['explain', 'coercive-deadline', '--lang', 'de']);
    for (const { exitCode, output } of [english, german]) {
      expect(exitCode).toBe(0);
      expect(output).toMatch(/^# /u);
    }
    expect(english.output).not.toBe(german.output);
  });

  it('asks back after a rule that is not there', async () => {
    const { exitCode, output, errors } = await runCommand(['explain', 'coercive-dedline']);
    expect({ exitCode, output }).toEqual({ exitCode: 2, output: '' });
    expect(errors).toContain('Did you mean "coercive-deadline"?');
  });
});
