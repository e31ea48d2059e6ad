import type { LocalText, Rule } from '../../rulebook/Rule.js';
import { toRule } from '../../rulebook/readRulebook.js';
import { ruleChangeFile, ruleFile, ruleFiles } from '../../rulebook/schemas.js';
import { unknownName } from '../checkSettings.js';
import { nearestName } from '../nearestName.js';
import type { KnownSignals } from './KnownSignals.js';
import type { PackFile } from './PackFile.js';

/** What a pack's rule may refer to. */
export interface RuleContext {
  /** The rules that are there already. */
  readonly rules: readonly Rule[];
  readonly signals: KnownSignals;
  /** Ids of laws and guidance. */
  readonly references: readonly string[];
}

/**
 * The rule that a pack's `rule.yml` adds, or that it makes of one that is there (`extends`).
 *
 * @param page by language.
 * @returns undefined where the file is not as it must be; its mistakes are noted in the file.
 */
export function packRule(file: PackFile, page: LocalText, context: RuleContext): Rule | undefined {
  if (!file.isReadable) return undefined;
  const rule = hasKey(file.value, 'extends') ? changedRule(file, page, context) : addedRule(file, page, context);
  if (!rule) return undefined;
  for (const [index, id] of rule.references.entries()) {
    const isOwn = hasKey(file.value, 'references');
    if (isOwn && !context.references.includes(id)) {
      file.fail(unknownName('reference', id, context.references), ['references', index]);
    }
  }
  return rule;
}

function changedRule(file: PackFile, page: LocalText, { rules }: RuleContext): Rule | undefined {
  const change = file.read(ruleChangeFile, topLevel(Object.keys(ruleChangeFile.shape)));
  if (!change) return undefined;
  const ids = rules.map(({ id }) => id);
  const base = rules.find(({ id }) => id === change.extends);
  if (!base) {
    file.fail(unknownName('rule', change.extends, ids), ['extends']);
    return undefined;
  }
  const { rule: id = base.id, extends: _, message, advice = {}, ...fields } = change;
  if (id !== base.id && ids.includes(id)) {
    file.fail(`There is a rule “${id}” already. Give this one another name.`, ['rule']);
    return undefined;
  }
  return {
    ...base,
    ...fields,
    id,
    messages: messagesAfter(base.messages, message),
    advice: { ...base.advice, ...advice },
    page: { ...base.page, ...page },
  };
}

/** One message stands for all that the rule can say; messages by variant replace those they name. */
function messagesAfter(base: Rule['messages'], message: Rule['messages'] | undefined): Rule['messages'] {
  if (!message) return base;
  const isOne = Object.keys(message).length === 1 && message.default !== undefined;
  return isOne ? message : { ...base, ...message };
}

function addedRule(file: PackFile, page: LocalText, { rules, signals }: RuleContext): Rule | undefined {
  const check = hasKey(file.value, 'check') ? Reflect.get(file.value, 'check') : undefined;
  const kinds = [...new Set(ruleFiles.map(({ shape }) => shape.check.value))];
  const ofKind = ruleFiles.filter(({ shape }) => shape.check.value === check);
  const schema = ofKind.find(({ shape }) => 'about' in shape && isAbout(file.value, shape.about.value)) ?? ofKind[0];
  if (!schema) {
    const list = `one of ${kinds.join(', ')}`;
    const question = typeof check === 'string' ? nearestName(check, kinds) : '';
    file.fail(`Expected “check” to be ${list}, or “extends” to name a rule to change.${question}`, ['check']);
    return undefined;
  }
  const before = file.mistakes.length;
  if (!file.read(schema, topLevel(Object.keys(schema.shape)))) return undefined;
  const data = ruleFile.parse(file.value);
  if (rules.some(({ id }) => id === data.rule)) {
    file.fail(`There is a rule “${data.rule}” already. To change it, write “extends: ${data.rule}”.`, ['rule']);
  }
  checkSignals(file, signals);
  return file.mistakes.length > before ? undefined : toRule(data, page);
}

function isAbout(value: unknown, about: string): boolean {
  return hasKey(value, 'about') && Reflect.get(value, 'about') === about;
}

function topLevel(keys: readonly string[]): (path: readonly PropertyKey[]) => readonly string[] {
  return (path) => (path.length === 0 ? keys : []);
}

/** The parts of a rule that name signals. */
const signalLists: readonly string[] = ['evidence', 'rareEvidence', 'announcedBy', 'tiedBy', 'saidBy', 'reportedBy'];
const frameLists: readonly string[] = ['all', 'any', 'none'];

function checkSignals(file: PackFile, signals: KnownSignals): void {
  const frames: unknown = hasKey(file.value, 'frames') ? Reflect.get(file.value, 'frames') : [];
  const places = [
    ...signalLists.map((key) => [key]),
    ...(Array.isArray(frames) ? frames : []).flatMap((_, index) => frameLists.map((key) => ['frames', index, key])),
  ];
  for (const place of places) {
    for (const { name, path } of namesAt(file.value, place)) {
      if (signals.has(name)) continue;
      const question = nearestName(name, signals.names);
      file.fail(`There is no signal “${name}” in any language.${question}`, path);
    }
  }
}

interface NamePlace {
  readonly name: string;
  readonly path: readonly PropertyKey[];
}

/** All texts in the lists at a place. */
function namesAt(root: unknown, place: readonly PropertyKey[]): readonly NamePlace[] {
  let value = root;
  for (const key of place) {
    if (typeof value !== 'object' || value === null) return [];
    value = Reflect.get(value, key);
  }
  return textsIn(value, place);
}

function textsIn(value: unknown, path: readonly PropertyKey[]): readonly NamePlace[] {
  if (typeof value === 'string') return [{ name: value, path }];
  return Array.isArray(value) ? value.flatMap((item, index) => textsIn(item, [...path, index])) : [];
}

function hasKey(value: unknown, key: string): value is object {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key);
}
