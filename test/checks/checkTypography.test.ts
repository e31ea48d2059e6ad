import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkTypography } from '../../src/checks/checkTypography.js';
import type { Finding } from '../../src/checks/Finding.js';
import type { TypographyOptions } from '../../src/rulebook/Rule.js';
import { checkingOf, rulebookOf, type Source, typographyRule } from './checkingOf.js';

const rules = rulebookOf({});

function findingsIn(source: Source | string, options: Partial<TypographyOptions> = {}): readonly Finding[] {
  const given = typeof source === 'string' ? { text: source, format: 'text' as const } : source;
  return checkTypography(typographyRule(options), checkingOf(given, rules));
}

function shoutsIn(source: Source | string, options: Partial<TypographyOptions> = {}): readonly string[] {
  return findingsIn(source, options).map(({ text }) => text);
}

describe('checkTypography', () => {
  it.each([
    ['Please READ THE NOTICE today.', ['READ THE NOTICE']],
    ['Have you read it??? Please!!', ['it???', 'Please!!']],
    ['COME IN, ALL OF YOU!!!', ['COME IN, ALL OF YOU!!!']],
    ['A LOUD START, then quiet.', []],
    ['A VERY LOUD START, then quiet.', ['A VERY LOUD START']],
    ['We meet IN THE BIG HALL 1!!', ['IN THE BIG HALL 1!!']],
    ['WE SAVED YOU, {{ name }}!!', ['WE SAVED YOU, {{ name }}!!']],
    ['IT. IS. OVER.', ['IT. IS. OVER']],
    ['GREAT GREAT GREAT', ['GREAT GREAT GREAT']],
  ])('reports in “%s” exactly what is shouted', (text, shouts) => {
    expect(shoutsIn(text)).toEqual(shouts);
  });

  it.each([
    'One! Two? Three?!',
    'SHOP NOW',
    'With NHS, BBC and ITV.',
    'UNICEF, UNESCO, INTERPOL',
    'Made by HILL AND DALE LTD.',
    'Pay by SEPA DEBIT NOW.',
    'Our new LAMP (LAMP) has a MAP TOO.',
    'Model AB12 CD34 EF56 GH78.',
    '{{ FIRST_NAME }} {{ LAST_NAME }} {{ COMPANY }}',
    'He wrote “STOP THAT NOISE NOW!!!” and we did, all of us.',
  ])('lets “%s” pass', (text) => {
    expect(shoutsIn(text)).toEqual([]);
  });

  it('goes by its options', () => {
    expect(shoutsIn('BUY TODAY', { fewestCapitals: 2 })).toEqual(['BUY TODAY']);
    expect(shoutsIn('Really??', { fewestMarks: 2 })).toEqual(['Really??']);
    expect(shoutsIn('Really!!', { fewestExclamationMarks: 3 })).toEqual([]);
    expect(shoutsIn('PAY WITH TOKEN', { acronyms: ['TOKEN', 'WITH'] })).toEqual([]);
  });

  it('looks at subjects and buttons, and not at what nobody sees', () => {
    const html = '<h1>Hello</h1><div style="display:none">NOBODY SEES THIS HERE</div><p>Fine.</p>';
    expect(shoutsIn({ text: html, format: 'html' })).toEqual([]);
    expect(shoutsIn({ text: '---\nsubject: OPEN THIS RIGHT AWAY\n---\nFine.' })).toEqual(['OPEN THIS RIGHT AWAY']);
  });

  it('takes capitals in all of several headings for the style of the house', () => {
    const styled = '# WHAT IS NEW HERE\n\nA.\n\n# WHAT IT WILL COST\n\nB.\n\n# HOW TO GET THERE\n\nC.';
    expect(shoutsIn({ text: styled })).toEqual([]);
    expect(shoutsIn({ text: styled.replace('WHAT IS NEW', 'What is new') })).toHaveLength(2);
    expect(shoutsIn({ text: '# WHAT IS NEW HERE' }, { capitalHeadings: true })).toEqual([]);
    expect(shoutsIn({ text: '# WHAT IS NEW HERE!!!' }, { capitalHeadings: true })).toEqual(['HERE!!!']);
  });

  it('knows headings in plain text by the capitals that paragraphs open with', () => {
    const text = 'WHAT IS NEW HERE\nA loft.\n\nWHAT IT WILL COST\nNothing.\n\nHOW TO GET THERE\nOn foot.';
    expect(shoutsIn(text)).toEqual([]);
    expect(shoutsIn(text.split('\n\n').slice(0, 2).join('\n\n'))).toHaveLength(2);
  });

  it('names capitals and marks apart, and offers the same words without the noise', () => {
    const [first, second] = findingsIn('Come on MONDAY OR NEVER AGAIN, I KNOW!!! Will you??? ');
    expect(first).toMatchObject({ message: 'default MONDAY OR NEVER AGAIN, I KNOW!!!', rule: 'loud' });
    expect(first?.suggestions).toEqual(['Monday or never again, I know!']);
    expect(second).toMatchObject({ message: 'marks you???', suggestions: ['you?'] });
  });

  it('offers no words around a placeholder, which must stay as it is', () => {
    expect(findingsIn('WE SAVED YOU, {{ NAME }}, A SEAT')[0]?.suggestions).toEqual(['Better.']);
  });

  it('finds the source behind what it reports', () => {
    const text = '<p>Now <b>come</b> &Uuml;BER DEN <i>BERG</i>!&#33;!</p>';
    const [finding] = findingsIn({ text, format: 'html' });
    expect(finding?.text).toBe('ÜBER DEN BERG!!!');
    expect(text.slice(finding?.range.start, finding?.range.end)).toBe('&Uuml;BER DEN <i>BERG</i>!&#33;!');
  });

  it('bears any text, and reports what stands in it', () => {
    const pieces = fc.constantFrom(
      'NOW',
      'wait',
      '!!',
      '?',
      '“',
      '”',
      '(',
      ')',
      'A',
      '1',
      'ß',
      '{{ X }}',
      '.',
      '\n\n',
      '𝐀𝐁',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (words) => {
        const text = words.join(' ');
        for (const finding of findingsIn(text)) {
          expect(text.slice(finding.range.start, finding.range.end).replaceAll(/\s+/gu, ' ')).toBe(finding.text);
        }
      }),
      { numRuns: 200 },
    );
  });
});
