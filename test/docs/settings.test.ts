import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { SettingsReader } from '../../src/config/SettingsReader.js';
import { settingsFile } from '../../src/config/settingsFile.js';
import { exceptionsFile } from '../../src/linter/exceptions/exceptionsFile.js';
import { lintFiles } from '../../src/linter/lintFiles.js';
import { temporaryFolder } from '../linter/temporaryFolder.js';
import { rulebook as bundledRulebook } from '../rulebook.js';

function pageOf(name: string): string {
  return readFileSync(new URL(`../../docs/${name}`, import.meta.url), 'utf8');
}

function blocksOf(page: string, language: string): readonly string[] {
  return [...page.matchAll(/^```(\w+)\n(.*?)^```/gmsu)]
    .filter(([, of]) => of === language)
    .map(([, , code = '']) => code);
}

describe('docs/settings.md', () => {
  const page = pageOf('settings.md');

  it('shows settings that hold as it says', async () => {
    const [example = ''] = blocksOf(page, 'yaml');
    const cwd = temporaryFolder({ 'tactful.config.yml': example });
    const reader = new SettingsReader(cwd, bundledRulebook);
    const { found, problems } = await reader.settingsFor('internal/a.md');
    expect(problems).toEqual([]);
    const ids = found?.rulebook.rules.map(({ id }) => id) ?? [];
    expect(ids).not.toContain('shouting');
    expect(ids).not.toContain('missing-sender-identity');
    expect(found?.settings.rules.get('coercive-deadline')?.ignorable?.value).toBe(false);
    expect((await reader.settingsFor('archive/old.md')).found?.settings.ignored?.value).toBe('archive');
  });

  it('names every setting there is', () => {
    for (const name of Object.keys(settingsFile.shape))
      if (name !== '$schema') expect(page).toContain(`| \`${name}\` |`);
  });
});

describe('docs/exceptions.md', () => {
  const page = pageOf('exceptions.md');

  it('shows a comment and front matter that let pass what they say', async () => {
    const [html = ''] = blocksOf(page, 'html');
    const [frontMatter = '', file = ''] = blocksOf(page, 'yaml');
    const cwd = temporaryFolder({
      'a.html': `<!--\n---\ntype: consent\n---\n-->\n${html}`,
      'b.md': `---\n${frontMatter}---\nYou must agree by midnight, otherwise we will close your account.\n`,
    });
    const { files, problems } = await lintFiles(['.'], { cwd }, bundledRulebook);
    expect(problems).toEqual([]);
    for (const { excepted = [] } of files)
      expect(excepted.map(({ finding }) => finding.rule)).toEqual(['coercive-deadline']);
    expect(exceptionsFile.parse(parse(file)).exceptions).toHaveLength(1);
  });
});
