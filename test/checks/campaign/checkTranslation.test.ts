import { describe, expect, it } from 'vitest';
import { checkTranslation } from '../../../src/checks/campaign/checkTranslation.js';
import type { MailDigest } from '../../../src/checks/campaign/MailDigest.js';
import type { TranslationOptions } from '../../../src/rulebook/Rule.js';
import { translationRule } from './campaignRules.js';
import { dated, digestOf, foundBy } from './digestOf.js';

function reports(
  english: Partial<MailDigest>,
  german: Partial<MailDigest>,
  options: Partial<TranslationOptions> = {},
): readonly string[] {
  const mails = [
    digestOf('m.en.md', { translation: 'm.*', ...english }),
    digestOf('m.de.md', { translation: 'm.*', language: 'de', ...german }),
  ];
  return checkTranslation(translationRule(options), mails).map(({ path, finding }) => `${path}: ${finding.message}`);
}

describe('checkTranslation', () => {
  it('reports what one version lacks on that version, and shows the other', () => {
    const mails = [
      digestOf('m.en.md', { translation: 'm.*' }),
      digestOf('m.de.md', { translation: 'm.*', language: 'de', says: ['objection-right'] }),
    ];
    const [report, ...more] = checkTranslation(translationRule(), mails);
    expect(more).toEqual([]);
    expect(report?.path).toBe('m.en.md');
    expect(report?.finding).toMatchObject({ text: 'subject of m.en.md', message: 'right  in German' });
    expect(report?.finding.related).toMatchObject([{ label: 'other', file: { path: 'm.de.md' } }]);
  });

  it('lets a right stand in for another where the rule says so, and asks for none that it doesn’t name', () => {
    expect(reports({ says: ['withdrawal-right'] }, { says: ['opt-out'] })).toEqual([]);
    expect(reports({ says: [] }, { says: ['opt-out'] })).toHaveLength(1);
    expect(reports({ says: ['trust'] }, {})).toEqual([]);
  });

  it('reports a day once on the version that doesn’t name it', () => {
    const days = [dated('04-12'), dated('04-12')];
    expect(reports({ days }, {})).toEqual(['m.de.md: date on 04-12']);
    expect(reports({ days }, { days: [dated('04-12')] })).toEqual([]);
    expect(reports({ days }, {}, { days: false })).toEqual([]);
  });

  it('reports the harsher version where it is harsher', () => {
    const findings = [foundBy('threat'), foundBy('threat'), foundBy('other')];
    expect(reports({ findings }, {})).toEqual(['m.en.md: harsh threat']);
    expect(reports({ findings }, { findings: [foundBy('threat')] })).toEqual([]);
  });

  it('compares translations only', () => {
    const { says, ...none } = { says: ['objection-right'] as const };
    expect(reports({ says, translation: 'other.*' }, none)).toEqual([]);
    expect(reports({ says, language: 'de' }, none)).toEqual([]);
  });
});
