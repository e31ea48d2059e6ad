import { describe, expect, it } from 'vitest';
import { lintText } from '../../src/linter/lintText.js';
import { frameRulebook } from '../linter/frameRulebook.js';

const threat = 'You must agree by midnight, otherwise we will close your account.';
const calm = 'The roses bloom in the garden, and you can see them from the window.';

function labels(text: string, html: string): readonly string[] {
  const parts = [`Content-Type: text/plain\n\n${text}`, `Content-Type: text/html\n\n<p>${html}</p>`];
  const source = `Content-Type: multipart/alternative; boundary=b\n\n--b\n${parts.join('\n--b\n')}\n--b--`;
  const { findings } = lintText(source, { path: 'a.eml' }, frameRulebook).report;
  const found = findings.filter(({ rule }) => rule === 'coercive-deadline');
  for (const { text: words, range } of found) expect(source.slice(range.start, range.end)).toBe(words);
  return found.flatMap(({ related }) => related.map(({ label }) => label).filter((label) => label.startsWith('Only')));
}

describe('namePart', () => {
  it('names the one part that a passage stands in', () => {
    expect(labels(threat, calm)).toEqual(['Only in the plain text']);
    expect(labels(calm, threat)).toEqual(['Only in the HTML part']);
  });

  it('names none where both parts say it, be it in other words', () => {
    expect(labels(threat, threat)).toEqual([]);
    expect(labels(threat, `${calm} If you do not agree by tonight, we will delete your account.`)).toEqual([]);
  });

  it('names none where the mail holds its text once', () => {
    const { findings } = lintText(`Subject: x\n\n${threat}`, { path: 'a.eml' }, frameRulebook).report;
    expect(findings.flatMap(({ related }) => related.map(({ label }) => label))).not.toContain(
      'Only in the plain text',
    );
  });
});
