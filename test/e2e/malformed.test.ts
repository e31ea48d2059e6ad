import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../linter/temporaryFolder.js';
import { runCommand } from './runCommand.js';

const threat = 'You must agree by midnight, otherwise we will close your account.';
const encoded = Buffer.from(`${threat} ${threat}`).toString('base64');

function mjml(content: string): string {
  return `<mjml><mj-body>${content}</mj-body></mjml>`;
}

/** Each still holds the threat where a reader would see it. */
const readable: Readonly<Record<string, string | Uint8Array>> = {
  'unclosed.html': `${'<p><b><i><div><span>'.repeat(2000)}${threat}`,
  'unclosed.mjml': `${'<mjml><mj-body><mj-section><mj-column><mj-text>'.repeat(500)}${threat}`,
  'nested.html': `${'<table><tr><td>'.repeat(10_000)}${threat}${'</td></tr></table>'.repeat(10_000)}`,
  'nested.mjml': mjml(`<mj-table>${'<table><tr><td>'.repeat(10_000)}${threat}`),
  'style.html': `<style>${'p{color:red} '.repeat(400_000)}</style><p>${threat}</p>`,
  'style.mjml': `<mjml><mj-head><mj-style>${'/* '.repeat(1_700_000)}</mj-style></mj-head><mj-body><mj-text>${threat}</mj-text></mj-body></mjml>`,
  'tags.html': `${'{% if a %}'.repeat(20_000)}<p>${threat}</p>`,
  'attributes.html': `<p ${'a="b" '.repeat(100_000)}>${threat}</p>`,
  'zero.html': `${'\0'.repeat(100_000)}<p>${threat}</p>`,
  'unquoted-boundary.eml': `Content-Type: multipart/mixed; boundary="b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\n${threat}`,
  'unended.eml': `Content-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\n${threat}`,
  'wrong-charset.eml': Buffer.from(`Content-Type: text/plain; charset=utf-8\r\n\r\nF\xfcr Sie: ${threat}`, 'latin1'),
  'base64.eml': `Content-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n\r\n${encoded.slice(0, -31)}\0=`,
  'quoted-printable.eml': `Content-Type: text/plain\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n${threat}${'='.repeat(50_000)}`,
  'words.eml': `Subject: ${'=?utf-8?q?'.repeat(20_000)}\r\nContent-Type: text/plain\r\n\r\n${threat}`,
};

/** Each is a problem that is told in one sentence with its place, beside what could be read. */
const broken: Readonly<Record<string, string | Uint8Array>> = {
  'charset.eml': 'Content-Type: text/plain; charset=klingon\r\n\r\nHello.',
  'latin.html': Buffer.from('<p>F\xfcr Sie</p>', 'latin1'),
  'deep.eml': Array.from(
    { length: 2000 },
    (_, n) => `Content-Type: multipart/mixed; boundary=b${n}\r\n\r\n--b${n}\r\n`,
  ).join(''),
  'climbs.mjml': mjml('<mj-include path="../../../../etc/passwd" />'),
  'absolute.mjml': mjml('<mj-include path="/etc/passwd" />'),
  'settings.mjml': mjml('<mj-include path=".mjmlconfig" />'),
  'circle.mjml': mjml('<mj-include path="circle.mjml" />'),
  'missing.mjml': mjml('<mj-include path="nothing.mjml" />'),
};

/** Not one of them is anything that a tool for mails may run or read. */
const traps: Readonly<Record<string, string>> = {
  '.mjmlconfig': '{ "packages": ["./trap.js"], "options": { "allowIncludes": true } }',
  'trap.js': 'require("node:fs").writeFileSync("sprung", "")',
};

describe('tactful on mails that are broken or meant to break it', () => {
  it('gives a result or one clear message for each, runs nothing and lints the others', async () => {
    const cwd = temporaryFolder({ ...readable, ...broken, ...traps, 'good.txt': threat });
    const { exitCode, output } = await runCommand(['.', '--format', 'json'], { cwd });
    const report: {
      files: readonly { path: string; findings: readonly { rule: string }[] }[];
      problems: readonly { path: string; line: number; message: string }[];
    } = JSON.parse(output);
    expect(exitCode).toBe(2);
    const found = report.files
      .filter(({ findings }) => findings.some(({ rule }) => rule === 'coercive-deadline'))
      .map(({ path }) => path);
    expect(found).toEqual(['good.txt', ...Object.keys(readable)].sort());
    expect(report.problems.map(({ path }) => path)).toEqual(Object.keys(broken).sort());
    for (const { line, message } of report.problems) {
      expect(line).toBeGreaterThanOrEqual(1);
      expect(message).toMatch(/\.$/u);
    }
    expect(output).not.toContain('root:');
    expect(existsSync(join(cwd, 'sprung'))).toBe(false);
  });
});
