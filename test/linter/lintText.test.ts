import { describe, expect, it } from 'vitest';
import { type LintTextOptions, lintText, UnknownFormatError } from '../../src/linter/lintText.js';
import { frameRulebook } from './frameRulebook.js';

const threat = 'You must agree by midnight, otherwise we will close your account.';

function lint(text: string, options: Partial<LintTextOptions> = {}) {
  return lintText(text, { path: 'mails/a.md', ...options }, frameRulebook);
}

function rulesIn(text: string, options: Partial<LintTextOptions> = {}) {
  return lint(text, options).report.findings.map(({ rule }) => rule);
}

describe('lintText', () => {
  it('reports what is in a mail and about it', () => {
    const source = `---\ntype: [consent]\n---\n${threat}\n\n[Unsubscribe](https://a.example/unsubscribe)`;
    const { report, problems } = lint(source);
    expect(problems).toEqual([]);
    expect(report).toMatchObject({
      path: 'mails/a.md',
      source,
      language: 'en',
      types: [{ type: 'consent', confidence: 1 }],
    });
    expect(report.says).toContain('opt-out');
    expect(report.findings.map(({ rule }) => rule)).toEqual(
      expect.arrayContaining(['coercive-deadline', 'missing-trust-wording']),
    );
  });

  it('takes the format from the path unless it is given', () => {
    const html = `<p>${threat}</p>`;
    expect(rulesIn(html, { path: 'a.html', inherited: { types: ['consent'] } })).toContain('coercive-deadline');
    expect(lint(html, { path: 'a.pdf', format: 'html' }).report.findings[0]?.text).not.toContain('<');
    expect(() => lint(threat, { path: 'a.pdf' })).toThrow(UnknownFormatError);
    expect(() => lint(threat, { path: 'a.pdf' })).toThrow('a.pdf');
  });

  it('believes the mail more than what it inherits', () => {
    const inherited = { types: ['consent'], language: 'de' } as const;
    expect(lint('Hello.', { inherited }).report).toMatchObject({ language: 'de', types: [{ type: 'consent' }] });
    const declared = lint('---\ntype: service\nlanguage: en\n---\nHello.', { inherited }).report;
    expect(declared).toMatchObject({ language: 'en', types: [{ type: 'service' }] });
  });

  it('asks a passage for nothing that only a whole mail can have', () => {
    const options = { inherited: { types: ['consent'] }, footer: 'none' } as const;
    expect(rulesIn('Hello there.', options)).toEqual(expect.arrayContaining(['missing-opt-out']));
    expect(rulesIn('Hello there.', { ...options, isPassage: true })).toEqual([]);
    expect(rulesIn(threat, { ...options, isPassage: true })).toEqual(['short-notice', 'coercive-deadline']);
  });

  it('knows about footers that come from elsewhere', () => {
    const inherited = { types: ['marketing'] } as const;
    expect(rulesIn('Roses.', { inherited, footer: 'none' })).toContain('missing-opt-out');
    expect(rulesIn('Roses.', { inherited, footer: 'injected' })).not.toContain('missing-opt-out');
  });

  it('says where front matter cannot be read, and lints the rest', () => {
    const { report, problems } = lint(`---\nsubject: [\ntype: consent\n---\n${threat}`);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ path: 'mails/a.md', line: expect.any(Number), column: expect.any(Number) });
    expect(report.findings.map(({ rule }) => rule)).toContain('coercive-deadline');
  });

  it('says which mail type it does not know', () => {
    const { problems } = lint('---\nsubject: Hi\ntype: marketting\n---\nHello.');
    expect(problems).toMatchObject([{ line: 3, message: expect.stringContaining('marketting') }]);
  });

  it('has nothing to say of an empty mail but what it lacks', () => {
    expect(rulesIn('')).toEqual([]);
    expect(lint('').problems).toEqual([]);
  });
});
