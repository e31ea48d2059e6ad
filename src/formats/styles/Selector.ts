import { type AttributeSelector, type PseudoSelector, parse, type Selector as Token } from 'css-what';
import nthCheck from 'nth-check';
import type { StyleNode } from './StyleNode.js';
import type { WorkBudget } from './WorkBudget.js';

type Combinator = 'descendant' | 'child' | 'adjacent' | 'sibling';
type Test = (node: StyleNode, budget: WorkBudget) => boolean;

/** One selector without commas, ready to be matched. */
export interface Selector {
  /** The rightmost element's id (`#a`), class (`.a`) or name (`a`), by which candidates are found; `*` for any. */
  readonly key: string;
  /** Ids, classes and names in one number that can be compared. */
  readonly specificity: number;
  readonly matches: Test;
}

const classWeight = 1_000;
const idWeight = classWeight * classWeight;

/** Nobody writes longer lists, and selectors can be nested. */
const longestList = 10_000;

/**
 * Reads a list of selectors. Those that hold only while something is being done (`:hover`) or for parts of an element
 * (`::before`) are left out.
 *
 * @returns none where the list is not valid, as in a browser.
 * @example parseSelectors('td.small a, #footer')[0]?.specificity // 1002
 */
export function parseSelectors(list: string): readonly Selector[] {
  if (list.length > longestList) return [];
  try {
    return parse(list).flatMap((tokens) => {
      const matches = compile(tokens);
      return matches === undefined ? [] : [{ key: keyOf(tokens), specificity: specificityOf(tokens), matches }];
    });
  } catch {
    // The parser throws at what is no selector.
    return [];
  }
}

/** A test for the rightmost element that looks at those to the left by itself; undefined for what never holds. */
function compile(tokens: readonly Token[]): Test | undefined {
  let left: Test | undefined;
  let own: Test[] = [];
  for (const token of tokens) {
    const combinator = combinatorOf(token);
    if (combinator !== undefined) {
      left = related(combinator, allOf(own));
      own = [left];
      continue;
    }
    const test = testOf(token);
    if (test === undefined) return undefined;
    own.push(test);
  }
  return allOf(own);
}

function combinatorOf({ type }: Token): Combinator | undefined {
  switch (type) {
    case 'descendant':
    case 'child':
    case 'adjacent':
    case 'sibling':
      return type;
    default:
      return undefined;
  }
}

/** What relates to others costs more than what an element tells by itself, so it is asked last. */
function allOf(tests: readonly Test[]): Test {
  const ordered = [...tests].reverse();
  return (node, budget) => budget.spend(1) && ordered.every((test) => test(node, budget));
}

function related(combinator: Combinator, test: Test): Test {
  switch (combinator) {
    case 'child':
      return ({ parent }, budget) => parent !== undefined && test(parent, budget);
    case 'descendant':
      return (node, budget) => {
        for (let above = node.parent; above !== undefined; above = above.parent) if (test(above, budget)) return true;
        return false;
      };
    case 'adjacent':
      return (node, budget) => {
        const { siblings, index } = node.place();
        const before = siblings[index - 1];
        return before !== undefined && test(before, budget);
      };
    case 'sibling':
      return (node, budget) => {
        const { siblings, index } = node.place();
        return budget.spend(index) && siblings.slice(0, index).some((sibling) => test(sibling, budget));
      };
  }
}

function testOf(token: Token): Test | undefined {
  switch (token.type) {
    case 'universal':
      return () => true;
    case 'tag': {
      const name = token.name.toLowerCase();
      return (node) => node.name === name;
    }
    case 'attribute':
      return attributeTest(token);
    case 'pseudo':
      return pseudoTest(token);
    default:
      return undefined;
  }
}

function attributeTest({ name, action, value, ignoreCase }: AttributeSelector): Test {
  if (name === 'class' && action === 'element') return ({ classes }) => classes.includes(value);
  const fold = (text: string) => (ignoreCase === true ? text.toLowerCase() : text);
  const wanted = fold(value);
  const holds = (found: string): boolean => {
    switch (action) {
      case 'equals':
        return found === wanted;
      case 'not':
        return found !== wanted;
      case 'start':
        return wanted !== '' && found.startsWith(wanted);
      case 'end':
        return wanted !== '' && found.endsWith(wanted);
      case 'any':
        return wanted !== '' && found.includes(wanted);
      case 'element':
        return found.split(/\s+/).includes(wanted);
      case 'hyphen':
        return found === wanted || found.startsWith(`${wanted}-`);
      default:
        return true;
    }
  };
  return (node) => {
    const found = node.attribute(name);
    return found === undefined ? action === 'not' : holds(fold(found));
  };
}

function pseudoTest({ name, data }: PseudoSelector): Test | undefined {
  switch (name) {
    case 'link':
    case 'any-link':
      return (node) => node.name === 'a' && node.attribute('href') !== undefined;
    case 'root':
      return ({ parent }) => parent === undefined;
    case 'not':
      return negated(anyOf(data));
    case 'is':
    case 'where':
    case 'matches':
      return anyOf(data);
    case 'first-child':
      return countedTest('1', { ofType: false, fromEnd: false });
    case 'last-child':
      return countedTest('1', { ofType: false, fromEnd: true });
    case 'only-child':
      return (node) => node.place().siblings.length === 1;
    case 'first-of-type':
      return countedTest('1', { ofType: true, fromEnd: false });
    case 'last-of-type':
      return countedTest('1', { ofType: true, fromEnd: true });
    case 'nth-child':
      return countedTest(data, { ofType: false, fromEnd: false });
    case 'nth-last-child':
      return countedTest(data, { ofType: false, fromEnd: true });
    case 'nth-of-type':
      return countedTest(data, { ofType: true, fromEnd: false });
    case 'nth-last-of-type':
      return countedTest(data, { ofType: true, fromEnd: true });
    default:
      return undefined;
  }
}

/** Counts from 1, and from the end where asked. */
function countedTest(
  formula: PseudoSelector['data'],
  { ofType, fromEnd }: { readonly ofType: boolean; readonly fromEnd: boolean },
): Test | undefined {
  if (typeof formula !== 'string') return undefined;
  const isWanted = nthCheck(formula);
  return (node) => {
    const { siblings, index, indexOfType, countOfType } = node.place();
    const [at, count] = ofType ? [indexOfType, countOfType] : [index, siblings.length];
    return isWanted(fromEnd ? count - 1 - at : at);
  };
}

function anyOf(data: PseudoSelector['data']): Test | undefined {
  if (!Array.isArray(data)) return undefined;
  const tests = data.flatMap((tokens) => compile(tokens) ?? []);
  return (node, budget) => tests.some((test) => test(node, budget));
}

function negated(test: Test | undefined): Test | undefined {
  return test && ((node, budget) => !test(node, budget));
}

function specificityOf(tokens: readonly Token[]): number {
  return tokens.reduce((sum, token) => sum + weightOf(token), 0);
}

function weightOf(token: Token): number {
  switch (token.type) {
    case 'attribute':
      return token.name === 'id' && token.action === 'equals' ? idWeight : classWeight;
    case 'tag':
      return 1;
    case 'pseudo':
      if (token.name === 'where') return 0;
      return Array.isArray(token.data) ? Math.max(0, ...token.data.map(specificityOf)) : classWeight;
    default:
      return 0;
  }
}

function keyOf(tokens: readonly Token[]): string {
  const start = tokens.findLastIndex((token) => combinatorOf(token) !== undefined) + 1;
  const last = tokens.slice(start);
  const id = last.find((token) => token.type === 'attribute' && token.name === 'id' && token.action === 'equals');
  if (id?.type === 'attribute') return `#${id.value}`;
  const ofClass = last.find(
    (token) => token.type === 'attribute' && token.name === 'class' && token.action === 'element',
  );
  if (ofClass?.type === 'attribute') return `.${ofClass.value}`;
  const tag = last.find(({ type }) => type === 'tag');
  return tag?.type === 'tag' ? tag.name.toLowerCase() : '*';
}
