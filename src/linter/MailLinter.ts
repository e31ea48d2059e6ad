import type { FooterSetting } from '../checks/CheckContext.js';
import type { MailDigest } from '../checks/campaign/MailDigest.js';
import { mailOptions } from '../config/mailOptions.js';
import type { Settings } from '../config/Settings.js';
import { SettingsReader } from '../config/SettingsReader.js';
import type { InheritedMetadata } from '../formats/InheritedMetadata.js';
import type { IncludeResolver } from '../formats/includes/IncludeResolver.js';
import type { MailFormat } from '../mail/Mail.js';
import type { Reading } from '../reading/Reading.js';
import type { Rule } from '../rulebook/Rule.js';
import type { Rulebook } from '../rulebook/Rulebook.js';
import { CampaignReader } from './CampaignReader.js';
import { knownRules } from './exceptions/FindingSettler.js';
import type { KnownRules, NoteExceptions } from './exceptions/noteExceptions.js';
import { IncludeReader } from './IncludeReader.js';
import type { FileReport, RunProblem } from './LintReport.js';
import { type LintedText, lintText } from './lintText.js';
import type { MailMemory } from './MailMemory.js';
import type { MailTask } from './MailTask.js';

export interface MailLinterOptions {
  /** The format of all mails, whatever their names say. */
  readonly format?: MailFormat;
  readonly footer?: FooterSetting;
  /** The settings file that holds for all mails, instead of those in their folders; `false` for none. */
  readonly config?: string | false;
  /** The profile that settings stand on, whatever files say. */
  readonly profile?: string;
  /** For whoever lints the same mails again and again; in runs over many it would only take room. */
  readonly memory?: MailMemory;
}

/** The text of a mail, or why there is none. */
export type MailText = { readonly text: string } | { readonly problem: RunProblem };

export interface LintedMail {
  readonly report: FileReport;
  readonly reading: Reading;
  /** One for each file that the mail includes, whether there are findings in it or not. */
  readonly included: readonly FileReport[];
  /** What the mail lets pass. */
  readonly notes: NoteExceptions;
  readonly settings: Settings;
  /** The rules and words as the settings of the mail want them. */
  readonly rulebook: Rulebook;
  /** For rules about several mails; only where the mail belongs to others. */
  readonly digest?: MailDigest;
}

export interface MailResult {
  /** Absent where the mail is left out, or nobody knows how it is to be judged. */
  readonly linted?: LintedMail;
  readonly problems: readonly RunProblem[];
}

export interface ReadTask {
  /** Absent where the mail is left out, cannot be read, or nobody knows how it is to be judged. */
  readonly task?: MailTask;
  readonly problems: readonly RunProblem[];
}

/** Lints mails of a folder, each by the settings and the campaign that hold for it. */
export class MailLinter {
  readonly #options: MailLinterOptions;
  readonly #rules: readonly Rule[];
  readonly #known = new Map<Rulebook, KnownRules>();
  readonly #settings: SettingsReader;
  readonly #campaigns: CampaignReader;
  readonly #includes: IncludeReader;

  /** @param cwd absolute path of the working folder; no settings above it are read. */
  constructor(cwd: string, rulebook: Rulebook, options: MailLinterOptions = {}) {
    this.#options = options;
    this.#rules = rulebook.rules;
    this.#settings = new SettingsReader(cwd, rulebook, options);
    this.#campaigns = new CampaignReader(cwd);
    this.#includes = new IncludeReader(cwd, rulebook.includes);
  }

  /**
   * @param path of the mail, relative to the working folder, with forward slashes.
   * @param textOf called only where the mail is to be linted.
   * @throws UnknownFormatError when neither the options nor the path say what format the text is in.
   */
  async lint(path: string, textOf: () => MailText | Promise<MailText>): Promise<MailResult> {
    const { task, problems } = await this.read(path, textOf);
    if (task === undefined) return { problems };
    const { settings, rulebook } = task;
    const { problems: ofMail, included, ...linted } = this.lintTask(task);
    return {
      linted: { ...linted, included: await this.withoutIgnored(included), settings, rulebook },
      problems: [...problems, ...ofMail, ...this.takeIncludeProblems()],
    };
  }

  /**
   * Reads what linting a mail takes: its text, and what settings and campaign say.
   *
   * @param path as for `lint`.
   */
  async read(path: string, textOf: () => MailText | Promise<MailText>): Promise<ReadTask> {
    const { found, problems: settingsProblems } = await this.#settings.settingsFor(path);
    if (!found || found.settings.ignored) return { problems: settingsProblems };
    const read = await textOf();
    if ('problem' in read) return { problems: [...settingsProblems, read.problem] };
    const { metadata, folder, problems: campaignProblems } = await this.#campaigns.metadataFor(path);
    const { settings, rulebook } = found;
    const { format } = this.#options;
    const options = {
      path,
      inherited: { ...onlyLanguage(settings), ...metadata },
      ...(format === undefined ? {} : { format }),
      ...mailOptions(settings),
      ...(folder === undefined ? {} : { campaign: folder }),
    };
    return {
      task: { text: read.text, options, settings, rulebook },
      problems: [...settingsProblems, ...campaignProblems],
    };
  }

  /**
   * Lints what was read.
   *
   * @param resolveInclude where included files come from, instead of from the folder.
   * @throws UnknownFormatError as `lint`.
   */
  lintTask({ text, options, rulebook }: MailTask, resolveInclude = this.resolveInclude): LintedText {
    const { memory } = this.#options;
    const remembered = memory === undefined ? {} : { memory };
    const knownRules = this.#knownRules(rulebook);
    return lintText(text, { ...options, ...remembered, resolveInclude, knownRules }, rulebook);
  }

  /** Finds and reads what a mail includes. */
  get resolveInclude(): IncludeResolver {
    return this.#includes.resolve;
  }

  /** What was wrong with included files that were read for the first time since this was last asked. */
  takeIncludeProblems(): readonly RunProblem[] {
    return this.#includes.takeProblems();
  }

  /** The reports of those included files that settings don't leave out. */
  async withoutIgnored(files: readonly FileReport[]): Promise<readonly FileReport[]> {
    const kept: FileReport[] = [];
    for (const file of files) {
      const { found } = await this.#settings.settingsFor(file.path);
      if (found?.settings.ignored === undefined) kept.push(file);
    }
    return kept;
  }

  /** A rule that settings have switched off may be named all the same. */
  #knownRules(rulebook: Rulebook): KnownRules {
    const known =
      this.#known.get(rulebook) ??
      knownRules(new Map([...this.#rules, ...rulebook.rules].map((rule) => [rule.id, rule])));
    this.#known.set(rulebook, known);
    return known;
  }
}

/** Where all mails are in one language, nothing has to be guessed from the few words of a short one. */
function onlyLanguage({ languages }: Settings): Pick<InheritedMetadata, 'language'> {
  const [only, ...others] = languages?.value ?? [];
  return only === undefined || others.length > 0 ? {} : { language: only };
}
