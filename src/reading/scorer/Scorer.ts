import type { MailType } from '../../mail/Mail.js';
import type { Sentence } from '../Reading.js';
import type { Token } from '../Token.js';
import { decodeBase64 } from './decodeBase64.js';
import type { Feature, FeatureGroup } from './passageFeatures.js';
import { featureGroups, leastEvidence, passageFeatures } from './passageFeatures.js';
import type { ScorerModelFile, ScorerOutput } from './ScorerModel.js';
import { unpackWeights } from './weightLevels.js';

/** How much of a score comes from a token. */
export interface TokenWeight {
  readonly token: Token;
  readonly weight: number;
}

interface WeighedFeature {
  readonly feature: Feature;
  readonly row: number;
  readonly value: number;
}

const groupIndexes = { words: 0, letters: 1, signals: 2 } satisfies Record<FeatureGroup, number>;

/** A model, unpacked for use. */
export class Scorer {
  private readonly rows: ReadonlyMap<number, number>;
  private readonly rarities: Uint8Array;
  private readonly weights: Int8Array;
  /** When each row was last seen. */
  private readonly visits: Float64Array;
  private visit = 0;

  constructor(private readonly model: ScorerModelFile) {
    const hashes = decodeBase64(model.hashes);
    const view = new DataView(hashes.buffer, hashes.byteOffset, hashes.byteLength);
    const rows = new Map<number, number>();
    for (let row = 0; row * 4 < hashes.byteLength; row += 1) rows.set(view.getUint32(row * 4, true), row);
    this.rows = rows;
    this.visits = new Float64Array(hashes.byteLength / 4);
    this.rarities = decodeBase64(model.rarities);
    this.weights = unpackWeights(decodeBase64(model.weights));
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
    const weighed = this.weigh(passageFeatures(sentences, types));
    const count = this.outputs.length;
    const sums = new Float64Array(count);
    for (const { row, value } of weighed) {
      const start = row * count;
      for (let output = 0; output < count; output += 1) {
        sums[output] = (sums[output] ?? 0) + value * (this.weights[start + output] ?? 0);
      }
    }
    return this.outputs.map(({ bias, step }, output) => bias + step * (sums[output] ?? 0));
  }

  /** The tokens that speak for an output, the strongest first. */
  explain(sentences: readonly Sentence[], types: readonly MailType[], output: number): readonly TokenWeight[] {
    const sums = new Map<Token, number>();
    for (const { feature, row, value } of this.weigh(passageFeatures(sentences, types))) {
      if (!feature.token) continue;
      sums.set(feature.token, (sums.get(feature.token) ?? 0) + value * this.weightOf(row, output));
    }
    return [...sums]
      .map(([token, weight]) => ({ token, weight }))
      .filter(({ weight }) => weight > 0)
      .sort((a, b) => b.weight - a.weight || a.token.start - b.token.start);
  }

  private weightOf(row: number, output: number): number {
    return this.weights[row * this.outputs.length + output] ?? 0;
  }

  /** Each known feature once, with its rarity brought to length one within its group. */
  private weigh(features: readonly Feature[]): readonly WeighedFeature[] {
    const visit = this.nextVisit();
    const known: { feature: Feature; group: number; row: number; rarity: number }[] = [];
    const squares = featureGroups.map(() => 0);
    for (const feature of features) {
      const row = this.rows.get(feature.hash);
      if (row === undefined || this.visits[row] === visit) continue;
      this.visits[row] = visit;
      const rarity = (this.rarities[row] ?? 0) * this.model.rarityStep;
      const group = groupIndexes[feature.group];
      known.push({ feature, group, row, rarity });
      squares[group] = (squares[group] ?? 0) + rarity * rarity;
    }
    const factors = squares.map((square, group) => this.factor(group, square));
    return known.map(({ feature, group, row, rarity }) => ({ feature, row, value: rarity * (factors[group] ?? 0) }));
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
