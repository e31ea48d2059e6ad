import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { splitSentences } from '../../src/reading/splitSentences.js';
import { languageFile } from '../../src/rulebook/languageFile.js';

const goldFile = z.strictObject({ development: z.array(z.string()), unseen: z.array(z.string()) });

/** How many of the unseen texts come out whole; raise it when the splitter gets better, never lower it. */
const languages = [
  { tag: 'de', unseenRight: 22 },
  { tag: 'en', unseenRight: 22 },
].map(({ tag, unseenRight }) => ({
  tag,
  unseenRight,
  rules: languageFile.parse(parse(readFileSync(`rules/vocabulary/${tag}/language.yml`, 'utf8'))).sentences,
  gold: goldFile.parse(parse(readFileSync(`test/reading/sentences.${tag}.yml`, 'utf8'))),
}));

type Rules = (typeof languages)[number]['rules'];

function marked(text: string, rules: Rules): string {
  const atoms = [...text.matchAll(/\{\{[^}]*\}\}/g)].map(({ index, 0: tag }) => ({
    start: index,
    end: index + tag.length,
  }));
  let position = 0;
  let result = '';
  for (const { start } of splitSentences(text, rules, atoms).slice(1)) {
    result += `${text.slice(position, start)}¦`;
    position = start;
  }
  return result + text.slice(position);
}

describe.each(languages)('splitSentences ($tag)', ({ rules, gold, unseenRight }) => {
  it.each(gold.development)('%s', (text) => {
    expect(marked(text.replaceAll('¦', ''), rules)).toBe(text);
  });

  it('splits most texts right that it was not tuned on', () => {
    const right = gold.unseen.filter((text) => marked(text.replaceAll('¦', ''), rules) === text);
    expect(right.length).toBeGreaterThanOrEqual(unseenRight);
  });

  it('leaves nothing out but white space, and keeps atoms whole', () => {
    const unit = fc.oneof(
      fc.constantFrom(...'aB1.!? \n"“„(),§', 'Nr. ', 'e.g. '),
      fc.string({ unit: 'grapheme', maxLength: 1 }),
    );
    fc.assert(
      fc.property(fc.array(unit), fc.nat(20), fc.nat(20), (units, start, length) => {
        const text = units.join('');
        const atom = { start, end: Math.min(text.length, start + length) };
        let position = 0;
        for (const sentence of splitSentences(text, rules, [atom])) {
          expect(text.slice(position, sentence.start)).toMatch(/^(?:\s|\p{Cf}|\p{Default_Ignorable_Code_Point})*$/u);
          expect(sentence.end).toBeGreaterThan(sentence.start);
          expect(sentence.end > atom.start && sentence.end < atom.end).toBe(false);
          position = sentence.end;
        }
        expect(text.slice(position)).toMatch(/^(?:\s|\p{Cf}|\p{Default_Ignorable_Code_Point})*$/u);
      }),
    );
  });

  it('copes with a paragraph of millions of characters', () => {
    const text = gold.development.join(' ').replaceAll('¦', '').repeat(1_000);
    expect(splitSentences(text, rules, []).length).toBeGreaterThan(10_000);
  });
});
