import type { PatternNode } from './Pattern.js';

/** How many words `…` without a number may span. */
const defaultGap = 6;
const longestGap = 12;
const shortestAffix = 3;

/** A pattern that is not written in the pattern language; `offset` is where in the pattern it goes wrong. */
export class PatternError extends Error {
  override readonly name = 'PatternError';
  constructor(
    message: string,
    readonly offset: number,
  ) {
    super(message);
  }
}

/**
 * Parses one pattern of a vocabulary file.
 *
 * @param source `(wird|werden) …3 gesperrt`; see ARCHITECTURE.md, "The pattern language".
 * @throws PatternError with the offset of the mistake.
 * @example parsePattern('[sehr] "AGB"') // a sequence of an optional lemma and an exact word
 */
export function parsePattern(source: string): PatternNode {
  const parser = new PatternParser(source);
  return parser.parseAll();
}

class PatternParser {
  private offset = 0;

  constructor(private readonly source: string) {}

  parseAll(): PatternNode {
    const node = this.parseAlternatives(undefined);
    if (this.offset < this.source.length) this.fail(`Unexpected “${this.source[this.offset]}”`);
    return node;
  }

  private parseAlternatives(closing: string | undefined): PatternNode {
    const alternatives = [this.parseSequence(closing)];
    while (closing !== undefined && this.source[this.offset] === '|') {
      this.offset += 1;
      alternatives.push(this.parseSequence(closing));
    }
    const [only] = alternatives;
    return alternatives.length === 1 && only ? only : { type: 'alternatives', children: alternatives };
  }

  private parseSequence(closing: string | undefined): PatternNode {
    const start = this.offset;
    const children: PatternNode[] = [];
    for (;;) {
      this.skipSpace();
      const character = this.source[this.offset];
      if (character === undefined || character === closing || (character === '|' && closing !== undefined)) break;
      children.push(this.parseItem(character));
    }
    if (children.length === 0) this.fail('Expected a word here', start);
    const [only] = children;
    return children.length === 1 && only ? only : { type: 'sequence', children };
  }

  private parseItem(character: string): PatternNode {
    switch (character) {
      case '(':
        return this.parseGroup(')');
      case '[':
        return { type: 'optional', child: this.parseGroup(']') };
      case '"':
        return this.parseQuoted();
      case '…':
        return this.parseGap();
      case '{':
        return this.parseSignal();
      case '<':
        return { type: 'kind', value: this.readDelimited('>') };
      case '|':
      case ')':
      case ']':
      case '}':
      case '>':
        return this.fail(`Unexpected “${character}”`);
      default:
        return this.parseWord();
    }
  }

  private parseGroup(closing: string): PatternNode {
    this.offset += 1;
    const node = this.parseAlternatives(closing);
    if (this.source[this.offset] !== closing) this.fail(`Expected “${closing}”`);
    this.offset += 1;
    return node;
  }

  private parseQuoted(): PatternNode {
    const words = this.readDelimited('"').split(/\s+/u);
    const children = words.map(
      (value): PatternNode =>
        /^[\p{L}\p{N}]/u.test(value) ? { type: 'exact', value } : { type: 'punctuation', value },
    );
    const [only] = children;
    return children.length === 1 && only ? only : { type: 'sequence', children };
  }

  private parseGap(): PatternNode {
    const start = this.offset;
    this.offset += 1;
    const digits = this.readWhile((character) => character >= '0' && character <= '9');
    const most = digits === '' ? defaultGap : Number(digits);
    if (most < 1 || most > longestGap) this.fail(`A gap is 1 to ${longestGap} words, not ${digits}`, start);
    return { type: 'gap', most };
  }

  private parseSignal(): PatternNode {
    const [name = '', polarity] = this.readDelimited('}').split(':');
    return { type: 'signal', name, polarity };
  }

  private parseWord(): PatternNode {
    const start = this.offset;
    const word = this.readWhile((character) => !/[\s()[\]{}<>|"…]/u.test(character));
    const bare = word.replaceAll('*', '');
    if (word.includes('*') && bare.length < shortestAffix) {
      this.fail(`“${word}” is too short: at least ${shortestAffix} letters beside “*”`, start);
    }
    if (word.startsWith('*')) return { type: 'ending', value: bare };
    if (word.endsWith('*')) return { type: 'beginning', value: bare };
    if (!/[\p{L}\p{N}]/u.test(word)) return { type: 'punctuation', value: word };
    return { type: 'lemma', value: word };
  }

  private readDelimited(closing: string): string {
    const start = this.offset + 1;
    const end = this.source.indexOf(closing, start);
    if (end === -1) this.fail(`Expected a closing “${closing}”`);
    this.offset = end + 1;
    const inner = this.source.slice(start, end).trim();
    if (inner === '') this.fail('Expected something between the delimiters', start);
    return inner;
  }

  private readWhile(accepts: (character: string) => boolean): string {
    const start = this.offset;
    for (let character = this.source[this.offset]; character !== undefined && accepts(character); ) {
      this.offset += 1;
      character = this.source[this.offset];
    }
    return this.source.slice(start, this.offset);
  }

  private skipSpace(): void {
    this.readWhile((character) => /\s/u.test(character));
  }

  private fail(message: string, offset = this.offset): never {
    throw new PatternError(message, offset);
  }
}
