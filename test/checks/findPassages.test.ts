import { describe, expect, it } from 'vitest';
import type { Demand } from '../../src/checks/findPassages.js';
import { findPassages } from '../../src/checks/findPassages.js';
import { parseMail } from '../../src/formats/parse.js';
import type { Reading, ScoredPassage } from '../../src/reading/Reading.js';
import { readMail } from '../../src/reading/readMail.js';
import { rulebook } from '../rulebook.js';

const frames = [{ id: 'default', sentences: 1, all: ['deadline', 'omission'], any: [], none: [] }] as const;
const threat = 'If you do not agree by Friday, we will close your account.';
const thresholds = { alone: 0.2, sure: 0.6, frame: -0.2 };

function read(text: string): Reading {
  const { templateTags, metadataLabels } = rulebook;
  return readMail(parseMail(text, { format: 'text', templateTags, metadataLabels }), rulebook);
}

/** What a model would say that gives the same score to all of a mail. */
function scoring({ sentences }: Reading, value: number): readonly ScoredPassage[] {
  return sentences.map((sentence) => ({
    sentences: [sentence],
    scores: new Map([['rule', { value, thresholds }]]),
    explain: () => [],
  }));
}

describe('findPassages', () => {
  const reading = read(threat);
  const definition = { frames, scorer: 'rule' };
  const find = (value: number, asked: Parameters<typeof findPassages>[0] = definition, demand: Demand = 'usual') =>
    findPassages(asked, reading.sentences, scoring(reading, value), demand).map((match) =>
      match.by === 'frame' ? `frame ${match.isConfirmed}` : `scorer ${match.isSure}`,
    );

  it('takes a complete frame that the model confirms, or does not deny', () => {
    expect(find(0.5)).toEqual(['frame true']);
    expect(find(0)).toEqual(['frame false']);
  });

  it('drops a complete frame in which the model sees nothing', () => {
    expect(find(-0.5)).toEqual([]);
  });

  it('takes the model’s word alone from a higher score on', () => {
    const withoutFrames = { frames: [], scorer: 'rule' };
    expect(find(0.1, withoutFrames)).toEqual([]);
    expect(find(0.3, withoutFrames)).toEqual(['scorer false']);
    expect(find(0.7, withoutFrames)).toEqual(['scorer true']);
  });

  it('asks for evidence beside the model’s word', () => {
    expect(find(0.7, { frames: [], scorer: 'rule', evidence: [['deadline', 'date']] })).toEqual(['scorer true']);
    expect(find(0.7, { frames: [], scorer: 'rule', evidence: [['trust']] })).toEqual([]);
  });

  it('asks for more evidence where such passages are rare', () => {
    const other = { frames: [], scorer: 'rule', rareEvidence: [['trust']] };
    expect(find(0.7, other)).toEqual(['scorer true']);
    expect(find(0.7, other, 'high')).toEqual([]);
    expect(find(0.7, { ...other, rareEvidence: [['deadline']] }, 'high')).toEqual(['scorer false']);
  });

  it('asks the model to be sure, and to say yes to a frame, where such passages are rare', () => {
    const withoutFrames = { frames: [], scorer: 'rule' };
    expect(find(0.1, definition, 'high')).toEqual([]);
    expect(find(0.3, definition, 'high')).toEqual(['frame false']);
    expect(find(0.7, definition, 'high')).toEqual(['frame true']);
    expect(find(0.5, withoutFrames, 'high')).toEqual([]);
    expect(find(0.7, withoutFrames, 'high')).toEqual(['scorer false']);
  });

  it('goes by the frames alone where there is no model', () => {
    expect(findPassages({ frames }, reading.sentences, [])).toMatchObject([{ by: 'frame', isConfirmed: true }]);
  });
});
