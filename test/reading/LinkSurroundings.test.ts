import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block, Link } from '../../src/mail/Mail.js';
import { LinkSurroundings } from '../../src/reading/LinkSurroundings.js';
import type { Sentence } from '../../src/reading/Reading.js';
import { readMail } from '../../src/reading/readMail.js';
import { parseForTest } from '../formats/parseForTest.js';
import { rulebook } from '../rulebook.js';

const word = fc.constantFrom(
  'here',
  'Unsubscribe',
  'words.',
  '{{ unsubscribe_url }}',
  '{% if a %}x{% endif %}',
  '<br>',
  'End. Now',
);
const linked = word.map((text) => `<a href="https://a.example/x">${text}</a>`);

function isIn(
  inner: { readonly start: number; readonly end: number },
  outer: { readonly start: number; readonly end: number },
) {
  return inner.start >= outer.start && inner.end <= outer.end;
}

/** All questions, asked the long way. */
function asked(block: Block, link: Link, sentences: readonly Sentence[]) {
  const around = sentences.filter(({ start, end }) => start < link.end && link.start < end);
  return {
    around,
    inside: around.map(({ signals, tokens }) =>
      signals.filter((signal) =>
        isIn({ start: tokens[signal.start]?.start ?? -1, end: tokens[signal.end - 1]?.end ?? -1 }, link),
      ),
    ),
    placeholders: block.placeholders.filter((placeholder) => isIn(placeholder, link)),
    linked: block.placeholders.map((placeholder) => block.links.some((other) => isIn(placeholder, other))),
    spans: block.placeholders.map((placeholder) => block.branchSpans.find((span) => isIn(placeholder, span))),
  };
}

describe('LinkSurroundings', () => {
  it('answers as one who looks at everything', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(word, linked), { minLength: 1, maxLength: 12 }), (pieces) => {
        const mail = parseForTest(`<html lang="en"><body><p>${pieces.join(' ')}</p></body></html>`, 'html');
        const { sentences } = readMail(mail, rulebook);
        for (const block of mail.children) {
          const own = sentences.filter((sentence) => sentence.block === block);
          const surroundings = new LinkSurroundings(block, own);
          for (const link of block.links) {
            const around = surroundings.sentencesAround(link);
            expect({
              around,
              inside: around.map((sentence) => surroundings.signalsInside(sentence, link)).map(byPlace),
              placeholders: surroundings.placeholdersInside(link),
              linked: block.placeholders.map((placeholder) => surroundings.isLinked(placeholder)),
              spans: block.placeholders.map((placeholder) => surroundings.branchSpanAround(placeholder)),
            }).toEqual({ ...asked(block, link, own), inside: asked(block, link, own).inside.map(byPlace) });
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});

function byPlace(signals: readonly { readonly name: string; readonly start: number; readonly end: number }[]) {
  return signals.map(({ name, start, end }) => `${start} ${end} ${name}`).sort();
}
