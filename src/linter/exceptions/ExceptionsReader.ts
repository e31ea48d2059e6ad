import { isAbsolute, join, posix } from 'node:path';
import { readInside } from '../../config/readInside.js';
import type { RunProblem } from '../LintReport.js';
import type { Exception } from './Exception.js';
import type { ReadExceptions } from './readExceptionsFile.js';

/** The name of the file in which exceptions are granted. */
export const exceptionsFileName = 'tactful-exceptions.yml';

const none: ReadExceptions = { exceptions: [], problems: [] };

/** Finds `tactful-exceptions.yml` beside mails and above them, up to the working folder. It remembers what it has read. */
export class ExceptionsReader {
  readonly #cwd: string;
  readonly #byFolder = new Map<string, Promise<ReadExceptions>>();

  /** @param cwd absolute path of the working folder; nothing above it is read. */
  constructor(cwd: string) {
    this.#cwd = cwd;
  }

  /**
   * The exceptions that may mean a mail, those nearest to it first; the same objects for all mails.
   *
   * @param path of the mail, relative to the working folder, with forward slashes.
   */
  async exceptionsFor(path: string): Promise<readonly Exception[]> {
    if (path.startsWith('../') || isAbsolute(path)) return [];
    const exceptions: Exception[] = [];
    for (let folder = posix.dirname(posix.normalize(path)); ; folder = posix.dirname(folder)) {
      exceptions.push(...(await this.#inFolder(folder)).exceptions);
      if (folder === '.') return exceptions;
    }
  }

  /** Everything that has been read. */
  async all(): Promise<ReadExceptions> {
    const read = await Promise.all(this.#byFolder.values());
    return {
      exceptions: read.flatMap(({ exceptions }) => exceptions),
      problems: read.flatMap(({ problems }): readonly RunProblem[] => problems),
    };
  }

  #inFolder(folder: string): Promise<ReadExceptions> {
    const known = this.#byFolder.get(folder) ?? this.#read(posix.join(folder, exceptionsFileName));
    this.#byFolder.set(folder, known);
    return known;
  }

  async #read(path: string): Promise<ReadExceptions> {
    const read = await readInside(join(this.#cwd, path), this.#cwd);
    switch (read.type) {
      case 'missing':
        return none;
      case 'folder':
        return { ...none, problems: [{ path, message: 'This is a folder. Exceptions stand in a file of this name.' }] };
      case 'refused':
        return { ...none, problems: [{ path, message: read.why }] };
      case 'text': {
        // Few folders have exceptions, and what checks the file takes long to load.
        const { readExceptionsFile } = await import('./readExceptionsFile.js');
        return readExceptionsFile({ path, text: read.text });
      }
    }
  }
}
