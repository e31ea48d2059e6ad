import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../linter/temporaryFolder.js';
import { runCommand } from './runCommand.js';

const threat = 'You must agree by midnight, otherwise we will close your account.';
const files = {
  'mails/a.md': `---\ntype: consent\n---\n<!-- tactful-ignore-next coercive-deadline -- The regulator set the day -->\n\n${threat}\n`,
  'mails/b.md': `---\ntype: consent\n---\n${threat}\n`,
  'mails/campaign.yml': 'campaign: May\n',
  'tactful.config.yml': 'rules: { shouting: error }\n',
};
const day = { environment: { SOURCE_DATE_EPOCH: '1795507200' } };

async function recorded(): Promise<{ readonly cwd: string; readonly text: string }> {
  const cwd = temporaryFolder(files);
  const { errors } = await runCommand(['.', '--evidence', 'evidence.json'], { cwd, ...day });
  expect(errors).toBe('');
  return { cwd, text: readFileSync(join(cwd, 'evidence.json'), 'utf8') };
}

describe('--evidence', () => {
  it('says what was linted, how, and what came of it', async () => {
    const { text } = await recorded();
    const evidence = JSON.parse(text);
    expect(evidence).toMatchObject({
      created: '2026-11-24T08:00:00.000Z',
      tool: { name: 'tactful', version: expect.stringMatching(/^\d/u) },
      inputs: [
        { path: 'mails/a.md', kind: 'mail' },
        { path: 'mails/b.md', kind: 'mail' },
        { path: 'mails/campaign.yml', kind: 'other' },
        { path: 'tactful.config.yml', kind: 'other' },
      ],
      mails: [
        { path: 'mails/a.md', excepted: [{ origin: 'mail', reason: 'The regulator set the day' }] },
        {
          path: 'mails/b.md',
          findings: expect.arrayContaining([expect.objectContaining({ rule: 'coercive-deadline' })]),
        },
      ],
    });
    expect(evidence.references['gdpr-7-4'].checked).toMatch(/^\d{4}-\d\d-\d\d$/u);
    expect(evidence.mails[0].settings).toContainEqual({
      name: 'rules.shouting.severity',
      value: 'error',
      from: 'tactful.config.yml:1:20',
    });
  });

  it('is the same every time', async () => {
    expect((await recorded()).text).toBe((await recorded()).text);
  });
});

describe('tactful evidence verify', () => {
  it('is content while nothing changes', async () => {
    const { cwd } = await recorded();
    const { exitCode, output } = await runCommand(['evidence', 'verify', 'evidence.json'], { cwd });
    expect({ exitCode, output }).toEqual({
      exitCode: 0,
      output: 'The record is whole, and all 4 files are as they were.\n',
    });
  });

  it('tells what has changed, in the files and in the record', async () => {
    const { cwd, text } = await recorded();
    writeFileSync(join(cwd, 'mails/b.md'), 'Hello.');
    writeFileSync(join(cwd, 'evidence.json'), text.replace('The regulator set the day', 'The board set the day'));
    const { exitCode, output } = await runCommand(['evidence', 'verify', 'evidence.json'], { cwd });
    expect(exitCode).toBe(1);
    expect(output).toBe('The record itself has been changed since it was written.\n“mails/b.md” has changed.\n');
  });

  it('reads nothing outside of the folder, and knows what is no record', async () => {
    const { cwd, text } = await recorded();
    writeFileSync(join(cwd, 'evidence.json'), text.replaceAll('mails/b.md', '../../etc/hostname'));
    const { output } = await runCommand(['evidence', 'verify', 'evidence.json'], { cwd });
    expect(output).toContain('“../../etc/hostname” is outside of the working folder and was not read.');
    writeFileSync(join(cwd, 'evidence.json'), '{}');
    const none = await runCommand(['evidence', 'verify', 'evidence.json'], { cwd });
    expect(none).toMatchObject({ exitCode: 2, output: '' });
  });
});
