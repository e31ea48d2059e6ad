import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lintText } from '../../src/linter/lintText.js';
import { MailMemory } from '../../src/linter/MailMemory.js';
import { rulebook } from '../rulebook.js';

interface Edit {
  /** Where in the text, as a share of its length. */
  readonly at: number;
  /** How many code units are taken out. */
  readonly removed: number;
  readonly inserted: string;
}

const pieces = [
  'x',
  ' ',
  '\n\n',
  '\r\n',
  '. ',
  '!!!',
  'ä',
  '🎉',
  '“',
  '<p>',
  '</mj-text>',
  '<!--',
  '{{ day }}',
  '{% if a %}',
  '{% endif %}',
  '- ',
  '# ',
  '[a]: b\n',
  '> ',
  'PLEASE ',
  ' by midnight',
  'Agree by midnight or we will close your account. ',
  'Stimmen Sie bis Freitag zu, sonst sperren wir Ihr Konto. ',
];

const edits: fc.Arbitrary<readonly Edit[]> = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    removed: fc.integer({ min: 0, max: 40 }),
    inserted: fc.constantFrom('', ...pieces),
  }),
  { minLength: 1, maxLength: 8 },
);

function edited(text: string, { at, removed, inserted }: Edit): string {
  const start = Math.floor(at * text.length);
  return text.slice(0, start) + inserted + text.slice(start + removed);
}

/** All that is told of a mail, and what was read of it. */
function linted(path: string, text: string, memory: MailMemory | undefined): unknown {
  const { report, problems, notes, reading } = lintText(text, { path, ...(memory && { memory }) }, rulebook);
  const { sentences, passages, links, types } = reading;
  const scored = passages.map(({ scores }) => [...scores]);
  return { report, problems, notes, sentences, scored, links, types };
}

const mails = [
  'en/broadband-spring-newsletter.mjml',
  'en/job-board-recruiter-mails-cutoff.html',
  'en/allotment-app-continued-use.md',
  'en/library-lates-newsletter.txt',
  'en/canoe-club-river-notes.eml',
];

describe('MailMemory', () => {
  it.each(mails)(
    'makes no difference to what is found in %s while it is edited',
    (path) => {
      const source = readFileSync(fileURLToPath(new URL(`../../fixtures/${path}`, import.meta.url)), 'utf8');
      const memory = new MailMemory();
      linted(path, source, memory);
      fc.assert(
        fc.property(edits, (list) => {
          let text = source;
          for (const edit of list) {
            text = edited(text, edit);
            expect(linted(path, text, memory)).toEqual(linted(path, text, undefined));
          }
        }),
        { numRuns: 12 },
      );
    },
    60_000,
  );

  it('tells mails apart that hold the same texts in other places', () => {
    const memory = new MailMemory();
    const texts = [
      'Agree by midnight or lose your account.',
      'Thank you for reading. Agree by midnight or lose your account.',
    ];
    for (const [path, text] of [
      ['a.txt', `Subject: ${texts[0]}\n\n${texts[1]}`],
      ['a.md', `# ${texts[0]}\n\n${texts[1]}`],
      ['a.html', `<p>${texts[1]}</p><div style="display:none">${texts[0]}</div>`],
    ] as const) {
      expect(linted(path, text, memory)).toEqual(linted(path, text, undefined));
    }
  });
});
