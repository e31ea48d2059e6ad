import { describe, expect, it } from 'vitest';
import { checkProminence } from '../../src/checks/checkProminence.js';
import { checkingOf, frameOf, prominenceRule, rulebookOf, type Source } from './checkingOf.js';

const rules = rulebookOf(
  { change: ['prices rise'], topic: ['new prices'], postscript: ['<start> "PS"'], 'footer-start': ['you get this'] },
  { 'terms-change': { frames: [frameOf({ all: ['change'] })], links: [] } },
);
const rule = prominenceRule();
const opening = 'This is the first paragraph, and it speaks of roses only.';

function reported(source: Source) {
  return checkProminence(rule, checkingOf(source, rules)).map(({ message, text }) => [message, text]);
}

describe('checkProminence', () => {
  it('reports what is said in the body alone', () => {
    expect(reported({ text: `${opening}\n\nOur prices rise. Our prices rise much.\n\nBye.` })).toEqual([
      ['default', 'Our prices rise. Our prices rise much.'],
    ]);
  });

  it('says nothing when it is not said at all', () => {
    expect(reported({ text: opening })).toEqual([]);
  });

  it.each([
    `---\nsubject: Our prices rise\n---\n${opening}`,
    `---\nsubject: New prices\n---\n${opening}`,
    `---\npreheader: New prices\n---\n${opening}`,
    `# New prices\n\n${opening}`,
    'Dear you, here we tell of our new prices right away.',
    'Dear you, here we tell you right away that prices rise.',
  ])('is content where it is announced: %j', (head) => {
    expect(reported({ text: `${head}\n\nOur prices rise.\n\nBye.` })).toEqual([]);
  });

  it('is not content with an announcement further down', () => {
    expect(reported({ text: `${opening}\n\nNew prices.\n\nOur prices rise.` })).toHaveLength(1);
  });

  it('says what makes it easy to miss', () => {
    const html = (style: string) => ({
      text: `<body><p>${opening}</p><p style="${style}">Our prices rise.</p></body>`,
      format: 'html' as const,
    });
    expect(reported(html('font-size: 9px'))).toEqual([['small-print9', 'Our prices rise.']]);
    expect(reported(html('color: #ccc; background-color: #fff'))).toEqual([['pale1.6', 'Our prices rise.']]);
    expect(reported(html('font-size: 12px; color: #000; background-color: #fff'))).toEqual([
      ['default', 'Our prices rise.'],
    ]);
  });

  it('knows postscript and footer', () => {
    expect(reported({ text: `${opening}\n\nBye.\n\nPS: Our prices rise.` })).toEqual([
      ['postscript', 'PS: Our prices rise.'],
    ]);
    expect(reported({ text: `${opening}\n\nBye.\n\nYou get this. Our prices rise.` })).toEqual([
      ['footer', 'Our prices rise.'],
    ]);
  });

  it('does not read what nobody sees', () => {
    const text = `<body><p>${opening}</p><div style="display:none">Our prices rise.</div></body>`;
    expect(reported({ text, format: 'html' })).toEqual([]);
  });
});
