import { describe, expect, it } from 'vitest';
import { outline, parseForTest } from './parseForTest.js';

const yaml =
  'subject: "Grüße &amp; {{ name }}"\npreheader: Kurz\nfrom: \'A <a@a.example>\'\ntype: [consent, terms-update]\nlang: DE\nsendDate: 2026-11-24\n';

describe('front matter', () => {
  it.each([
    ['text', `---\n${yaml}---\nHallo`],
    ['markdown', `\uFEFF---\r\n${yaml.replaceAll('\n', '\r\n')}---\r\n\r\nHallo`],
    ['html', `<!--\n---\n${yaml}---\n-->\n<p>Hallo</p>`],
    ['mjml', `<?xml version="1.0"?>\n<!-- \n---\n${yaml}---\n-->\n<mj-text>Hallo</mj-text>`],
    ['html', `---\n${yaml}---\n<p>Hallo</p>`],
  ] as const)('is read from %s', (format, source) => {
    const mail = parseForTest(source, format);
    const { subject, preheader, from, language, sendDate, types } = mail.metadata;
    expect(outline(mail)).toEqual(['subject: Grüße &amp; {{ name }}', 'preheader: Kurz', 'paragraph: Hallo']);
    expect([preheader?.value, from?.value, language?.value, sendDate?.value]).toEqual([
      'Kurz',
      'A <a@a.example>',
      'de',
      '2026-11-24',
    ]);
    expect(types).toEqual(['consent', 'terms-update']);
    expect(source.slice(subject?.range?.start, subject?.range?.end)).toBe('Grüße &amp; {{ name }}');
    expect(source.slice(from?.range?.start, from?.range?.end)).toBe('A <a@a.example>');
    expect(mail.problems).toEqual([]);
  });

  it('may have placeholders without quotes', () => {
    expect(parseForTest('---\nsubject: {{ name }}, hallo: {{ x }}\n---\n', 'text').metadata.subject?.value).toBe(
      '{{ name }}, hallo: {{ x }}',
    );
  });

  it.each([
    ['"Gr\\u00fc\\xdfe \\"du\\""', 'Grüße "du"', 'Grü', 'Gr\\u00fc'],
    ["'Geht''s gut'", "Geht's gut", "Geht's", "Geht''s"],
    ['>\n  Grüße\n  an alle', 'Grüße an alle', 'an', 'an'],
    ['Grüße\n  an alle', 'Grüße an alle', 'alle', 'alle'],
    ['2026', '2026', '2026', '2026'],
  ])('is mapped to its source: %s', (scalar, value, words, raw) => {
    const source = `---\nsubject: ${scalar}\n---\nText`;
    const [subject] = parseForTest(source, 'text').children;
    const start = subject?.text.value.indexOf(words) ?? -1;
    expect(subject?.text.value).toBe(value);
    expect(source.slice(subject?.text.starts[start], subject?.text.ends[start + words.length - 1])).toBe(raw);
  });

  it('that is no YAML is one problem, and the mail is still read', () => {
    const source = '---\nsubject: Neu: jetzt\ntype: consent\n---\nHallo';
    const mail = parseForTest(source, 'text');
    expect(outline(mail)).toEqual(['subject: Neu: jetzt', 'paragraph: Hallo']);
    expect(mail.metadata.types).toEqual(['consent']);
    expect(mail.problems).toHaveLength(1);
    expect(mail.problems[0]?.message).toContain('not valid YAML');
    expect(mail.problems[0]?.range.start).toBeLessThan(source.indexOf('type'));
  });

  it('names the types of mail when it meets another one', () => {
    const source = '---\ntype: newsletter, consent\n---\n';
    const { metadata, problems } = parseForTest(source, 'text');
    expect(metadata.types).toEqual(['consent']);
    expect(problems[0]?.message).toMatch(/"newsletter".*marketing, consent, terms-update, transactional, service/);
    expect(source.slice(problems[0]?.range.start, problems[0]?.range.end)).toContain('newsletter');
  });

  it('says what is wrong with a date', () => {
    expect(parseForTest('---\ndate: morgen\n---\n', 'text').problems[0]?.message).toContain('2026-11-24');
  });

  it('does not expand aliases', () => {
    const bomb = `a: &a [x]\n${Array.from({ length: 30 }, (_, n) => `b${n}: &b${n} [*${n === 0 ? 'a' : `b${n - 1}`}, *a]`).join('\n')}`;
    expect(parseForTest(`---\n${bomb}\nsubject: Hallo\n---\n`, 'text').metadata.subject?.value).toBe('Hallo');
  });

  it('without an end is text', () => {
    expect(outline(parseForTest('---\nsubject: a', 'text'))).toEqual(['paragraph: subject: a']);
  });
});

describe('label lines', () => {
  it.each([
    'Betreff: Hallo\nVorschautext: Kurz\nVon: A\n\nText',
    '**Subject:** Hallo\n\n**Preview text**: Kurz\n\nFrom: A\n\nText',
    'SUBJECT: Hallo  \nPreheader: Kurz\\\nVon: A\nText',
  ])('are read at the top: %j', (source) => {
    const mail = parseForTest(source, 'markdown');
    expect(outline(mail)).toEqual(['subject: Hallo', 'preheader: Kurz', 'paragraph: Text']);
    expect(mail.metadata.from?.value).toBe('A');
  });

  it('are text further down, and without labels', () => {
    expect(outline(parseForTest('Hallo\n\nBetreff: a', 'text'))).toEqual(['paragraph: Hallo', 'paragraph: Betreff: a']);
    const metadataLabels = { subject: [], preheader: [], from: [] };
    expect(outline(parseForTest('Betreff: a', 'text', { metadataLabels }))).toEqual(['paragraph: Betreff: a']);
  });

  it('stand back behind front matter', () => {
    const mail = parseForTest('---\nsubject: a\n---\nBetreff: b\nText', 'text');
    expect(outline(mail)).toEqual(['subject: a', 'paragraph: Text']);
  });
});

describe('metadata from elsewhere', () => {
  it('is the title of the page where no subject is declared', () => {
    const source = '<html><title>Titel</title><p>a</p></html>';
    const mail = parseForTest(source, 'html');
    expect(mail.metadata.subject).toEqual({ value: 'Titel', range: { start: 13, end: 18 } });
    expect(outline(mail)).toEqual(['title: Titel', 'paragraph: a']);
  });

  it('is inherited, and the mail has the last word', () => {
    const inherited = { subject: 'Geerbt', language: 'de', types: ['consent'] } as const;
    const mail = parseForTest('---\nlanguage: en\n---\n<title>Titel</title>', 'html', { inherited });
    expect(mail.metadata).toMatchObject({
      subject: { value: 'Geerbt' },
      language: { value: 'en' },
      types: ['consent'],
    });
    expect(mail.metadata.subject?.range).toBeUndefined();
    expect(outline(mail)[0]).toBe('subject: Geerbt');
  });
});
