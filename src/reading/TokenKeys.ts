import type { CompiledVocabulary } from '../rulebook/SignalAutomaton.js';
import { lookUp, type WordTable } from '../rulebook/WordTable.js';
import { foldForm } from './foldForm.js';
import type { Token } from './Token.js';

/** The particle of a separable verb stands at most this many tokens behind its finite form. */
const farthestParticle = 30;

/** How a language reduces a word to its stem. */
export type Stemmer = (form: string) => string;

interface SeparableVerb {
  readonly particle: string;
  /** The key of its lemma. */
  readonly key: number;
}

/** Looks up which keys of a vocabulary a token has. One for each language, since it remembers what it has seen. */
export class TokenKeys {
  private readonly numbers: ReadonlyMap<string, number>;
  private readonly endings: readonly string[];
  private readonly beginnings: readonly string[];
  private readonly endingLengths: readonly number[];
  private readonly beginningLengths: readonly number[];
  private readonly forms: WordTable;
  private readonly separable: WordTable;
  private readonly afterParticle: ReadonlySet<string>;
  private readonly known = new Map<string, readonly number[]>();
  private readonly knownVerbs = new Map<string, readonly SeparableVerb[]>();

  /**
   * @param stem for a language that finds forms by stemming.
   * @param afterParticle words that may follow the particle of a separable verb, since they begin another clause.
   */
  constructor(
    vocabulary: CompiledVocabulary,
    private readonly stem: Stemmer | undefined,
    afterParticle: readonly string[] = [],
  ) {
    this.forms = vocabulary.forms;
    this.separable = vocabulary.separable;
    this.afterParticle = new Set(afterParticle.map(foldForm));
    this.numbers = new Map(vocabulary.keys.map((key, index) => [key, index]));
    this.endings = affixes(vocabulary.keys, '*');
    this.beginnings = affixes(vocabulary.keys, '^');
    this.endingLengths = lengthsOf(this.endings);
    this.beginningLengths = lengthsOf(this.beginnings);
  }

  /** The keys of every token of a sentence, with one list before the first for its start and one after the last. */
  ofSentence(tokens: readonly Token[]): readonly (readonly number[])[] {
    const last = tokens.at(-1);
    const isQuestion = tokens.some(({ form }) => form === '?') && last !== undefined && isClosing(last);
    const end = this.present(isQuestion ? ['<end>', '<question>'] : ['<end>']);
    const keys = tokens.map((token, index) => this.ofToken(token, tokens, index));
    return [this.present(['<start>']), ...keys, end];
  }

  private ofToken(token: Token, tokens: readonly Token[], index: number): readonly number[] {
    switch (token.kind) {
      case 'word':
        return this.withSeparableVerbs(this.ofWord(token.form), token.form, tokens, index);
      case 'punctuation':
      case 'symbol':
        return this.present([`,${token.form}`]);
      case 'number':
        return this.present(['<number>', `=${token.form}`, ...(token.mayBeClock ? ['<clock>'] : [])]);
      default:
        return this.present([`<${token.kind}>`, `=${token.form}`]);
    }
  }

  private ofWord(form: string): readonly number[] {
    const known = this.known.get(form);
    if (known) return known;
    const keys = [...this.present([`=${form}`, '<word>']), ...lookUp(this.forms, form).map(Number)];
    if (this.stem) keys.push(...this.present([`~${this.stem(form)}`]));
    for (const length of this.endingLengths) {
      if (length <= form.length) keys.push(...this.present([`*${form.slice(form.length - length)}`]));
    }
    for (const length of this.beginningLengths) {
      if (length <= form.length) keys.push(...this.present([`^${form.slice(0, length)}`]));
    }
    this.known.set(form, keys);
    return keys;
  }

  /** `schaltet … ab`: the finite form counts as the separable verb when its particle closes a clause behind it. */
  private withSeparableVerbs(
    keys: readonly number[],
    form: string,
    tokens: readonly Token[],
    index: number,
  ): readonly number[] {
    const verbs = this.separableVerbs(form);
    if (verbs.length === 0) return keys;
    const following = this.clauseEnds(tokens, index + 1);
    const found = verbs.filter(({ particle }) => following.has(particle)).map(({ key }) => key);
    return found.length === 0 ? keys : [...keys, ...found];
  }

  private separableVerbs(form: string): readonly SeparableVerb[] {
    const known = this.knownVerbs.get(form);
    if (known) return known;
    const pairs = lookUp(this.separable, form);
    const verbs: SeparableVerb[] = [];
    for (let at = 0; at < pairs.length; at += 2) verbs.push({ particle: pairs[at] ?? '', key: Number(pairs[at + 1]) });
    this.knownVerbs.set(form, verbs);
    return verbs;
  }

  /** The words that may be particles: most are prepositions too, but those never stand last. */
  private clauseEnds(tokens: readonly Token[], from: number): ReadonlySet<string> {
    const ends = new Set<string>();
    const last = Math.min(from + farthestParticle, tokens.length);
    for (let at = from; at < last; at += 1) {
      const [token, next] = [tokens[at], tokens[at + 1]];
      if (token && (!next || isBreak(next) || this.afterParticle.has(next.form))) ends.add(token.form);
    }
    return ends;
  }

  private present(keys: readonly string[]): number[] {
    return keys.map((key) => this.numbers.get(key)).filter((number) => number !== undefined);
  }
}

function affixes(keys: readonly string[], mark: string): readonly string[] {
  return keys.filter((key) => key.startsWith(mark) && key.length > 1).map((key) => key.slice(1));
}

function lengthsOf(texts: readonly string[]): readonly number[] {
  return [...new Set(texts.map((text) => text.length))];
}

function isClosing(token: Token): boolean {
  return token.kind === 'punctuation';
}

function isBreak({ kind }: Token): boolean {
  return kind === 'punctuation' || kind === 'symbol';
}
