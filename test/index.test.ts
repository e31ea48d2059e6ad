import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { describe, expect, it, vi } from 'vitest';
import { lint, lintFiles, tactful } from '../src/index.js';
import { temporaryFolder } from './linter/temporaryFolder.js';

// What the build writes beside the bundle is not there when the sources run.
vi.mock('../src/rulebook/loadRulebook.js', async () => {
  const { frameRulebook } = await import('./linter/frameRulebook.js');
  return { loadRulebook: () => frameRulebook };
});

const threat = 'You must agree by midnight, otherwise we will close your account.';

describe('exceptions in a mail', () => {
  it('count for a single text as well', async () => {
    const threat = 'You must agree by midnight, otherwise we will close your account.';
    const rulesOf = async (text: string) => {
      const { messages } = await lint(text, { path: 'a.md', types: ['consent'] });
      return messages.map(({ ruleId }) => ruleId);
    };
    expect(await rulesOf(threat)).toContain('coercive-deadline');
    const comment = '<!-- tactful-ignore-next coercive-deadline -- The regulator set the day -->';
    expect(await rulesOf(`${comment}\n\n${threat}`)).not.toContain('coercive-deadline');
  });
});

describe('lint', () => {
  it('gives messages with places in the text', async () => {
    const text = `# Grüße 🎉\n\n${threat}\n`;
    const result = await lint(text, { path: 'mail.md', types: ['consent'], language: 'en' });
    expect(result).toMatchObject({ path: 'mail.md', language: 'en', problems: [] });
    expect(result.types).toEqual([{ type: 'consent', confidence: 1 }]);
    const message = result.messages.find(({ ruleId }) => ruleId === 'coercive-deadline');
    expect(message).toMatchObject({ source: 'tactful', severity: 'error', line: 3, fatal: true });
    expect(message?.related.length).toBeGreaterThan(0);
  });

  it('takes format and footer from the options', async () => {
    const lintRoses = async (footer: 'none' | 'injected') =>
      (await lint('<p>Roses</p>', { path: 'x', format: 'html', types: ['marketing'], footer })).messages.map(
        ({ ruleId }) => ruleId,
      );
    expect(await lintRoses('none')).toContain('missing-opt-out');
    expect(await lintRoses('injected')).not.toContain('missing-opt-out');
  });

  it('refuses a text in no format', async () => {
    await expect(lint('x', { path: 'mail.pdf' })).rejects.toThrow('mail.pdf');
  });

  it('says what could not be read', async () => {
    const { problems } = await lint('---\nsubject: [\n---\nHello.', { path: 'mail.md' });
    expect(problems).toMatchObject([{ path: 'mail.md', line: expect.any(Number) }]);
  });
});

describe('lintFiles', () => {
  it('lints a folder', async () => {
    const folder = temporaryFolder({ 'a.md': threat, 'b.txt': 'Hello.' });
    const { files, problems } = await lintFiles(['.'], { cwd: folder });
    expect(problems).toEqual([]);
    expect(files.map(({ path }) => path)).toEqual(['a.md', 'b.txt']);
  });

  it('starts at the working folder unless told otherwise', async () => {
    const { files } = await lintFiles(['fixtures/en/seed-shop-potato-weekend.mjml']);
    expect(files.map(({ path }) => path)).toEqual(['fixtures/en/seed-shop-potato-weekend.mjml']);
  });
});

describe('tactful, the unified plugin', () => {
  it('adds messages to a file that remark has read', async () => {
    const file = new VFile({ path: 'mail.md', value: `${threat}\n` });
    const processor = unified()
      .use(remarkParse)
      .use(remarkGfm)
      .use(tactful, { types: ['consent'] });
    await processor.run(processor.parse(file), file);
    const message = file.messages.find(({ ruleId }) => ruleId === 'coercive-deadline');
    expect(message).toMatchObject({ source: 'tactful', fatal: true, line: 1 });
  });

  it('reads the text itself, whatever the tree', async () => {
    const file = new VFile({ path: 'mail.html', value: `<p>${threat}</p>` });
    await unified().use(tactful).run({ type: 'root' }, file);
    expect(file.messages.map(({ ruleId }) => ruleId)).toContain('coercive-deadline');
  });

  it('takes a file without a name for Markdown', async () => {
    const file = new VFile(`**${threat}**`);
    await unified().use(tactful).run({ type: 'root' }, file);
    expect(file.messages.map(({ ruleId }) => ruleId)).toContain('coercive-deadline');
  });
});
