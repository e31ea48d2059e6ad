import { dirname, isAbsolute, join, posix, relative, resolve, sep } from 'node:path';
import type { FooterSetting } from '../checks/CheckContext.js';
import { isInside } from '../linter/isInside.js';
import type { RunProblem } from '../linter/LintReport.js';
import type { Rulebook } from '../rulebook/Rulebook.js';
import type { VocabularySource } from '../rulebook/VocabularySource.js';
import type { LoadedSettings } from './LoadedSettings.js';
import type { LoadContext, LoadResult } from './loadSettings.js';
import type { SourceOf } from './packs/readPack.js';
import type { ReadPacks } from './packs/readPacks.js';
import { readInside } from './readInside.js';
import { noSettings, type Settings } from './Settings.js';
import { settingsFileNames } from './settingsFileNames.js';

/** What the caller sets, whatever files say. */
export interface SettingsChoice {
  /** The one settings file that holds for all mails (absolute, or relative to the working folder); `false` for none. */
  readonly config?: string | false;
  readonly profile?: string;
  readonly footer?: FooterSetting;
}

/** What holds for a mail. */
export interface MailSettings {
  readonly settings: Settings;
  /** The rules and words as the settings want them. */
  readonly rulebook: Rulebook;
  /** The settings files that had a say, that of the working folder first. */
  readonly files: readonly string[];
}

export interface SettingsResult {
  /** Absent where the settings cannot be read, so that nobody knows how the mail is to be judged. */
  readonly found?: MailSettings;
  /** The same object for the same problem, whatever mail is asked about. */
  readonly problems: readonly RunProblem[];
}

/** The file that may hold settings among other things. */
export const packageFile = 'package.json';
const packageKey = 'tactful';

/**
 * Finds the settings that hold for mails: in `tactful.config.yml`, `.yaml` or `.json`, or under `tactful` in
 * `package.json`, beside a mail and in the folders above it up to the working folder. It remembers what it has read;
 * one that should see a change is made anew.
 */
export class SettingsReader {
  readonly #cwd: string;
  readonly #rulebook: Rulebook;
  readonly #choice: SettingsChoice;
  readonly #wordsOf: SourceOf | undefined;
  readonly #byPacks = new Map<string, Promise<ReadPacks>>();
  readonly #byFolder = new Map<string, Promise<Found>>();
  readonly #problems = new Map<string, RunProblem>();

  /**
   * @param cwd absolute path of the working folder; nothing above it is read.
   * @param rulebook the rules to choose from.
   * @param wordsOf what the vocabularies of the rulebook were compiled from; those in the package unless given.
   */
  constructor(cwd: string, rulebook: Rulebook, choice: SettingsChoice = {}, wordsOf?: SourceOf) {
    this.#cwd = cwd;
    this.#rulebook = rulebook;
    this.#choice = choice;
    this.#wordsOf = wordsOf;
  }

  /**
   * The settings that hold for a mail.
   *
   * @param path of the mail, relative to the working folder, with forward slashes; the mail need not be there.
   * @example (await new SettingsReader(cwd, rulebook).settingsFor('mails/may.mjml')).found?.settings
   */
  async settingsFor(path: string): Promise<SettingsResult> {
    const chain = await this.#chainOf(path);
    if (chain.problems.length > 0) return { problems: chain.problems.map((problem) => this.#known(problem)) };
    const isPlain = chain.files.length === 0 && this.#choice.profile === undefined;
    if (isPlain) return { found: this.#plain(), problems: [] };
    // What checks and applies settings takes long to load, and few folders have any.
    const { resolveSettings } = await import('./resolveSettings.js');
    const packs = await this.#withPacks(chain.files);
    if (packs.problems.length > 0) return { problems: packs.problems.map((problem) => this.#known(problem)) };
    const { found, problems } = resolveSettings(path, chain.files, this.#choice, packs.rulebook);
    return { ...(found ? { found } : {}), problems: problems.map((problem) => this.#known(problem)) };
  }

  async #withPacks(files: readonly LoadedSettings[]): Promise<ReadPacks> {
    const paths = packsOf(files);
    if (paths.length === 0) return { rulebook: this.#rulebook, problems: [] };
    const key = paths.join('\n');
    const known = this.#byPacks.get(key) ?? this.#readPacks(paths);
    this.#byPacks.set(key, known);
    return known;
  }

  async #readPacks(paths: readonly string[]): Promise<ReadPacks> {
    const [{ readPacks }, { loadVocabularySource }] = await Promise.all([
      import('./packs/readPacks.js'),
      import('../rulebook/loadVocabularySource.js'),
    ]);
    const sources = new Map<string, VocabularySource>();
    const wordsOf = (tag: string): VocabularySource => {
      const source = sources.get(tag) ?? (this.#wordsOf ?? loadVocabularySource)(tag);
      sources.set(tag, source);
      return source;
    };
    return readPacks(paths, this.#rulebook, wordsOf, { cwd: this.#cwd, boundary: this.#boundary() });
  }

  /** The file that the caller has chosen may stand anywhere; what it builds on is in its folder or the working folder. */
  #boundary(): string {
    const { config } = this.#choice;
    if (typeof config !== 'string') return this.#cwd;
    const absolute = resolve(this.#cwd, config);
    return isInside(absolute, this.#cwd) ? this.#cwd : dirname(absolute);
  }

  #plain(): MailSettings {
    const { footer } = this.#choice;
    const origin = { type: 'option', name: '--footer' } as const;
    const settings = footer === undefined ? noSettings : { ...noSettings, footer: { value: footer, origin } };
    return { settings, rulebook: this.#rulebook, files: [] };
  }

  /** Problems are told once, so that two of one place and text are one. */
  #known(problem: RunProblem): RunProblem {
    const key = JSON.stringify([problem.path, problem.line, problem.column, problem.message]);
    const known = this.#problems.get(key) ?? problem;
    this.#problems.set(key, known);
    return known;
  }

  async #chainOf(path: string): Promise<Chain> {
    const { config } = this.#choice;
    if (config === false) return { files: [], problems: [] };
    if (config !== undefined) return chainFrom([await this.#remembered(config, () => this.#chosen(config))]);
    if (path.startsWith('../') || isAbsolute(path)) return { files: [], problems: [] };
    const folders = foldersOf(path);
    return chainFrom(await Promise.all(folders.map((f) => this.#remembered(`folder ${f}`, () => this.#inFolder(f)))));
  }

  #remembered(key: string, find: () => Promise<Found>): Promise<Found> {
    const known = this.#byFolder.get(key) ?? find();
    this.#byFolder.set(key, known);
    return known;
  }

  async #inFolder(folder: string): Promise<Found> {
    for (const name of settingsFileNames) {
      const path = posix.join(folder, name);
      const read = await readInside(join(this.#cwd, path), this.#cwd);
      if (read.type === 'text') return this.#load(path, read.text, [], folder, this.#cwd);
      if (read.type === 'refused') return problemAt(path, read.why);
    }
    const path = posix.join(folder, packageFile);
    const read = await readInside(join(this.#cwd, path), this.#cwd);
    // The package file of a project is no settings file until it says so.
    if (read.type !== 'text' || !read.text.includes(`"${packageKey}"`)) return nothing;
    return this.#load(path, read.text, [packageKey], folder, this.#cwd);
  }

  async #chosen(config: string): Promise<Found> {
    const absolute = resolve(this.#cwd, config);
    const path = relative(this.#cwd, absolute).split(sep).join('/');
    const boundary = this.#boundary();
    const read = await readInside(absolute, boundary);
    switch (read.type) {
      case 'text':
        return this.#load(path, read.text, posix.basename(path) === packageFile ? [packageKey] : [], '.', boundary);
      case 'refused':
        return problemAt(path, read.why);
      case 'missing':
      case 'folder':
        return problemAt(path, 'There is no such settings file. Name the file itself.');
    }
  }

  async #load(path: string, text: string, key: readonly string[], folder: string, boundary: string): Promise<Found> {
    const [{ loadSettings }, { toProblem }] = await Promise.all([
      import('./loadSettings.js'),
      import('./SettingsMistake.js'),
    ]);
    const context: LoadContext = { cwd: this.#cwd, boundary, profiles: this.#rulebook.profiles };
    const result: LoadResult = await loadSettings({ path, text }, key, folder, context);
    switch (result.type) {
      case 'none':
        return nothing;
      case 'broken':
        return { problems: result.mistakes.map(toProblem) };
      case 'loaded':
        return { file: result.loaded, problems: [] };
    }
  }
}

/** What one folder has. */
interface Found {
  readonly file?: LoadedSettings;
  readonly problems: readonly RunProblem[];
}

interface Chain {
  /** That of the working folder first. */
  readonly files: readonly LoadedSettings[];
  readonly problems: readonly RunProblem[];
}

const nothing: Found = { problems: [] };

function problemAt(path: string, message: string): Found {
  return { problems: [{ path, message }] };
}

/** What is wrong above settings that leave those above alone is no matter of the mails below. */
function chainFrom(found: readonly Found[]): Chain {
  const root = found.findLastIndex(({ file }) => file?.file.root === true);
  const isLocked = found.slice(0, Math.max(root, 0)).some(({ file }) => file?.file.locked === true);
  const counted = root > 0 && !isLocked ? found.slice(root) : found;
  return {
    files: counted.flatMap(({ file }) => (file ? [file] : [])),
    problems: counted.flatMap(({ problems }) => problems),
  };
}

/** The packs that settings build on; those that stand below a lock don't count. */
function packsOf(files: readonly LoadedSettings[]): readonly string[] {
  const lock = files.findIndex(({ file }) => file.locked === true);
  const counted = lock < 0 ? files : files.slice(0, lock + 1);
  return [...new Set(counted.flatMap(packsIn))];
}

function packsIn({ extensions }: LoadedSettings): readonly string[] {
  return extensions.flatMap((extension) =>
    extension.type === 'file' ? packsIn(extension.file) : extension.settings.packs.map(({ value }) => value),
  );
}

/** The folders of a file, the working folder first. */
function foldersOf(path: string): readonly string[] {
  const folders: string[] = [];
  for (let folder = posix.dirname(posix.normalize(path)); ; folder = posix.dirname(folder)) {
    folders.unshift(folder);
    if (folder === '.') return folders;
  }
}
