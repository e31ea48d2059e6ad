import { dirname, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { isInside } from '../linter/isInside.js';
import type { Rulebook } from '../rulebook/Rulebook.js';
import { type ClientSettings, noClientSettings } from './ClientSettings.js';
import { Project } from './Project.js';

/** Where a document stands. */
export interface DocumentPlace {
  readonly project: Project;
  /** Relative to the project's folder, with forward slashes. */
  readonly path: string;
}

/** What a mail that is in no file yet is called, by the editor's name for its language. */
const namesOfUnsaved: ReadonlyMap<string, string> = new Map([
  ['mjml', 'unsaved.mjml'],
  ['html', 'unsaved.html'],
  ['markdown', 'unsaved.md'],
  ['plaintext', 'unsaved.txt'],
]);

/** The folders that are open in the editor. */
export class Workspace {
  readonly #rulebook: Rulebook;
  #folders: readonly string[] = [];
  #settings = noClientSettings;
  #projects = new Map<string, Project>();

  constructor(rulebook: Rulebook) {
    this.#rulebook = rulebook;
  }

  get settings(): ClientSettings {
    return this.#settings;
  }

  /** The projects of the folders that are open. */
  get projects(): readonly Project[] {
    return this.#folders.map((folder) => this.#projectIn(folder));
  }

  /** @param uris of folders; what is no file is passed over. */
  openFolders(uris: readonly string[]): void {
    const paths = uris.map(pathOfUri).filter((path) => path !== undefined);
    this.#folders = [...new Set([...this.#folders, ...paths])];
  }

  closeFolders(uris: readonly string[]): void {
    const closed = new Set(uris.map(pathOfUri));
    this.#folders = this.#folders.filter((folder) => !closed.has(folder));
  }

  configure(settings: ClientSettings): void {
    this.#settings = settings;
    this.forget();
  }

  /** Forgets all settings and campaigns that were read. */
  forget(): void {
    this.#projects = new Map();
  }

  /**
   * Where a document stands: in the innermost folder that is open, or in its own.
   *
   * @param languageId the editor's name for the language of the text, for those that are in no file.
   * @returns undefined where it is neither in a file nor in a language of mails.
   */
  placeOf(uri: string, languageId: string): DocumentPlace | undefined {
    const path = pathOfUri(uri);
    if (path === undefined) {
      const name = namesOfUnsaved.get(languageId);
      return name === undefined
        ? undefined
        : { project: this.#projectIn(this.#folders[0] ?? process.cwd()), path: name };
    }
    const around = this.#folders.filter((folder) => isInside(path, folder));
    const innermost = around.reduce((longest, folder) => (folder.length > longest.length ? folder : longest), '');
    const project = this.#projectIn(innermost || dirname(path));
    return { project, path: relative(project.cwd, path).split(sep).join('/') };
  }

  #projectIn(folder: string): Project {
    const known = this.#projects.get(folder) ?? new Project(folder, this.#rulebook, this.#settings);
    this.#projects.set(folder, known);
    return known;
  }
}

/** @returns the absolute path; undefined for what is no file on this machine. */
export function pathOfUri(uri: string): string | undefined {
  try {
    return uri.startsWith('file:') ? fileURLToPath(uri) : undefined;
  } catch {
    return undefined;
  }
}

/** @param path absolute. */
export function uriOfPath(path: string): string {
  return pathToFileURL(path).href;
}
