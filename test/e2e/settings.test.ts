import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../linter/temporaryFolder.js';
import { runCommand } from './runCommand.js';

const threat = 'You must agree by midnight, otherwise we will close your account.';
const mail = `---\ntype: consent\n---\n${threat}\n`;

async function json(cwd: string, ...args: readonly string[]) {
  const { output, errors } = await runCommand([...args, '--format', 'json'], { cwd });
  expect(errors).toBe('');
  return JSON.parse(output);
}

describe('tactful config', () => {
  const cwd = () =>
    temporaryFolder({
      'tactful.config.yml': 'profile: de\nrules:\n  shouting: off\n  coercive-deadline: { ignorable: false }\n',
      'mails/tactful.config.yml':
        'footer: injected\noverrides:\n  - { files: [a.md], rules: { guilt-tripping: error } }\n',
    });

  it('says what holds for a mail and where each setting comes from', async () => {
    const told = await json(cwd(), 'config', 'mails/a.md');
    expect(told).toMatchObject({
      path: 'mails/a.md',
      files: ['tactful.config.yml', 'mails/tactful.config.yml'],
      settings: expect.arrayContaining([
        { name: 'profile', value: 'de', from: 'tactful.config.yml:1:10' },
        { name: 'footer', value: 'injected', from: 'mails/tactful.config.yml:1:9' },
      ]),
      rules: {
        shouting: { severity: { value: 'off', from: 'tactful.config.yml:3:13' } },
        'coercive-deadline': { ignorable: { value: false, from: 'tactful.config.yml:4:35' } },
        'guilt-tripping': { severity: { value: 'error', from: 'mails/tactful.config.yml:3:47' } },
      },
    });
  });

  it('says it in words, and of a rule that nobody has set', async () => {
    const { output, exitCode } = await runCommand(['config', 'mails/b.md'], { cwd: cwd() });
    expect(exitCode).toBe(0);
    expect(output).toMatch(/^mails\/b\.md: tactful\.config\.yml, mails\/tactful\.config\.yml$/mu);
    expect(output).toMatch(/^shouting +off +tactful\.config\.yml:3:13$/mu);
    expect(output).toMatch(/^threat-of-loss +warning +the rule itself$/mu);
  });

  it('tells mistakes and ends with 2', async () => {
    const broken = temporaryFolder({ 'tactful.config.yml': 'rules: { shoutin: off }\n' });
    const { output, errors, exitCode } = await runCommand(['config', 'a.md'], { cwd: broken });
    expect({ output, exitCode }).toEqual({ output: '', exitCode: 2 });
    expect(errors).toContain('Did you mean “shouting”?');
  });
});

describe('tactful rules', () => {
  it('lists the rules as the settings have them', async () => {
    const cwd = temporaryFolder({ 'tactful.config.yml': 'rules: { shouting: off, coercive-deadline: warning }\n' });
    const rules: readonly { readonly id: string; readonly severity: string }[] = await json(cwd, 'rules');
    const severities = Object.fromEntries(rules.map(({ id, severity }) => [id, severity]));
    expect(severities).toMatchObject({ shouting: 'off', 'coercive-deadline': 'warning' });
    expect(rules).toContainEqual(
      expect.objectContaining({ id: 'missing-opt-out', check: 'required', languages: ['de', 'en'] }),
    );
    expect(
      (await json(cwd, 'rules', '--no-config')).find(({ id }: { id: string }) => id === 'shouting').severity,
    ).not.toBe('off');
    expect((await runCommand(['rules', '--profile', 'nowhere'], { cwd })).exitCode).toBe(2);
  });
});

describe('tactful init', () => {
  const offer = (words: string) => `---\ntype: marketing\n---\n${words}\n\n[Unsubscribe](*|UNSUB|*)\n`;

  it('writes settings that suit the folder, can be read, and change nothing of what is found', async () => {
    const cwd = temporaryFolder({
      'a.md': offer('Our roses bloom, and you are welcome to have a look at them in the garden.'),
      'b.md': offer('Unsere Rosen blühen, und Sie können sie gern in unserem Garten ansehen.'),
      'c.md': mail,
    });
    const before = await json(cwd, '.');
    const { output, exitCode } = await runCommand(['init'], { cwd });
    expect(exitCode).toBe(0);
    expect(output).toContain('tactful.config.yml is written, after a look at 3 mails.');
    const text = readFileSync(join(cwd, 'tactful.config.yml'), 'utf8');
    expect(text).toContain('\nprovider: mailchimp\n');
    expect(text).toContain('\nlanguages: [de, en]\n');
    expect((await json(cwd, '.')).summary).toEqual(before.summary);
  });

  it('never writes over settings', async () => {
    for (const name of ['tactful.config.yml', 'tactful.config.yaml', 'tactful.config.json']) {
      const cwd = temporaryFolder({ [name]: '{}' });
      const { exitCode, errors } = await runCommand(['init'], { cwd });
      expect(exitCode).toBe(2);
      expect(errors).toContain(`“${name}” is there already`);
      expect(readFileSync(join(cwd, name), 'utf8')).toBe('{}');
    }
  });

  it('suggests the footer of the sending service where mails have none, and works in an empty folder', async () => {
    const bare = '---\ntype: marketing\n---\nOur roses bloom, and you are welcome to have a look at them.\n';
    const cwd = temporaryFolder({ 'a.md': bare, 'b.md': bare, 'c.md': bare });
    await runCommand(['init'], { cwd });
    expect(readFileSync(join(cwd, 'tactful.config.yml'), 'utf8')).toContain('# 3 of 3 mails hold no way out.');
    expect((await runCommand(['init'], { cwd: temporaryFolder() })).exitCode).toBe(0);
  });
});
