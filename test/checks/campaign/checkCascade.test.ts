import { describe, expect, it } from 'vitest';
import { checkCascade } from '../../../src/checks/campaign/checkCascade.js';
import type { MailDigest } from '../../../src/checks/campaign/MailDigest.js';
import type { CascadeOptions } from '../../../src/rulebook/Rule.js';
import { cascadeRule } from './campaignRules.js';
import { dated, digestOf, placeOf } from './digestOf.js';

function reports(digests: readonly MailDigest[], options: Partial<CascadeOptions> = {}): readonly string[] {
  return checkCascade(cascadeRule(options), digests).map(({ path, finding }) => `${path}: ${finding.message}`);
}

const three = [digestOf('a/1.md'), digestOf('a/2.md'), digestOf('a/3.md')];

describe('checkCascade', () => {
  it('reports the mail that asks once too often, at its subject, and names those before it', () => {
    const [report, ...more] = checkCascade(cascadeRule(), three);
    expect(more).toEqual([]);
    expect(report?.path).toBe('a/3.md');
    expect(report?.finding).toMatchObject({ message: 'mail 3', text: 'subject of a/3.md' });
    expect(report?.finding.related.map(({ label, text, file }) => [label, text, file?.path])).toEqual([
      ['earlier', 'subject of a/1.md', 'a/1.md'],
      ['earlier', 'subject of a/2.md', 'a/2.md'],
    ]);
  });

  it('goes by the days of sending, and by the names where one is missing', () => {
    const days = ['2026-03-09', '2026-03-02', '2026-03-16'];
    const sent = three.map((mail, index) => ({ ...mail, sendDate: days[index] ?? '' }));
    const [report] = checkCascade(cascadeRule({ mostMails: 1 }), sent);
    expect(report?.path).toBe('a/1.md');
    const { sendDate: _unknown, ...undatedMail } = sent[1] ?? digestOf('a/2.md');
    expect(reports([...sent.filter((_, index) => index !== 1), undatedMail])).toEqual(['a/3.md: mail 3']);
  });

  it('keeps campaigns, languages, types and requests apart', () => {
    const differences: readonly Partial<MailDigest>[] = [
      { campaign: 'b' },
      { language: 'de' },
      { types: ['marketing'] },
      { words: ['bread', 'flour', 'water', 'stove'] },
    ];
    for (const difference of differences)
      expect(reports([...three.slice(0, 2), digestOf('a/3.md', difference)])).toEqual([]);
    const outside = three.map(({ campaign: _none, ...mail }) => mail);
    expect(reports(outside)).toEqual([]);
  });

  it('asks for fewer words where both lead to the same page', () => {
    const words = ['garden', 'spring', 'summer', 'autumn'];
    const [first, second] = three.slice(0, 2);
    const mails = [first ?? digestOf('a/1.md'), second ?? digestOf('a/2.md')];
    expect(reports([...mails, digestOf('a/3.md', { words })])).toEqual(['a/3.md: mail 3']);
    expect(reports([...mails, digestOf('a/3.md', { words, targets: [] })])).toEqual([]);
  });

  it('reports a mail that follows too soon, where more may be sent', () => {
    const days = ['2026-03-02', '2026-03-03', '2026-03-05', '2026-03-08'];
    const sent = days.map((sendDate, index) => digestOf(`a/${index + 1}.md`, { sendDate }));
    expect(reports(sent, { mostMails: 9 })).toEqual(['a/3.md: mail 3 after 2']);
    expect(reports(sent, { mostMails: 9, intervalsFrom: 2 })).toHaveLength(2);
  });

  it('reports a second last chance', () => {
    const lastChances = [placeOf('really the last one')];
    const mails = [digestOf('a/1.md', { lastChances }), digestOf('a/2.md', { lastChances })];
    expect(reports(mails)).toEqual(['a/2.md: last really the last one']);
    expect(reports(mails, { mostLastChances: 2 })).toEqual([]);
    expect(reports([digestOf('a/1.md'), digestOf('a/2.md', { lastChances })], { mostLastChances: 0 })).toEqual([]);
  });

  it('reports a time limit that is put off twice', () => {
    const limited = ['2026-03-07', '2026-03-09', '2026-03-11'].map((day, index) =>
      digestOf(`a/${index + 1}.md`, { limits: [dated('2026-03-01'), dated(day)] }),
    );
    expect(reports(limited, { mostMails: 9 })).toEqual(['a/3.md: 2026-03-09 to 2026-03-11']);
    expect(reports(limited, { mostMails: 9, mostMoves: 0 })).toHaveLength(2);
  });
});
