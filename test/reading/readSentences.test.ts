import { describe, expect, it } from 'vitest';
import { readSentences } from '../../src/reading/readSentences.js';
import { mailOf } from './mailOf.js';
import { tinyLanguage } from './tinyLanguage.js';

const language = tinyLanguage({ threat: ['close'], start: ['<start> we'] });

function read(source: string) {
  const mail = mailOf(source);
  return readSentences(
    mail,
    (block) => (block.role === 'heading' ? 'heading' : 'body'),
    () => language,
  );
}

function textsOf(source: string): readonly string[] {
  return read(source).map(({ block, start, end }) => block.text.value.slice(start, end));
}

describe('readSentences', () => {
  it('reads block by block', () => {
    expect(textsOf('# We close\n\nWe close it. You lose it!\n\n- One\n- Two')).toEqual([
      'We close',
      'We close it.',
      'You lose it!',
      'One',
      'Two',
    ]);
  });

  it('says where each stands, in which language, and what is in it', () => {
    const [heading, body] = read('# Hello\n\nWe close it.');
    expect([heading?.part, body?.part]).toEqual(['heading', 'body']);
    expect(body?.language).toBe('en');
    expect(body?.signals.map(({ name }) => name)).toEqual(['start', 'threat']);
    expect(heading?.signals).toEqual([]);
  });

  it('leaves out blocks in a language that it does not know', () => {
    const mail = mailOf('# We close\n\nWe close it.');
    const sentences = readSentences(
      mail,
      () => 'body',
      (block) => (block.role === 'heading' ? language : undefined),
    );
    expect(sentences.map(({ block }) => block.role)).toEqual(['heading']);
  });

  it('keeps a placeholder in one piece', () => {
    expect(textsOf('Dear {{ first.name. And.more }}, we close it.')).toHaveLength(1);
  });

  it('reads an endless sentence in pieces of 300 tokens that lose nothing', () => {
    const words = Array.from({ length: 1001 }, (_, at) => (at % 100 === 0 ? 'close' : `word${at}`));
    const sentences = read(words.join(' '));
    expect(sentences.map(({ tokens }) => tokens.length)).toEqual([300, 300, 300, 101]);
    expect(sentences.flatMap(({ tokens }) => tokens.map(({ form }) => form))).toEqual(words);
    expect(sentences.flatMap(({ signals }) => signals)).toHaveLength(11);
    for (const { start, end, tokens } of sentences) {
      expect([start, end]).toEqual([tokens[0]?.start, tokens.at(-1)?.end]);
    }
  });
});
