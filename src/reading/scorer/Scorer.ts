import type { MailType } from '../../mail/Mail.js';
import type { Sentence } from '../Reading.js';
import type { Token } from '../Token.js';
import { decodeBase64 } from './decodeBase64.js';
import { FeatureRows } from './FeatureRows.js';
import { KnownFeatures } from './KnownFeatures.js';
import type { FeatureGroup } from './passageFeatures.js';
import { featureGroups, leastEvidence, type TakeFeature, takeFeatures, takeWordFeatures } from './passageFeatures.js';
import type { ScorerModelFile, ScorerOutput } from './ScorerModel.js';
import { unpackWeights } from './weightLevels.js';

/** How much of a score comes from a token. */
export interface TokenWeight {
  readonly token: Token;
  readonly weight: number;
}

interface WeighedFeatures extends Pick<KnownFeatures, 'rows' | 'tokens'> {
  readonly values: readonly number[];
}

const groupIndexes = { words: 0, letters: 1, signals: 2 } satisfies Record<FeatureGroup, number>;

/** A model, unpacked for use. */
export class Scorer {
  private readonly rows: FeatureRows;
  private readonly rarities: Uint8Array;
  private readonly packedWeights: Uint8Array;
  private readonly weights: Int8Array;
  private readonly isUnpacked: Uint8Array;
  /** When each row was last seen. */
  private readonly visits: Float64Array;
  private visit = 0;
  /** What a sentence shows by its words, since it is scored for what the mail is for and then beside both neighbours. */
  private readonly wordFeatures = new WeakMap<Sentence, KnownFeatures>();
  private readonly everyOutput: readonly number[];

  constructor(private readonly model: ScorerModelFile) {
    this.rows = new FeatureRows(decodeBase64(model.hashes));
    this.visits = new Float64Array(this.rows.count);
    this.rarities = decodeBase64(model.rarities);
    this.packedWeights = decodeBase64(model.weights);
    this.weights = new Int8Array(this.packedWeights.length * 2);
    this.isUnpacked = new Uint8Array(this.rows.count);
    this.everyOutput = model.outputs.map((_, output) => output);
  }

  get outputs(): readonly ScorerOutput[] {
    return this.model.outputs;
  }

  /**
   * Scores a few sentences that are read together.
   *
   * @param asked indexes of the outputs that are asked for; all unless given.
   * @returns a score for every output asked for, in their order; above 0 the model would say yes.
   */
  score(
    sentences: readonly Sentence[],
    types: readonly MailType[],
    asked: readonly number[] = this.everyOutput,
  ): readonly number[] {
    const { rows, values } = this.weigh(sentences, types);
    const count = this.outputs.length;
    const sums = new Float64Array(count);
    for (let index = 0; index < rows.length; index += 1) {
      const row = rows[index] ?? 0;
      if (this.isUnpacked[row] === 0) this.unpack(row);
      const start = row * count;
      const value = values[index] ?? 0;
      for (let at = 0; at < asked.length; at += 1) {
        const output = asked[at] ?? 0;
        sums[output] = (sums[output] ?? 0) + value * (this.weights[start + output] ?? 0);
      }
    }
    return asked.map((output) => {
      const { bias, step } = this.outputs[output] ?? { bias: 0, step: 0 };
      return bias + step * (sums[output] ?? 0);
    });
  }

  /** The tokens that speak for an output, the strongest first. */
  explain(sentences: readonly Sentence[], types: readonly MailType[], output: number): readonly TokenWeight[] {
    const sums = new Map<Token, number>();
    const { rows, tokens, values } = this.weigh(sentences, types);
    for (const [index, token] of tokens.entries()) {
      if (!token) continue;
      const weight = (values[index] ?? 0) * this.weightOf(rows[index] ?? 0, output);
      sums.set(token, (sums.get(token) ?? 0) + weight);
    }
    return [...sums]
      .map(([token, weight]) => ({ token, weight }))
      .filter(({ weight }) => weight > 0)
      .sort((a, b) => b.weight - a.weight || a.token.start - b.token.start);
  }

  private weightOf(row: number, output: number): number {
    if (this.isUnpacked[row] === 0) this.unpack(row);
    return this.weights[row * this.outputs.length + output] ?? 0;
  }

  /** A mail shows a small part of what a model knows, so only that is unpacked. */
  private unpack(row: number): void {
    const count = this.outputs.length;
    unpackWeights(this.packedWeights, this.weights, row * count, (row + 1) * count);
    this.isUnpacked[row] = 1;
  }

  /** Each known feature once, with its rarity brought to length one within its group. */
  private weigh(sentences: readonly Sentence[], types: readonly MailType[]): WeighedFeatures {
    const { rows, groups, tokens } = this.featuresOf(sentences, types);
    const squares = featureGroups.map(() => 0);
    const rarities: number[] = [];
    for (let index = 0; index < rows.length; index += 1) {
      const rarity = (this.rarities[rows[index] ?? 0] ?? 0) * this.model.rarityStep;
      const group = groups[index] ?? 0;
      rarities.push(rarity);
      squares[group] = (squares[group] ?? 0) + rarity * rarity;
    }
    const factors = squares.map((square, group) => this.factor(group, square));
    const values = rarities.map((rarity, index) => rarity * (factors[groups[index] ?? 0] ?? 0));
    return { rows, tokens, values };
  }

  private featuresOf(sentences: readonly Sentence[], types: readonly MailType[]): KnownFeatures {
    for (const sentence of sentences) this.wordFeaturesOf(sentence);
    const features = new KnownFeatures();
    const visit = this.nextVisit();
    takeFeatures(sentences, types, this.takerInto(features, visit), (sentence) => {
      const { rows, groups, tokens } = this.wordFeaturesOf(sentence);
      for (let index = 0; index < rows.length; index += 1) {
        this.addOnce(features, visit, rows[index] ?? 0, groups[index] ?? 0, tokens[index]);
      }
    });
    return features;
  }

  private wordFeaturesOf(sentence: Sentence): KnownFeatures {
    const known = this.wordFeatures.get(sentence);
    if (known) return known;
    const features = new KnownFeatures();
    takeWordFeatures(sentence, this.takerInto(features, this.nextVisit()));
    this.wordFeatures.set(sentence, features);
    return features;
  }

  private takerInto(features: KnownFeatures, visit: number): TakeFeature {
    return (group, hash, token) => {
      const row = this.rows.rowOf(hash);
      if (row >= 0) this.addOnce(features, visit, row, groupIndexes[group], token);
    };
  }

  private addOnce(features: KnownFeatures, visit: number, row: number, group: number, token: Token | undefined): void {
    if (this.visits[row] === visit) return;
    this.visits[row] = visit;
    features.add(row, group, token);
  }

  /** A number that no row has been marked with. */
  private nextVisit(): number {
    this.visit += 1;
    return this.visit;
  }

  private factor(group: number, squares: number): number {
    return (this.model.groupScales[group] ?? 0) / Math.sqrt(Math.max(squares, leastEvidence[group] ?? 1));
  }
}
