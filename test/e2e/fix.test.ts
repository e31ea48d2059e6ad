import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../linter/temporaryFolder.js';
import { commitAll, git } from './repository.js';
import { runCommand } from './runCommand.js';

const loud = '\uFEFF# Hello\r\n\r\nOur roses bloom!!! Have you seen them?!?! Come, {{ name }}!!!\r\n\r\nSee them now.';
const calm = '\uFEFF# Hello\r\n\r\nOur roses bloom! Have you seen them? Come, {{ name }}!!!\r\n\r\nSee them now.';

describe('--fix', () => {
  it('leaves one mark of several, and all else as it is', async () => {
    const cwd = temporaryFolder({ 'a.md': loud, 'b.md': 'Our roses bloom.\n' });
    const { errors } = await runCommand(['.', '--fix'], { cwd });
    expect(errors).toBe('tactful: 2 replacements made.\n');
    expect(readFileSync(join(cwd, 'a.md'), 'utf8')).toBe(calm);
    expect((await runCommand(['.', '--fix'], { cwd })).errors).toBe('');
  });

  it('touches nothing where tags or entities stand between the marks, nor what exceptions let pass', async () => {
    const html = '<p>Our roses bloom!<b>!</b>!</p><p>Come and see&excl;&excl;&excl;</p>';
    const passed = '<!-- tactful-ignore-file shouting -- our name is Bloom!!! -->\n\nOur Bloom!!!\n';
    const cwd = temporaryFolder({ 'a.html': html, 'b.md': passed });
    await runCommand(['.', '--fix'], { cwd });
    expect(readFileSync(join(cwd, 'a.html'), 'utf8')).toBe(html);
    expect(readFileSync(join(cwd, 'b.md'), 'utf8')).toBe(passed);
  });

  it('mends what is repeated as well', async () => {
    const cwd = temporaryFolder({ 'a.md': 'Roses bloom!!!\n\nHello.\n\nRoses bloom!!!\n\nRoses bloom!!!\n' });
    expect((await runCommand(['.', '--fix'], { cwd })).errors).toBe('tactful: 3 replacements made.\n');
    expect(readFileSync(join(cwd, 'a.md'), 'utf8')).not.toContain('!!');
  });

  it('needs files', async () => {
    const { exitCode, errors } = await runCommand(['-', '--stdin-filename', 'a.md', '--fix'], { input: loud });
    expect(exitCode).toBe(2);
    expect(errors).toContain('standard input is none');
  });
});

describe('--fix with a sending service', () => {
  const footer = (target: string) =>
    `<mj-section><mj-column><mj-text><a href="${target}">Unsubscribe</a> Bloom!!</mj-text></mj-column></mj-section>\n`;
  const mail =
    '<!--\n---\ntype: marketing\n---\n-->\n<mjml><mj-body><mj-section><mj-column><mj-text>Our roses bloom.</mj-text></mj-column></mj-section><mj-include path="./footer.mjml" /></mj-body></mjml>\n';

  it('gives a dead way out its address, in the file that holds it', async () => {
    const settings = 'provider: mailchimp\n';
    const cwd = temporaryFolder({ 'tactful.config.yml': settings, 'a.mjml': mail, 'footer.mjml': footer('#') });
    expect((await runCommand(['a.mjml', '--fix'], { cwd })).errors).toContain('replacements made');
    expect(readFileSync(join(cwd, 'footer.mjml'), 'utf8')).toBe(footer('*|UNSUB|*').replace('!!', '!'));
    expect(readFileSync(join(cwd, 'a.mjml'), 'utf8')).toBe(mail);
    expect((await runCommand(['a.mjml'], { cwd })).output).not.toContain('missing-opt-out');
  });

  it('leaves it as it is where no service is declared', async () => {
    const cwd = temporaryFolder({ 'a.mjml': mail, 'footer.mjml': footer('#').replace('!!', '') });
    expect((await runCommand(['a.mjml', '--fix'], { cwd })).errors).toBe('');
  });
});

describe('--fix-dry-run', () => {
  it('changes nothing, and prints a patch that Git applies', async () => {
    const many = Array.from({ length: 30 }, (_, index) =>
      index % 9 === 0 ? `Roses bloom${'o'.repeat(index)}!!!` : `Line ${index}.`,
    );
    const texts = { 'a.md': loud, 'sub/b ü.md': `${many.join('\n\n')}\n` };
    const cwd = temporaryFolder(texts);
    commitAll(cwd);
    const { output } = await runCommand(['.', '--fix-dry-run'], { cwd });
    expect(git(cwd, 'status', '--short')).toBe('');
    expect(output).toContain('--- a/a.md\n');
    writeFileSync(join(cwd, '.git', 'fix.patch'), output);
    git(cwd, 'apply', '--whitespace=nowarn', '.git/fix.patch');
    expect(readFileSync(join(cwd, 'a.md'), 'utf8')).toBe(calm);
    expect(readFileSync(join(cwd, 'sub/b ü.md'), 'utf8')).toBe(texts['sub/b ü.md'].replaceAll('!!!', '!'));
  });
});

describe('mail files', () => {
  const eml = 'X-Mail-Type: marketing\n\nOur roses bloom!!! Come and see them.\n';

  it.each([
    ['by their name', 'a.eml', []],
    ['by the format asked for', 'a.txt', ['--input-format', 'eml']],
  ])('are never changed, told %s', async (_, name, args) => {
    const cwd = temporaryFolder({ [name]: eml });
    const { errors, output } = await runCommand(['.', '--fix', ...args], { cwd });
    expect(output).toContain('shouting');
    expect(readFileSync(join(cwd, name), 'utf8')).toBe(eml);
    expect(errors).toBe(
      'tactful: 1 file was left unchanged, since mail files (EML) may be encoded or signed. Mend their templates.\n',
    );
    expect((await runCommand(['.', '--fix-dry-run', ...args], { cwd })).output).toBe('');
    const { output: json } = await runCommand(['.', '--format', 'json', ...args], { cwd });
    expect(json).not.toContain('"fix"');
  });
});
