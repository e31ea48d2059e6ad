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

  it('is not content with a heading that nobody can read', () => {
    const html = (style: string) => ({
      text: `<!doctype html><body><p>${opening}</p><h2 style="${style}">New prices</h2><p>Our prices rise.</p></body>`,
      format: 'html' as const,
    });
    expect(reported(html('font-size:18px'))).toEqual([]);
    expect(reported(html('font-size:7px;color:#ddd'))).toHaveLength(1);
  });

  it('points at what makes the passage small', () => {
    const text = `<!doctype html><body><p>${opening}</p><p style="font-size:9px">Our prices rise.</p></body>`;
    const [finding] = checkProminence(rule, checkingOf({ text, format: 'html' }, rules));
    expect(finding?.related.map(({ range }) => text.slice(range.start, range.end))).toEqual([
      '<p style="font-size:9px">',
    ]);
  });

  it('tells the numbers that make the passage easy to miss', () => {
    const told = prominenceRule({ messages: { default: { en: 'Buried{reasons}.' } } });
    const button = '<a href="x" style="background:#a00;color:#fff">Buy</a>';
    const text = `<!doctype html><body><p>${opening}</p>${button}<p style="font-size:13px">Our prices rise.</p></body>`;
    expect(checkProminence(told, checkingOf({ text, format: 'html' }, rules))[0]?.message).toBe(
      'Buried (13 px against a body of 16 px, after the call to action).',
    );
  });

  it('knows postscript and footer', () => {
    expect(reported({ text: `${opening}\n\nBye.\n\nPS: Our prices rise.` })).toEqual([
      ['postscript', 'PS: Our prices rise.'],
    ]);
    expect(reported({ text: `${opening}\n\nBye.\n\nYou get this. Our prices rise.` })).toEqual([
      ['footer', 'Our prices rise.'],
    ]);
  });

  it('reports each block that says it', () => {
    expect(reported({ text: `${opening}\n\nOur prices rise.\n\nRoses.\n\nPrices rise again.` })).toEqual([
      ['default', 'Our prices rise.'],
      ['default', 'Prices rise again.'],
    ]);
  });

  it('asks for a tie to sender and reader where the rule names one', () => {
    const tied = rulebookOf(
      { change: ['prices rise'], we: ['our'], from: ['from may'] },
      { 'terms-change': { frames: [frameOf({ all: ['change'] })], links: [] } },
    );
    const textsFor = (text: string) =>
      checkProminence(
        prominenceRule({ tiedBy: ['we', 'from'] }),
        checkingOf({ text: `${opening}\n\n${text}` }, tied),
      ).map((finding) => finding.text);
    expect(textsFor('Prices rise in Sweden.')).toEqual([]);
    expect(textsFor('Prices rise in Sweden. Our tea is hot.')).toEqual([]);
    expect(textsFor('Our prices rise.')).toEqual(['Our prices rise.']);
    expect(textsFor('Prices rise from May.')).toEqual(['Prices rise from May.']);
  });

  it('believes signals that say it together, as a warning', () => {
    const contrasting = rulebookOf({ change: ['prices rise'], from: ['from may'], before: ['so far'] });
    const findings = (text: string) =>
      checkProminence(
        prominenceRule({ saidBy: ['from', 'before'] }),
        checkingOf({ text: `${opening}\n\n${text}`, types: ['marketing'] }, contrasting),
      ).map(({ severity, text: reportedText }) => [severity, reportedText]);
    expect(findings('Ten days from May, so far twelve.')).toEqual([['warning', 'Ten days from May, so far twelve.']]);
    expect(findings('Ten days from May. So far twelve.')).toEqual([]);
  });

  it('believes a frame that the model confirms, and nothing else, where nobody has said what the mail is for', () => {
    const contrasting = rulebookOf({ change: ['prices rise'], from: ['from may'], before: ['so far'] });
    const text = `${opening}\n\nTen days from May, so far twelve.`;
    expect(checkProminence(prominenceRule({ saidBy: ['from', 'before'] }), checkingOf({ text }, contrasting))).toEqual(
      [],
    );
  });

  it('does not take the words of others for the sender’s', () => {
    const reporting = rulebookOf(
      { change: ['prices rise'], report: ['the shop writes'] },
      { 'terms-change': { frames: [frameOf({ all: ['change'] })], links: [] } },
    );
    const text = `${opening}\n\nThe shop writes this. Our prices rise.`;
    expect(checkProminence(prominenceRule({ reportedBy: ['report'] }), checkingOf({ text }, reporting))).toEqual([]);
  });

  it('reports what stands only where nobody sees it', () => {
    const text = `<body><p>${opening}</p><div style="display:none">Our prices rise.</div></body>`;
    expect(reported({ text, format: 'html' })).toEqual([['hidden', 'Our prices rise.']]);
  });
});
