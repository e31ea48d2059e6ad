import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CampaignReader } from '../../src/linter/CampaignReader.js';
import { temporaryFolder } from './temporaryFolder.js';

function readerIn(files: Readonly<Record<string, string>>, below = '.'): CampaignReader {
  return new CampaignReader(join(temporaryFolder(files), below));
}

async function metadataOf(files: Readonly<Record<string, string>>, path: string) {
  return (await readerIn(files).metadataFor(path)).metadata;
}

describe('CampaignReader', () => {
  it('gives what is common to all mails and what is special to one', async () => {
    const campaign = `
campaign: Relaunch
type: consent
language: en
from: us@a.example
mails:
  01.md: { sendDate: 2026-03-02, subject: One }
  02.md: { type: [marketing, consent] }
  03.md:
`;
    const files = { 'x/campaign.yml': campaign };
    const common = { language: 'en', from: 'us@a.example', types: ['consent'] };
    expect(await metadataOf(files, 'x/01.md')).toEqual({ ...common, sendDate: '2026-03-02', subject: 'One' });
    expect(await metadataOf(files, 'x/02.md')).toEqual({ ...common, types: ['marketing', 'consent'] });
    expect(await metadataOf(files, 'x/03.md')).toEqual(common);
    expect(await metadataOf(files, 'x/04.md')).toEqual(common);
  });

  it('names mails below its folder by their way', async () => {
    const files = { 'campaign.yml': 'mails: { a/b/01.md: { subject: One } }' };
    expect(await metadataOf(files, 'a/b/01.md')).toEqual({ subject: 'One' });
    expect(await metadataOf(files, '01.md')).toEqual({});
  });

  it('goes by the nearest file alone', async () => {
    const files = { 'campaign.yml': 'language: de\ntype: consent', 'a/campaign.yml': 'language: en' };
    expect(await metadataOf(files, 'a/b/c/01.md')).toEqual({ language: 'en' });
    expect(await metadataOf(files, 'd/01.md')).toEqual({ language: 'de', types: ['consent'] });
    expect(await metadataOf(files, '01.md')).toEqual({ language: 'de', types: ['consent'] });
  });

  it('reads nothing above the working folder', async () => {
    const reader = readerIn({ 'campaign.yml': 'language: de', 'work/a/01.md': '' }, 'work');
    expect((await reader.metadataFor('a/01.md')).metadata).toEqual({});
    expect((await reader.metadataFor('01.md')).metadata).toEqual({});
    expect((await reader.metadataFor('../01.md')).metadata).toEqual({});
    expect((await reader.metadataFor('../other/01.md')).metadata).toEqual({});
    const absolute = join(temporaryFolder({ 'campaign.yml': 'language: de' }), '01.md');
    expect((await reader.metadataFor(absolute)).metadata).toEqual({});
  });

  it('tells once what is wrong with a file, with its line', async () => {
    const reader = readerIn({ 'a/campaign.yml': 'language: en\ntype: newsleter\n' });
    const first = await reader.metadataFor('a/01.md');
    expect(first.metadata).toEqual({});
    expect(first.problems).toMatchObject([{ path: 'a/campaign.yml', line: 2 }]);
    expect((await reader.metadataFor('a/02.md')).problems).toEqual([]);
  });

  it('tells of YAML that is none', async () => {
    const { problems } = await readerIn({ 'campaign.yml': 'language: en\nmails: [' }).metadataFor('01.md');
    expect(problems).toMatchObject([{ path: 'campaign.yml', line: expect.any(Number) }]);
  });

  it('takes a name that every object has for any other', async () => {
    expect(await metadataOf({ 'campaign.yml': 'language: en' }, 'constructor')).toEqual({ language: 'en' });
    expect(await metadataOf({ 'campaign.yml': 'language: en' }, '__proto__')).toEqual({ language: 'en' });
  });
});
