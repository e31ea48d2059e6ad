import type { LanguageRules } from '../reading/LanguageRules.js';
import type { SentenceRules } from '../reading/SentenceRules.js';
import { type Respelling, type Stemming, stemmingAlgorithms } from '../reading/stemmerOf.js';
import type { TokenRules } from '../reading/tokenize.js';
import type { AdjectiveRules, InflectionRules, NounRules, VerbRules } from './InflectionRules.js';

/** What `rules/vocabulary/<language>/language.yml` holds. */
export interface LanguageDocument extends LanguageRules {
  /** Needed only where patterns are compiled. */
  readonly inflection: InflectionRules;
}

/**
 * Reads the rules of a language.
 *
 * @param document the parsed YAML.
 * @throws TypeError when a field is missing or of another kind; the message names it with its path.
 * @example readLanguageRules(parse(yaml)).sentences.abbreviations
 */
export function readLanguageRules(document: unknown): LanguageDocument {
  const fields = new Fields(document, '');
  const rules = {
    name: fields.texts('name'),
    tokens: readTokens(fields.within('tokens')),
    sentences: readSentences(fields.within('sentences')),
    inflection: readInflection(fields.within('inflection')),
  };
  return fields.has('stemming') ? { ...rules, stemming: readStemming(fields.within('stemming')) } : rules;
}

function readTokens(fields: Fields): TokenRules {
  return { ordinalDot: fields.flag('ordinalDot'), ordinalEndings: fields.list('ordinalEndings') };
}

function readSentences(fields: Fields): SentenceRules {
  const quotes = fields.within('quotes');
  return {
    quotes: { opening: quotes.text('opening'), closing: quotes.text('closing') },
    abbreviations: fields.list('abbreviations'),
    closingAbbreviations: fields.list('closingAbbreviations'),
    beforeNumber: fields.list('beforeNumber'),
    abbreviationEndings: fields.list('abbreviationEndings'),
    afterOrdinal: fields.list('afterOrdinal'),
    beforeOrdinal: fields.list('beforeOrdinal'),
  };
}

function readStemming(fields: Fields): Stemming {
  const name = fields.text('algorithm');
  const algorithm = stemmingAlgorithms.find((known) => known === name);
  if (!algorithm)
    throw new TypeError(`${fields.path}algorithm is "${name}", but must be one of: ${stemmingAlgorithms.join(', ')}`);
  return { algorithm, respelled: fields.each('respelled').map(readRespelling), irregular: fields.texts('irregular') };
}

function readRespelling(fields: Fields): Respelling {
  return { ending: fields.text('ending'), instead: fields.text('instead'), shortest: fields.number('shortest') };
}

function readInflection(fields: Fields): InflectionRules {
  const method = fields.text('method');
  if (method === 'stem') return { method };
  if (method !== 'endings') throw new TypeError(`${fields.path}method is "${method}", but must be "stem" or "endings"`);
  return {
    method,
    invariable: fields.list('invariable'),
    irregular: fields.lists('irregular'),
    nouns: readNouns(fields.within('nouns')),
    adjectives: readAdjectives(fields.within('adjectives')),
    verbs: readVerbs(fields.within('verbs')),
  };
}

function readNouns(fields: Fields): NounRules {
  return {
    endings: fields.list('endings'),
    umlauts: fields.texts('umlauts'),
    umlautEndings: fields.list('umlautEndings'),
    replacedEndings: fields.lists('replacedEndings'),
  };
}

function readAdjectives(fields: Fields): AdjectiveRules {
  return { endings: fields.list('endings'), elidedStems: fields.list('elidedStems') };
}

function readVerbs(fields: Fields): VerbRules {
  return {
    infinitiveEndings: fields.list('infinitiveEndings'),
    regularInfinitives: fields.list('regularInfinitives'),
    regularEndings: fields.list('regularEndings'),
    linkedStems: fields.list('linkedStems'),
    link: fields.text('link'),
    participlePrefix: fields.text('participlePrefix'),
    participleEnding: fields.text('participleEnding'),
    presentParticipleEnding: fields.text('presentParticipleEnding'),
    unprefixedInfinitives: fields.list('unprefixedInfinitives'),
    infinitiveMarker: fields.text('infinitiveMarker'),
    nominalEnding: fields.text('nominalEnding'),
    separable: fields.list('separable'),
    either: fields.list('either'),
    inseparable: fields.list('inseparable'),
    rarelySeparable: fields.list('rarelySeparable'),
  };
}

/** The fields of a mapping, each asked for with the kind that it must have. */
class Fields {
  private readonly values: ReadonlyMap<string, unknown>;

  constructor(
    value: unknown,
    readonly path: string,
  ) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw new TypeError(`${path === '' ? 'The rules of a language' : path.slice(0, -1)} must be a mapping`);
    }
    this.values = new Map(Object.entries(value));
  }

  has(name: string): boolean {
    return this.values.has(name);
  }

  within(name: string): Fields {
    return new Fields(this.values.get(name), `${this.path}${name}.`);
  }

  each(name: string): readonly Fields[] {
    const value = this.values.get(name);
    if (!Array.isArray(value)) return this.refuse(name, 'a list');
    return value.map((item: unknown, index) => new Fields(item, `${this.path}${name}[${index}].`));
  }

  text(name: string): string {
    const value = this.values.get(name);
    return typeof value === 'string' ? value : this.refuse(name, 'a text');
  }

  number(name: string): number {
    const value = this.values.get(name);
    return typeof value === 'number' ? value : this.refuse(name, 'a number');
  }

  flag(name: string): boolean {
    const value = this.values.get(name);
    return typeof value === 'boolean' ? value : this.refuse(name, 'true or false');
  }

  list(name: string): readonly string[] {
    const value = this.values.get(name);
    return isTexts(value) ? value : this.refuse(name, 'a list of texts');
  }

  texts(name: string): Readonly<Record<string, string>> {
    const fields = this.within(name);
    return Object.fromEntries([...fields.values.keys()].map((key) => [key, fields.text(key)]));
  }

  lists(name: string): Readonly<Record<string, readonly string[]>> {
    const fields = this.within(name);
    return Object.fromEntries([...fields.values.keys()].map((key) => [key, fields.list(key)]));
  }

  private refuse(name: string, expected: string): never {
    throw new TypeError(`${this.path}${name} must be ${expected}`);
  }
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
