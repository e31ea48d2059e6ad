import { readdir, realpath } from 'node:fs/promises';
import { join, posix } from 'node:path';
import type { z } from 'zod';
import { isInside } from '../../linter/isInside.js';
import type { RunProblem } from '../../linter/LintReport.js';
import { checkVocabulary, VocabularyError } from '../../rulebook/compileVocabulary.js';
import type { LocalText, Rule } from '../../rulebook/Rule.js';
import type { Rulebook } from '../../rulebook/Rulebook.js';
import { toLinkRoles } from '../../rulebook/readRulebook.js';
import type { SignalDefinition } from '../../rulebook/SignalDefinition.js';
import { linkRolesFile, providersFile, referencesFile } from '../../rulebook/schemas.js';
import type { VocabularySource } from '../../rulebook/VocabularySource.js';
import { unknownName } from '../checkSettings.js';
import { readInside } from '../readInside.js';
import { toProblem } from '../SettingsMistake.js';
import { KnownSignals } from './KnownSignals.js';
import type { Pack } from './Pack.js';
import { PackFile } from './PackFile.js';
import { packRule } from './packRule.js';
import { checkSignal, readSignal } from './packSignal.js';

/** What a pack is read beside. */
export interface PackContext {
  /** Absolute path of the working folder. */
  readonly cwd: string;
  /** Absolute path of the folder that nothing is read outside of. */
  readonly boundary: string;
  /** What is known without the pack. */
  readonly rulebook: Rulebook;
  /** The signals of a language without the pack. */
  signalsOf(tag: string): readonly SignalDefinition[];
}

export type SourceOf = (tag: string) => VocabularySource;

const vocabularyFolder = 'vocabulary';
const mostFiles = 2000;

/**
 * Reads a folder that has the shape of `rules/`: rules in folders of their own, `vocabulary/<language>/<signal>.yml`,
 * `providers.yml`, `link-roles.yml` and `references.yml`, each if it is there. All of it is data, and no code in the
 * folder is run.
 *
 * @param path of the folder, relative to the working folder, with forward slashes.
 */
export async function readPack(
  path: string,
  context: PackContext,
): Promise<{ readonly pack: Pack } | { readonly problems: readonly RunProblem[] }> {
  const reader = new PackReader(path, context);
  const pack = await reader.read();
  return reader.problems.length > 0 ? { problems: reader.problems } : { pack };
}

class PackReader {
  readonly problems: RunProblem[] = [];
  readonly #path: string;
  readonly #context: PackContext;
  #files = 0;

  constructor(path: string, context: PackContext) {
    this.#path = path;
    this.#context = context;
  }

  async read(): Promise<Pack> {
    const { rulebook } = this.#context;
    const references = (await this.#readFile('references.yml', referencesFile)) ?? {};
    const linkRoles = toLinkRoles(
      (await this.#readFile('providers.yml', providersFile)) ?? [],
      (await this.#readFile('link-roles.yml', linkRolesFile)) ?? { parts: [] },
    );
    const words = await this.#readWords();
    const tags = Object.keys(rulebook.languages);
    const signals = new KnownSignals(tags.flatMap((tag) => [...this.#signalsOf(tag), ...(words.get(tag) ?? [])]));
    const known = { ...rulebook.references, ...references };
    const rules = await this.#readRules(signals, Object.keys(known));
    return { rules, words, linkRoles, references };
  }

  #signalsOf(tag: string): readonly SignalDefinition[] {
    return this.#context.signalsOf(tag);
  }

  async #readFile<Schema extends z.ZodType>(name: string, schema: Schema): Promise<z.output<Schema> | undefined> {
    const file = await this.#open(name);
    const data = file?.read(schema);
    this.#note(file);
    return data;
  }

  async #readWords(): Promise<ReadonlyMap<string, readonly SignalDefinition[]>> {
    const words = new Map<string, readonly SignalDefinition[]>();
    const tags = Object.keys(this.#context.rulebook.languages);
    for (const tag of await this.#foldersIn(vocabularyFolder)) {
      if (tags.includes(tag)) words.set(tag, await this.#readLanguage(tag));
      else this.#problem(`${vocabularyFolder}/${tag}`, unknownName('language', tag, tags));
    }
    return words;
  }

  async #readLanguage(tag: string): Promise<readonly SignalDefinition[]> {
    const folder = `${vocabularyFolder}/${tag}`;
    const read: { readonly file: PackFile; readonly definition: SignalDefinition }[] = [];
    for (const name of (await this.#namesIn(folder)).filter((entry) => entry.endsWith('.yml'))) {
      const file = await this.#open(`${folder}/${name}`);
      const definition = file && readSignal(file);
      if (file && definition) read.push({ file, definition });
      else this.#note(file);
    }
    const ours = this.#signalsOf(tag);
    const definitions = read.map(({ definition }) => definition);
    const all = [...ours, ...definitions];
    const known = { ours: new KnownSignals(ours), all: new KnownSignals(all) };
    for (const { file, definition } of read) {
      checkSignal(file, definition, known.ours, known.all);
      this.#note(file);
    }
    if (this.problems.length === 0) this.#checkTogether(all);
    return definitions;
  }

  /** What no single file shows: signals that refer to each other in a circle. */
  #checkTogether(definitions: readonly SignalDefinition[]): void {
    try {
      checkVocabulary(definitions);
    } catch (error) {
      if (!(error instanceof VocabularyError)) throw error;
      this.problems.push({ message: `${error.message}.` });
    }
  }

  async #readRules(signals: KnownSignals, references: readonly string[]): Promise<readonly Rule[]> {
    const rules: Rule[] = [];
    const { rulebook } = this.#context;
    for (const folder of (await this.#foldersIn('.')).filter((name) => name !== vocabularyFolder)) {
      const file = await this.#open(`${folder}/rule.yml`);
      if (!file) {
        const message = `Expected a rule.yml in this folder, or “${vocabularyFolder}” as its name.`;
        this.#problem(folder, message);
        continue;
      }
      const known = { rules: [...rulebook.rules, ...rules], signals, references };
      const rule = packRule(file, await this.#readPages(folder), known);
      if (rule) rules.push(rule);
      this.#note(file);
    }
    return rules;
  }

  async #readPages(folder: string): Promise<LocalText> {
    const pages: Record<string, string> = {};
    for (const name of await this.#namesIn(folder)) {
      const match = /^README(?:\.([a-z]{2}))?\.md$/u.exec(name);
      const read = match ? await this.#text(`${folder}/${name}`) : undefined;
      if (match && read !== undefined) pages[match[1] ?? 'en'] = read;
    }
    return pages;
  }

  async #open(name: string): Promise<PackFile | undefined> {
    const text = await this.#text(name);
    return text === undefined ? undefined : new PackFile({ path: this.#shown(name), text });
  }

  async #text(name: string): Promise<string | undefined> {
    this.#files += 1;
    if (this.#files > mostFiles) {
      if (this.#files === mostFiles + 1) this.#problem('.', `There are more than ${mostFiles} files in this folder.`);
      return undefined;
    }
    const read = await readInside(this.#absolute(name), this.#context.boundary);
    if (read.type === 'refused') this.#problem(name, read.why);
    return read.type === 'text' ? read.text : undefined;
  }

  async #foldersIn(name: string): Promise<readonly string[]> {
    const folders: string[] = [];
    for (const entry of await this.#namesIn(name)) {
      if (entry === 'node_modules' || entry.startsWith('.')) continue;
      const read = await readInside(this.#absolute(`${name}/${entry}`), this.#context.boundary);
      if (read.type === 'folder') folders.push(entry);
    }
    return folders;
  }

  /** Sorted, so that nothing hangs on the file system. */
  async #namesIn(name: string): Promise<readonly string[]> {
    const path = this.#absolute(name);
    const real = await realpath(path).catch(() => undefined);
    if (real === undefined || !isInside(real, await realpath(this.#context.boundary))) return [];
    return (await readdir(real).catch(() => [])).sort();
  }

  #absolute(name: string): string {
    return join(this.#context.cwd, this.#path, name);
  }

  #shown(name: string): string {
    return posix.join(this.#path, name);
  }

  #problem(name: string, message: string): void {
    this.problems.push({ path: this.#shown(name), message });
  }

  #note(file: PackFile | undefined): void {
    this.problems.push(...(file?.mistakes ?? []).map(toProblem));
  }
}
