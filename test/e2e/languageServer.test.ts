import { spawn } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { temporaryFolder } from '../linter/temporaryFolder.js';
import { LanguageClient, pulling, uriOf } from './LanguageClient.js';
import { runCommand } from './runCommand.js';

const words = 'Confirm by midnight or your account will be closed';
const threat = `${words}.`;
const footer = 'Fern & Field, 3 Mill Lane, Stroud GL5 2AB. [Unsubscribe]({{ unsubscribe_url }})';
const mail = (body: string) => `---\ntype: marketing\n---\n\n${body}\n\n${footer}\n`;
const switchedOff = 'rules:\n  coercive-deadline: off\n  short-notice: off\n  threat-of-loss: off\n';

function folderWith(files: Readonly<Record<string, string>> = {}) {
  const folder = temporaryFolder(files);
  return { folder, uri: (path: string) => uriOf(join(folder, path)), file: (path: string) => join(folder, path) };
}

const place = z.object({ line: z.number(), column: z.number() });
const finding = z.object({ rule: z.string(), range: z.object({ start: place, end: place }) });
const reports = z.object({ files: z.array(z.object({ findings: z.array(finding) })) });

describe('a client that gets diagnostics sent', () => {
  it('is told where findings stand, after umlauts and emoji too', async () => {
    const client = await LanguageClient.start();
    const uri = uriOf('/nowhere/mail.md');
    await client.open(uri, mail(`Größe 🎉👩‍👩‍👧 „ä“ ist da. ${threat}`));
    const found = await client.diagnostics(uri);
    expect(client.marked(uri, found)).toContain(`coercive-deadline: ${words}`);
    expect(client.abilities.diagnosticProvider).toBeUndefined();
    expect(client.abilities.positionEncoding).toBe('utf-16');
    expect(found.find(({ code }) => code === 'coercive-deadline')).toMatchObject({
      severity: 1,
      source: 'tactful',
      relatedInformation: expect.arrayContaining([
        { location: { uri, range: expect.anything() }, message: expect.stringContaining('midnight') },
      ]),
    });
  });

  it('counts lines that end in CRLF', async () => {
    const client = await LanguageClient.start();
    const uri = uriOf('/nowhere/mail.md');
    await client.open(uri, mail(`Hello Ümit,\n\n${threat}`).replaceAll('\n', '\r\n'));
    const found = await client.diagnostics(uri);
    expect(client.marked(uri, found)).toContain(`coercive-deadline: ${words}`);
    await client.type(uri, 'Hello Ümit,\r\n', '');
    expect(client.marked(uri, await client.diagnostics(uri))).toContain(`coercive-deadline: ${words}`);
  });

  it('sees findings go and come while typing, and none when the document is closed', async () => {
    const client = await LanguageClient.start();
    const uri = uriOf('/nowhere/mail.md');
    await client.open(uri, mail(threat));
    expect(await client.diagnostics(uri)).not.toEqual([]);
    await client.type(uri, threat, 'The garden opens on Saturday.');
    expect(await client.diagnostics(uri)).toEqual([]);
    await client.type(uri, 'The garden opens on Saturday.', threat);
    expect(client.marked(uri, await client.diagnostics(uri))).toContain(`coercive-deadline: ${words}`);
    await client.close(uri);
    const last = await client.until(() => client.published.at(-1)?.version === undefined && client.published.at(-1));
    expect(last).toEqual({ uri, diagnostics: [] });
  });

  it('gets nothing for old versions when it edits in a burst', async () => {
    const client = await LanguageClient.start();
    const uri = uriOf('/nowhere/mail.md');
    await client.open(uri, mail('x'));
    await client.diagnostics(uri);
    const before = client.published.length;
    for (let edit = 0; edit < 20; edit += 1) await client.type(uri, 'x', `x\n\n${edit % 2 ? threat : 'ü🎉'}\n\n`);
    const found = await client.diagnostics(uri);
    expect(client.published.slice(before).map(({ version }) => version)).toEqual([20]);
    expect(client.marked(uri, found)).toContain(`coercive-deadline: ${words}`);
  });

  it('survives templates that are broken for a moment', async () => {
    const client = await LanguageClient.start();
    const uri = uriOf('/nowhere/mail.mjml');
    const text = `<mjml><mj-body><mj-section><mj-column><mj-text>{% if a %}${threat}{% endif %}</mj-text></mj-column></mj-section></mj-body></mjml>`;
    await client.open(uri, text, 'mjml');
    const whole = client.marked(uri, await client.diagnostics(uri));
    for (const cut of ['{% endif %}', '</mj-text>', '</mj-column></mj-section>', '{% if a %}', '<mjml><mj-body>']) {
      await client.type(uri, cut, cut.slice(0, 2));
      await client.diagnostics(uri);
    }
    await client.edit(uri, [
      { range: { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } }, newText: text },
    ]);
    expect(client.marked(uri, await client.diagnostics(uri))).toEqual(whole);
  });

  it('gets what the command reports', async () => {
    const { folder, uri } = folderWith({
      'tactful.config.yml': 'rules:\n  short-notice: off\n',
      'mails/tactful.config.yml': 'rules:\n  coercive-deadline: warning\n',
      'mails/campaign.yml': 'type: terms-update\n',
      'mails/may.md': `${threat}\n`,
    });
    const { output } = await runCommand(['mails', '--format', 'json', '--fail-on', 'never'], { cwd: folder });
    const client = await LanguageClient.start({ folders: [folder] });
    await client.open(uri('mails/may.md'), `${threat}\n`);
    const found = await client.diagnostics(uri('mails/may.md'));
    const [file] = reports.parse(JSON.parse(output)).files;
    expect(found.map(({ code, range: { start } }) => [code, start.line + 1, start.character + 1])).toEqual(
      file?.findings.map(({ rule, range: { start } }) => [rule, start.line, start.column]),
    );
    expect(found.length).toBeGreaterThan(1);
  });

  it('is not told what exceptions or a baseline let pass, but which of them are of no use', async () => {
    const { folder, uri } = folderWith({ 'a.md': mail(threat), 'b.md': '' });
    await runCommand(['baseline', 'a.md'], { cwd: folder });
    const client = await LanguageClient.start({ folders: [folder] });
    await client.open(uri('a.md'), mail(threat));
    expect(await client.diagnostics(uri('a.md'))).toEqual([]);
    const note = '<!-- tactful-ignore-next coercive-deadline -- Legal has asked for this -->';
    await client.open(uri('b.md'), mail(`${note}\n\n${threat}`));
    expect(await client.diagnostics(uri('b.md'))).toEqual([]);
    await client.type(uri('b.md'), threat, 'Hello.');
    expect(await client.diagnostics(uri('b.md'))).toEqual([
      expect.objectContaining({ severity: 2, message: expect.stringContaining('finds nothing here') }),
    ]);
  });

  it('is told of new settings at the next edit or save, without watching files', async () => {
    const { folder, uri, file } = folderWith({ 'mail.md': '' });
    const client = await LanguageClient.start({ folders: [folder] });
    await client.open(uri('mail.md'), mail(threat));
    expect(await client.diagnostics(uri('mail.md'))).not.toEqual([]);
    writeFileSync(file('tactful.config.yml'), switchedOff);
    await client.type(uri('mail.md'), threat, `${threat} `);
    expect(await client.diagnostics(uri('mail.md'))).toEqual([]);
    rmSync(file('tactful.config.yml'));
    const before = client.published.length;
    await client.save(uri('mail.md'));
    const sent = await client.until(() => client.published[before]);
    expect(sent.diagnostics).not.toEqual([]);
  });

  it('is told what is wrong with settings, in the mail and in their file', async () => {
    const { folder, uri } = folderWith({ 'tactful.config.yml': 'rulez: {}\n', 'mail.md': '' });
    const client = await LanguageClient.start({ folders: [folder] });
    await client.open(uri('mail.md'), mail(threat));
    expect(await client.diagnostics(uri('mail.md'))).toEqual([
      expect.objectContaining({ message: expect.stringMatching(/tactful\.config\.yml:1: There is no “rulez”/u) }),
    ]);
    await client.open(uri('tactful.config.yml'), 'rulez: {}\n', 'yaml');
    expect(await client.diagnostics(uri('tactful.config.yml'))).toEqual([
      expect.objectContaining({
        message: expect.stringMatching(/^There is no “rulez”/u),
        range: { start: { line: 0, character: 0 }, end: { line: 0, character: 9 } },
      }),
    ]);
  });

  it('may fix what was found, and sees it gone', async () => {
    const client = await LanguageClient.start();
    const uri = uriOf('/nowhere/mail.md');
    await client.open(
      uri,
      `---\r\ntype: marketing\r\n---\r\n\r\nÄ🎉: The garden opens on Saturday!!!\r\n\r\nFern & Field, 3 Mill Lane\r\n`,
    );
    for (const rule of ['shouting', 'missing-opt-out']) {
      const diagnostic = (await client.diagnostics(uri)).find(({ code }) => code === rule);
      if (!diagnostic) throw new Error(`${rule} was not found`);
      const actions = await client.codeActions(uri, diagnostic.range, [diagnostic]);
      const fix = actions.find(({ edit, diagnostics }) => edit && diagnostics?.[0]?.code === rule);
      const [change] = fix?.edit?.documentChanges ?? [];
      if (!change || !('edits' in change)) throw new Error('Nothing was offered');
      await client.edit(
        uri,
        change.edits.flatMap((edit) => ('newText' in edit ? [edit] : [])),
      );
      expect((await client.diagnostics(uri)).map(({ code }) => code)).not.toContain(rule);
    }
    expect(client.document(uri).getText()).toContain('\r\n\r\nÄ🎉: The garden opens on Saturday!\r\n');
  });

  it('may ask what is known about a place', async () => {
    const client = await LanguageClient.start();
    const uri = uriOf('/nowhere/mail.md');
    await client.open(uri, mail(threat));
    const top = { textDocument: { uri }, position: { line: 0, character: 0 } };
    expect(await client.ask('textDocument/hover', top)).toMatchObject({ contents: { kind: 'markdown' } });
    expect(await client.ask('textDocument/codeLens', top)).toEqual([
      expect.objectContaining({ command: { title: expect.stringContaining('1 error'), command: '' } }),
    ]);
    const keys = await client.ask('textDocument/completion', { ...top, position: { line: 1, character: 0 } });
    expect(keys).toContainEqual(expect.objectContaining({ label: 'subject' }));
  });

  it('may have its folders linted', async () => {
    const { folder, uri } = folderWith({ 'a.md': mail(threat) });
    const client = await LanguageClient.start({ folders: [folder] });
    await client.ask('workspace/executeCommand', { command: 'tactful.lintWorkspace' });
    const sent = await client.until(() => client.published.find((one) => one.uri === uri('a.md')));
    expect(sent.diagnostics).not.toEqual([]);
  });

  it('has each of its folders judged by its own settings', async () => {
    const strict = folderWith({ 'mail.md': '' });
    const lenient = folderWith({ 'mail.md': '', 'tactful.config.yml': switchedOff });
    const client = await LanguageClient.start({ folders: [strict.folder, lenient.folder] });
    for (const { uri } of [strict, lenient]) await client.open(uri('mail.md'), mail(threat));
    expect(await client.diagnostics(strict.uri('mail.md'))).not.toEqual([]);
    expect(await client.diagnostics(lenient.uri('mail.md'))).toEqual([]);
  });

  it('judges what is in no file yet by its language', async () => {
    const client = await LanguageClient.start();
    await client.open('untitled:Untitled-1', mail(threat), 'markdown');
    expect(await client.diagnostics('untitled:Untitled-1')).not.toEqual([]);
  });
});

describe('a client that asks for diagnostics', () => {
  it('gets none sent, and is told to ask again when settings change', async () => {
    const { folder, uri, file } = folderWith({ 'mail.md': '' });
    const client = await LanguageClient.start({ capabilities: pulling, folders: [folder] });
    expect(client.abilities.diagnosticProvider).toMatchObject({ interFileDependencies: false });
    await client.open(uri('mail.md'), mail(threat));
    const report = await client.pull(uri('mail.md'));
    if (report.kind !== 'full') throw new Error('Expected a full report');
    expect(client.marked(uri('mail.md'), report.items)).toContain(`coercive-deadline: ${words}`);
    expect(report.items[0]?.data).toEqual({ version: 0, index: 0 });
    expect(report.items[0]?.codeDescription?.href).toMatch(/^file:.*\/dist\/pages\/[a-z-]+\.en\.md$/u);
    expect(await client.pull(uri('mail.md'), report.resultId)).toEqual({
      kind: 'unchanged',
      resultId: report.resultId,
    });
    await client.until(() => client.requests.some(({ method }) => method === 'client/registerCapability'));
    writeFileSync(file('tactful.config.yml'), switchedOff);
    await client.tell('workspace/didChangeWatchedFiles', { changes: [{ uri: uri('tactful.config.yml'), type: 1 }] });
    await client.until(() => client.requests.some(({ method }) => method === 'workspace/diagnostic/refresh'));
    expect(await client.pull(uri('mail.md'), report.resultId)).toMatchObject({ kind: 'full', items: [] });
    expect(client.published).toEqual([]);
  });

  it('may set what the options of the command set', async () => {
    const { folder, uri } = folderWith({ 'mail.md': '', 'off.yml': switchedOff });
    const answer = (method: string) => (method === 'workspace/configuration' ? [{ config: 'off.yml' }] : null);
    const client = await LanguageClient.start({ capabilities: pulling, folders: [folder], answer });
    await client.until(() => client.requests.some(({ method }) => method === 'workspace/diagnostic/refresh'));
    await client.open(uri('mail.md'), mail(threat));
    expect(await client.pull(uri('mail.md'))).toMatchObject({ kind: 'full', items: [] });
  });

  it('may ask for all mails of its folders, with progress', async () => {
    const { folder, uri } = folderWith({ 'a.md': mail(threat), 'b.md': mail('Hello.'), 'c.txt': threat });
    const initializationOptions = { workspaceDiagnostics: true };
    const client = await LanguageClient.start({ capabilities: pulling, folders: [folder], initializationOptions });
    await client.open(uri('c.txt'), threat, 'plaintext');
    const ask = (previousResultIds: readonly unknown[]) =>
      client.ask<{ items: { uri: string; kind: string; resultId: string; items: unknown[] }[] }>(
        'workspace/diagnostic',
        { previousResultIds, workDoneToken: 'all' },
      );
    const { items } = await ask([]);
    expect(items.map(({ uri, items }) => [uri, items.length > 0])).toEqual([
      [uri('a.md'), true],
      [uri('b.md'), false],
    ]);
    const again = await ask(items.map(({ uri, resultId }) => ({ uri, value: resultId })));
    expect(again.items.map(({ kind }) => kind)).toEqual(['unchanged', 'unchanged']);
    expect(client.notes).toContainEqual(
      expect.objectContaining({ method: '$/progress', params: expect.objectContaining({ token: 'all' }) }),
    );
  });
});

describe('a client that shows documents', () => {
  it('is told to open the page of a rule', async () => {
    const client = await LanguageClient.start({ capabilities: pulling });
    const given = { command: 'tactful.openRulePage', arguments: ['coercive-deadline', 'de'] };
    await client.ask('workspace/executeCommand', given);
    expect(client.requests).toContainEqual({
      method: 'window/showDocument',
      params: { uri: expect.stringMatching(/\/dist\/pages\/coercive-deadline\.de\.md$/u) },
    });
    await client.ask('workspace/executeCommand', { ...given, arguments: ['../../etc/passwd', 'de'] });
    expect(client.requests.filter(({ method }) => method === 'window/showDocument')).toHaveLength(1);
  });
});

describe('clients that do not do what they should', () => {
  it('are served if they answer null to everything', async () => {
    const { folder, uri } = folderWith({ 'mail.md': '' });
    const client = await LanguageClient.start({ capabilities: pulling, folders: [folder], answer: () => null });
    await client.tell('workspace/didChangeConfiguration', { settings: null });
    await client.tell('workspace/didChangeConfiguration', null);
    await client.open(uri('mail.md'), mail(threat));
    expect(await client.pull(uri('mail.md'))).toMatchObject({ kind: 'full', items: [expect.anything()] });
  });

  it('are served if they fail at everything', async () => {
    const { folder, uri } = folderWith({ 'mail.md': '' });
    const answer = () => {
      throw new Error('Not today');
    };
    const client = await LanguageClient.start({ capabilities: pulling, folders: [folder], answer });
    await client.open(uri('mail.md'), mail(threat));
    expect(await client.pull(uri('mail.md'))).toMatchObject({ kind: 'full' });
  });

  it('are served if they ask about what is not open, or no mail', async () => {
    const client = await LanguageClient.start({ capabilities: pulling });
    expect(await client.pull('file:///nowhere/mail.md')).toEqual({ kind: 'full', items: [] });
    await client.open('file:///nowhere/program.ts', 'let x', 'typescript');
    expect(await client.pull('file:///nowhere/program.ts')).toEqual({ kind: 'full', items: [] });
    await client.open('file:///%00', mail(threat), 'markdown');
    expect(await client.pull('file:///%00')).toMatchObject({ kind: 'full' });
  });

  it('end the server when they close its input', async () => {
    const client = await LanguageClient.start();
    await client.open(uriOf('/nowhere/mail.md'), mail(threat));
    client.die();
    expect(await client.ended).toBe(1);
  });

  it('end the server when their process is gone', async () => {
    const gone = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 1000)']);
    const client = await LanguageClient.start({ processId: gone.pid ?? null });
    expect(await client.ended).toBe(1);
  });

  it('end the server with a goodbye', async () => {
    const client = await LanguageClient.start();
    await client.ask('shutdown', null);
    await client.tell('exit', null);
    expect(await client.ended).toBe(0);
  });
});
