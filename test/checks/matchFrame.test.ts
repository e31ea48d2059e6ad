import { describe, expect, it } from 'vitest';
import { matchFrames } from '../../src/checks/matchFrame.js';
import type { Frame } from '../../src/rulebook/Rule.js';
import { checkingOf, frameOf, rulebookOf } from './checkingOf.js';

const rules = rulebookOf({
  limit: ['by <number>', 'soon'],
  end: { polarities: { harmful: ['close'], harmless: ['rest'] } },
  demand: ['must'],
  plea: ['please'],
  way: ['freely'],
});

/** The matches in a mail: the frame and the signals' words. */
function matchesIn(text: string, ...frames: readonly Frame[]) {
  const { reading } = checkingOf({ text }, rules);
  return matchFrames(frames, reading.sentences).map(({ frame, places }) => ({
    id: frame.id,
    places: places.map(({ wanted, sentence, signal }) => {
      const { value } = sentence.block.text;
      return `${wanted} “${value.slice(sentence.tokens[signal.start]?.start, sentence.tokens[signal.end - 1]?.end)}”`;
    }),
  }));
}

const threat = frameOf({ all: ['limit', 'end:harmful'] });

describe('matchFrames', () => {
  it('wants all signals, in any order', () => {
    const places = ['limit “by 3”', 'end:harmful “close”'];
    expect(matchesIn('We close it by 3.', threat)).toEqual([{ id: 'default', places }]);
    expect(matchesIn('By 3 we close it.', threat)).toHaveLength(1);
    expect(matchesIn('We close it.', threat)).toEqual([]);
  });

  it('minds the polarity where it is named', () => {
    expect(matchesIn('We rest by 3.', threat)).toEqual([]);
    expect(matchesIn('We rest by 3.', frameOf({ all: ['limit', 'end'] }))).toHaveLength(1);
  });

  it('wants one of each group', () => {
    const frame = frameOf({ all: ['limit'], any: [['demand', 'plea'], ['end:harmful']] });
    expect(matchesIn('You must, by 3, or we close.', frame)).toHaveLength(1);
    expect(matchesIn('Please, by 3, or we close.', frame)).toHaveLength(1);
    expect(matchesIn('By 3 we close.', frame)).toEqual([]);
    expect(matchesIn('You must, by 3.', frame)).toEqual([]);
  });

  it('is kept silent by what must not be there', () => {
    const frame = frameOf({ all: ['limit', 'end:harmful'], none: ['way'] });
    expect(matchesIn('We close by 3, you go freely.', frame)).toEqual([]);
    expect(matchesIn('We close by 3. You go freely.', frame)).toHaveLength(1);
  });

  it('names of several places the nearest to the first signal', () => {
    const { reading } = checkingOf({ text: 'We close a lot of it, and you, by 3 close it.' }, rules);
    const [nearest] = matchFrames([threat], reading.sentences);
    expect(nearest?.places[1]?.signal.start).toBeGreaterThan(nearest?.places[0]?.signal.start ?? 99);
  });

  describe('over two sentences', () => {
    const wide = { ...threat, id: 'wide', sentences: 2 } as const;

    it('finds what stands in neighbours', () => {
      expect(matchesIn('Agree by 3. We close it.', wide)).toHaveLength(1);
      expect(matchesIn('Agree by 3.\n\nWe close it.', wide)).toHaveLength(1);
      expect(matchesIn('Agree by 3. Well now. We close it.', wide)).toEqual([]);
      expect(matchesIn('Agree by 3. We close it.', threat)).toEqual([]);
    });

    it('takes the narrower match first, and each sentence once', () => {
      expect(matchesIn('Agree by 3. We close it by 3. We close it.', wide, threat)).toEqual([
        { id: 'wide', places: ['limit “by 3”', 'end:harmful “close”'] },
      ]);
      expect(matchesIn('By 3. We close. By 3. We close.', wide)).toHaveLength(2);
    });

    it('is kept silent by what stands in either', () => {
      const frame = { ...wide, none: ['way'] };
      expect(matchesIn('Freely agree by 3. We close it.', frame)).toEqual([]);
      expect(matchesIn('Agree by 3. We close it freely.', frame)).toEqual([]);
    });

    it('does not join a subject with the text', () => {
      expect(matchesIn('---\nsubject: Agree by 3.\n---\nWe close it.', wide)).toEqual([]);
      expect(matchesIn('---\nsubject: Agree by 3. We close it.\n---\nHello.', wide)).toHaveLength(1);
    });

    it('does not join two branches that no reader sees together', () => {
      const text = '{% if a %}\n\nAgree by 3.\n\n{% else %}\n\nWe close it.\n\n{% endif %}';
      expect(matchesIn(text, wide)).toEqual([]);
      expect(matchesIn('{% if a %}\n\nAgree by 3.\n\n{% endif %}\n\nWe close it.', wide)).toHaveLength(1);
    });
  });

  it('tries the frames in their order', () => {
    const frames = [frameOf({ id: 'first', all: ['end'] }), frameOf({ id: 'second', all: ['limit', 'end'] })];
    expect(matchesIn('We close by 3.', ...frames).map(({ id }) => id)).toEqual(['first']);
  });
});
