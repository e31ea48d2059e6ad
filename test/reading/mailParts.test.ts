import { describe, expect, it } from 'vitest';
import type { MailFormat } from '../../src/mail/Mail.js';
import { openingOf, refineParts, structuralPartOf } from '../../src/reading/mailParts.js';
import { readLinks } from '../../src/reading/readLinks.js';
import { readSentences } from '../../src/reading/readSentences.js';
import { mailOf } from './mailOf.js';
import { tinyLanguage } from './tinyLanguage.js';

const language = tinyLanguage({ postscript: ['<start> "PS"'], 'footer-start': ['you receive this'] });
const linkRoles = {
  tags: [],
  unreadMailboxes: [],
  parts: [{ part: 'unsub', role: 'unsubscribe' as const, isWhole: false }],
};

function partsOf(source: string, format: MailFormat = 'markdown'): readonly (readonly [string, string])[] {
  const mail = mailOf(source, format);
  const opening = openingOf(mail);
  const rough = readSentences(
    mail,
    (block) => structuralPartOf(block, opening),
    () => language,
  );
  const sentences = refineParts(mail, rough, readLinks(mail, rough, linkRoles));
  return sentences.map(({ block, start, end, part }) => [block.text.value.slice(start, end), part] as const);
}

const opening = 'This is a paragraph that really says something new.';

describe('the parts of a mail', () => {
  it('tells subject, preheader, heading, opening and body apart', () => {
    const source = `---\nsubject: News\npreheader: More\n---\n# Head\n\nDear you,\n\n${opening}\n\nMore of it.\n\n- a`;
    expect(partsOf(source)).toEqual([
      ['News', 'subject'],
      ['More', 'preheader'],
      ['Head', 'heading'],
      ['Dear you,', 'body'],
      [opening, 'opening'],
      ['More of it.', 'body'],
      ['a', 'body'],
    ]);
  });

  it('takes the first paragraph for the opening when all are short', () => {
    expect(partsOf('Short.\n\nShorter.')).toEqual([
      ['Short.', 'opening'],
      ['Shorter.', 'body'],
    ]);
  });

  it('calls what is not to be seen hidden', () => {
    const html = '<p>Seen</p><div style="display:none">Unseen</div>';
    expect(partsOf(`<body><p>First here</p>${html}</body>`, 'html')).toContainEqual(['Unseen', 'hidden']);
  });

  it('begins the footer where the mail speaks of itself, in its later part', () => {
    expect(partsOf(`${opening}\n\nBody.\n\nYou receive this.\n\nStreet 1`)).toEqual([
      [opening, 'opening'],
      ['Body.', 'body'],
      ['You receive this.', 'footer'],
      ['Street 1', 'footer'],
    ]);
    const early = partsOf(`${opening}\n\nYou receive this.\n\nBody.\n\nBody two.\n\nBody three.\n\nBody four.`);
    expect(early.map(([, part]) => part)).not.toContain('footer');
  });

  it('begins the footer at a link that belongs into one', () => {
    const parts = partsOf(`${opening}\n\nBody.\n\n[Bye](https://a.example/unsub)\n\nStreet 1`);
    expect(parts.map(([, part]) => part)).toEqual(['opening', 'body', 'footer', 'footer']);
  });

  it('goes by the footer element', () => {
    const html = `<body><p>${opening}</p><footer><p>Street</p></footer><p>After</p></body>`;
    expect(partsOf(html, 'html')).toEqual([
      [opening, 'opening'],
      ['Street', 'footer'],
      ['After', 'body'],
    ]);
  });

  it('begins a postscript where one is announced', () => {
    expect(partsOf(`${opening}\n\nBody.\n\nPS: One more. And more.\n\nStill.`)).toEqual([
      [opening, 'opening'],
      ['Body.', 'body'],
      ['PS: One more.', 'postscript'],
      ['And more.', 'postscript'],
      ['Still.', 'postscript'],
    ]);
    expect(partsOf(`${opening}\n\nIt has a PS: one more.`).map(([, part]) => part)).not.toContain('postscript');
  });
});
