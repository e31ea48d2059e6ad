import { describe, expect, it } from 'vitest';
import type { MailFormat } from '../../src/mail/Mail.js';
import { MailLooks } from '../../src/reading/MailLooks.js';
import { parseForTest } from '../formats/parseForTest.js';
import { rulebook } from '../rulebook.js';

/** How the block that holds a text is noticed. */
function prominenceOf(text: string, source: string, format: MailFormat = 'html') {
  const mail = parseForTest(source, format);
  const block = mail.children.find(({ text: { value } }) => value.includes(text));
  if (block === undefined) throw new Error(`no block holds “${text}”`);
  const { value, reasons } = new MailLooks(mail, rulebook.prominence).prominenceOf(block, 0, block.text.value.length);
  return { value: Math.round(value * 100), reasons: reasons.map(({ kind, slots }) => [kind, ...Object.values(slots)]) };
}

const filler = '<p>Roses are red and violets are blue, as everybody knows who has ever had a garden.</p>'.repeat(14);

function page(body: string): string {
  return `<!doctype html><body>${filler}${body}</body>`;
}

describe('MailLooks', () => {
  it('gives a headline at the top the most', () => {
    expect(prominenceOf('First', `<!doctype html><body><h1>First</h1>${filler}</body>`)).toEqual({
      value: 100,
      reasons: [],
    });
  });

  it('gives nothing to what nobody sees', () => {
    expect(prominenceOf('Secret', page('<p hidden>Secret</p>'))).toEqual({ value: 0, reasons: [['hidden']] });
    expect(prominenceOf('Secret', page('<p style="color:#fff">Secret</p>')).value).toBe(0);
  });

  it('names sizes, contrast and place', () => {
    expect(prominenceOf('Small', page('<p style="font-size:9px;color:#bbb">Small</p>')).reasons).toEqual([
      ['small', '9', '16'],
      ['pale', '1.9'],
      ['late', '15', '15'],
    ]);
  });

  it('says what comes after the button', () => {
    const button = '<a href="x" style="background:#a00;color:#fff">Buy</a>';
    expect(prominenceOf('Last', page(`${button}<p>Last</p>`)).reasons).toContainEqual(['after-button']);
  });

  it('says what is only a link, or only in a picture', () => {
    expect(prominenceOf('Terms', page('<p><a href="x">Terms</a></p>')).reasons).toContainEqual(['link-only']);
    expect(prominenceOf('Terms', page('<p>Our <a href="x">Terms</a></p>')).reasons).not.toContainEqual(['link-only']);
    expect(prominenceOf('Terms', page('<img src="a.png" alt="Terms">')).reasons).toContainEqual(['image-only']);
  });

  it('goes by the weakest piece of a text', () => {
    const strong = prominenceOf('Words', page('<p>Words that all are plain</p>')).value;
    const weak = prominenceOf('Words', page('<p>Words that <small style="color:#ccc">hide</small> one</p>')).value;
    expect(weak).toBeLessThan(strong);
  });

  it('falls from one of the passages of the reference to the next', () => {
    const values = [
      '<h2>Text</h2>',
      '<p>Text</p>',
      '<p style="font-size:12px;color:#666">Text</p>',
      '<p style="font-size:11px;color:#999">Text</p>',
      '<p style="font-size:8px;color:#eee">Text</p>',
    ].map((body) => prominenceOf('Text', page(body)).value);
    expect(values).toEqual([...values].sort((a, b) => b - a));
    expect(new Set(values).size).toBe(values.length);
  });

  it('knows sizes in Markdown by the depth of headings', () => {
    expect(prominenceOf('Top', '# Top\n\nBody text of the mail.', 'markdown').value).toBe(100);
  });
});
