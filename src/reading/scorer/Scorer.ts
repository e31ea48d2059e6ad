import type { MailType } from '../../mail/Mail.js';
import type { Sentence } from '../Reading.js';
import type { Token } from '../Token.js';
import { VisitMarks } from '../VisitMarks.js';
import { decodeBase64 } from './decodeBase64.js';
import { EvidenceSums } from './EvidenceSums.js';
import { FeatureRows } from './FeatureRows.js';
import { KnownFeatures } from './KnownFeatures.js';
import {
  type FeatureGroup,
  featureGroups,
  leastEvidence,
  signalHashes,
  type TakeFeature,
  takeMailFeatures,
  takeNeighbourFeatures,
  takeSignalFeatures,
  takeWordFeatures,
} from './passageFeatures.js';
import type { ScorerModelFile, ScorerOutput } from './ScorerModel.js';
import { unpackWeights } from './weightLevels.js';

/** How much of a score comes from a token. */
export interface TokenWeight {
  readonly token: Token;
  readonly weight: number;
}

/** What a sentence shows whatever stands beside it. */
interface KnownSentence {
  readonly features: KnownFeatures;
  readonly sums: EvidenceSums;
  readonly signals: readonly number[];
}

/** What a few sentences show together: each feature counts once. */
interface KnownPassage {
  readonly features: readonly KnownFeatures[];
  readonly sums: EvidenceSums;
}

const groupIndexes = { words: 0, letters: 1, signals: 2 } satisfies Record<FeatureGroup, number>;

/** A model, unpacked for use. */
export class Scorer {
  private readonly rows: FeatureRows;
  private readonly rarities: Uint8Array;
  private readonly packedWeights: Uint8Array;
  private readonly weights: Int8Array;
  private readonly isUnpacked: Uint8Array;
  /** The rows that a text has shown. */
  private readonly visits: VisitMarks;
  /** A sentence is scored for what the mail is for, and then beside both neighbours. */
  private readonly sentences = new WeakMap<Sentence, KnownSentence>();

  constructor(private readonly model: ScorerModelFile) {
    this.rows = new FeatureRows(decodeBase64(model.hashes));
    this.visits = new VisitMarks(this.rows.count);
    this.rarities = decodeBase64(model.rarities);
    this.packedWeights = decodeBase64(model.weights);
    this.weights = new Int8Array(this.packedWeights.length * 2);
    this.isUnpacked = new Uint8Array(this.rows.count);
  }

  get outputs(): readonly ScorerOutput[] {
    return this.model.outputs;
  }

  /**
   * Scores a few sentences that are read together.
   *
   * @returns a score for every output, in the order of `outputs`; above 0 the model would say yes.
   */
  score(sentences: readonly Sentence[], types: readonly MailType[]): readonly number[] {
    const { sums } = this.passageOf(sentences, types);
    const factors = this.factorsOf(sums);
    const count = this.outputs.length;
    return this.outputs.map(({ bias, step }, output) => {
      let sum = 0;
      for (const [group, factor] of factors.entries()) sum += factor * (sums.weighed[group * count + output] ?? 0);
      return bias + step * sum;
    });
  }

  /** The tokens that speak for an output, the strongest first. */
  explain(sentences: readonly Sentence[], types: readonly MailType[], output: number): readonly TokenWeight[] {
    const weights = new Map<Token, number>();
    const passage = this.passageOf(sentences, types);
    const factors = this.factorsOf(passage.sums);
    this.visits.begin();
    for (const { rows, groups, tokens } of passage.features) {
      for (const [index, row] of rows.entries()) {
        const token = tokens[index];
        if (!this.visits.isFirst(row) || !token) continue;
        const weight = (this.rarities[row] ?? 0) * (factors[groups[index] ?? 0] ?? 0) * this.weightOf(row, output);
        weights.set(token, (weights.get(token) ?? 0) + weight);
      }
    }
    return [...weights]
      .map(([token, weight]) => ({ token, weight }))
      .filter(({ weight }) => weight > 0)
      .sort((a, b) => b.weight - a.weight || a.token.start - b.token.start);
  }

  private weightOf(row: number, output: number): number {
    return this.weights[row * this.outputs.length + output] ?? 0;
  }

  /** A mail shows a small part of what a model knows, so only that is unpacked. */
  private unpack(row: number): void {
    const count = this.outputs.length;
    unpackWeights(this.packedWeights, this.weights, row * count, (row + 1) * count);
    this.isUnpacked[row] = 1;
  }

  private passageOf(sentences: readonly Sentence[], types: readonly MailType[]): KnownPassage {
    const known = sentences.map((sentence) => this.sentenceOf(sentence));
    const sums = this.noEvidence();
    const between = new KnownFeatures();
    this.visits.begin();
    const take = this.takerInto(between, sums);
    takeMailFeatures(sentences, types, take);
    let before: readonly number[] = [];
    for (const sentence of known) {
      sums.add(sentence.sums);
      this.takeBackRepeated(sentence, sums);
      for (const signal of sentence.signals) takeNeighbourFeatures(signal, before, take);
      before = sentence.signals;
    }
    return { features: [between, ...known.map(({ features }) => features)], sums };
  }

  /** What an earlier sentence has shown already. */
  private takeBackRepeated({ features: { rows, groups } }: KnownSentence, sums: EvidenceSums): void {
    for (let index = 0; index < rows.length; index += 1) {
      const row = rows[index] ?? 0;
      if (!this.visits.isFirst(row)) this.count(row, groups[index] ?? 0, sums, -1);
    }
  }

  private sentenceOf(sentence: Sentence): KnownSentence {
    const known = this.sentences.get(sentence);
    if (known) return known;
    const features = new KnownFeatures();
    const sums = this.noEvidence();
    this.visits.begin();
    const take = this.takerInto(features, sums);
    takeWordFeatures(sentence, take);
    const signals = signalHashes(sentence);
    for (const index of signals.keys()) takeSignalFeatures(signals, index, take);
    const read = { features, sums, signals };
    this.sentences.set(sentence, read);
    return read;
  }

  private noEvidence(): EvidenceSums {
    return new EvidenceSums(featureGroups.length, this.outputs.length);
  }

  /** Takes features that the model knows, each once. */
  private takerInto(features: KnownFeatures, sums: EvidenceSums): TakeFeature {
    return (name, hash, token) => {
      const row = this.rows.rowOf(hash);
      if (row < 0 || !this.visits.isFirst(row)) return;
      const group = groupIndexes[name];
      features.add(row, group, token);
      this.count(row, group, sums, 1);
    };
  }

  private count(row: number, group: number, sums: EvidenceSums, times: 1 | -1): void {
    if (this.isUnpacked[row] === 0) this.unpack(row);
    sums.count(group, this.rarities[row] ?? 0, this.weights, row * this.outputs.length, times);
  }

  /** By group, what brings its rarities, in steps, to length one, times how much the group counts. */
  private factorsOf({ squares }: EvidenceSums): readonly number[] {
    const { groupScales, rarityStep } = this.model;
    return Array.from(squares, (square, group) => {
      const length = Math.sqrt(Math.max(square * rarityStep ** 2, leastEvidence[group] ?? 1));
      return ((groupScales[group] ?? 0) * rarityStep) / length;
    });
  }
}
