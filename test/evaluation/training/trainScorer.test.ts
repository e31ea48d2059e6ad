import { describe, expect, it } from 'vitest';
import type { TrainingPassage } from '../../../src/evaluation/training/TrainingPassage.js';
import { scorerSettings, trainScorer } from '../../../src/evaluation/training/trainScorer.js';
import { parseMail } from '../../../src/formats/parse.js';
import type { ScoredPassage, Sentence } from '../../../src/reading/Reading.js';
import { readMail } from '../../../src/reading/readMail.js';
import { Scorer } from '../../../src/reading/scorer/Scorer.js';
import { scorePassages } from '../../../src/reading/scorer/scorePassages.js';
import { rulebook } from '../../rulebook.js';

const threats = [
  'Agree or we close the account.',
  'Agree now or the account goes.',
  'We close every account that does not agree.',
];
const others = ['The garden opens on Sunday.', 'Bring a friend to the garden.', 'The garden has tea and cake.'];
const thresholds = () => ({ alone: 0, sure: 0.5, frame: -0.5 });

function sentencesOf(text: string): readonly Sentence[] {
  const { templateTags, metadataLabels } = rulebook;
  return readMail(parseMail(text, { format: 'text', templateTags, metadataLabels }), rulebook).sentences;
}

function passage(text: string, ...labels: string[]): TrainingPassage {
  return { author: 'one', sentences: sentencesOf(text), types: [], labels: new Set(labels), undecided: new Set() };
}

const passages = [...threats.map((text) => passage(text, 'threat')), ...others.map((text) => passage(text))];
const settings = { ...scorerSettings, fewestPassages: 1, most: 200 };
const model = trainScorer(passages, ['threat'], thresholds, settings);

function scored(text: string): ScoredPassage {
  const [first] = scorePassages(sentencesOf(text), [], () => model);
  if (!first) throw new Error('nothing was scored');
  return first;
}

describe('trainScorer', () => {
  it('makes a model that tells what it was shown from what it was not', () => {
    const value = (text: string) => scored(text).scores.get('threat')?.value ?? 0;
    expect(value('If you do not agree, we close your account.')).toBeGreaterThan(value('There is cake in the garden.'));
  });

  it('packs the same bytes for the same passages', () => {
    expect(JSON.stringify(trainScorer(passages, ['threat'], thresholds, settings))).toBe(JSON.stringify(model));
  });

  it('keeps no more features than it may', () => {
    expect(Buffer.from(model.hashes, 'base64').length / 4).toBeLessThanOrEqual(settings.most);
  });

  it('says which words a score comes from, the strongest first', () => {
    const weights = scored('Agree or we close the account.').explain('threat');
    expect(weights.map(({ token }) => token.form)).toContain('account');
    expect(weights.map(({ weight }) => weight)).toEqual([...weights.map(({ weight }) => weight)].sort((a, b) => b - a));
  });
});

describe('Scorer', () => {
  it('gives a text without known words the bias alone', () => {
    const [score] = new Scorer(model).score([], []);
    expect(score).toBe(model.outputs[0]?.bias);
  });
});
