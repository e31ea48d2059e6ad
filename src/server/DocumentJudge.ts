import { posix } from 'node:path';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { packageFile } from '../config/SettingsReader.js';
import { settingsFileNames } from '../config/settingsFileNames.js';
import { formatOf } from '../formats/formatOf.js';
import { campaignFileName } from '../linter/CampaignReader.js';
import type { MailResult } from '../linter/MailLinter.js';
import type { JudgedDocument } from './JudgedDocument.js';
import type { DocumentPlace, Workspace } from './Workspace.js';

interface Remembered {
  readonly version: number;
  readonly judged: Promise<JudgedDocument | undefined>;
}

const sayingFiles: readonly string[] = [...settingsFileNames, packageFile, campaignFileName];

/** Whether a file says something about mails. */
function saysSomethingAboutMails(path: string): boolean {
  return sayingFiles.includes(posix.basename(path));
}

/** Judges documents, each version once, however many questions there are about it. */
export class DocumentJudge {
  readonly #workspace: Workspace;
  readonly #remembered = new Map<string, Remembered>();
  #generation = 0;

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  /** @returns undefined for what is neither a mail nor says something about mails. */
  judge(document: TextDocument): Promise<JudgedDocument | undefined> {
    const known = this.#remembered.get(document.uri);
    if (known?.version === document.version) return known.judged;
    const judged = this.#judge(document);
    this.#remembered.set(document.uri, { version: document.version, judged });
    return judged;
  }

  forget(uri: string): void {
    this.#remembered.delete(uri);
  }

  /** What holds for mails has changed. */
  forgetAll(): void {
    this.#generation += 1;
    this.#remembered.clear();
    this.#workspace.forget();
  }

  /**
   * Forgets what was judged by settings that have changed in the meantime.
   *
   * @returns whether there were any.
   */
  async refresh({ uri, languageId }: TextDocument): Promise<boolean> {
    const isStale = await this.#stamp(uri, languageId);
    if (!isStale) return false;
    this.forgetAll();
    await this.#stamp(uri, languageId);
    return true;
  }

  async #stamp(uri: string, languageId: string): Promise<boolean> {
    const place = this.#workspace.placeOf(uri, languageId);
    return place !== undefined && (await place.project.hasChanged(place.path));
  }

  async #judge(document: TextDocument): Promise<JudgedDocument | undefined> {
    const { uri, languageId, version } = document;
    const place = this.#workspace.placeOf(uri, languageId);
    if (place === undefined) return undefined;
    const resultId = `${this.#generation}:${version}`;
    const snapshot = TextDocument.create(uri, languageId, version, document.getText());
    const result = await resultAt(place, snapshot.getText());
    return result === undefined ? undefined : { document: snapshot, place, result, resultId };
  }
}

async function resultAt({ project, path }: DocumentPlace, text: string): Promise<MailResult | undefined> {
  if (formatOf(path) !== undefined) return project.lint(path, text);
  if (!saysSomethingAboutMails(path)) return undefined;
  // Settings are read for a mail; what is wrong with them shows when one beside them is judged.
  const { problems } = await project.lint(posix.join(posix.dirname(path), 'mail.txt'), '');
  return { problems: problems.filter((problem) => problem.path === path) };
}
