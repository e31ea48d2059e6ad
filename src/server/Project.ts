import { MailLinter, type MailResult } from '../linter/MailLinter.js';
import { MailMemory } from '../linter/MailMemory.js';
import type { Rulebook } from '../rulebook/Rulebook.js';
import type { ClientSettings } from './ClientSettings.js';
import { MailSettler } from './MailSettler.js';
import { settingsStamp } from './settingsStamp.js';

/** A folder that the command would be run in, with its settings and campaigns. */
export class Project {
  readonly cwd: string;
  readonly #stamps = new Map<string, string>();
  readonly #linter: MailLinter;
  readonly #settler: MailSettler;

  /** @param cwd absolute path. */
  constructor(cwd: string, rulebook: Rulebook, settings: ClientSettings) {
    this.cwd = cwd;
    this.#linter = new MailLinter(cwd, rulebook, { ...settings, memory: new MailMemory() });
    this.#settler = new MailSettler(cwd, rulebook.rules);
  }

  /** @param path of the mail, relative to the folder, with forward slashes. */
  async lint(path: string, text: string): Promise<MailResult> {
    const result = await this.#linter.lint(path, () => ({ text }));
    return this.#settler.settle(path, result);
  }

  /** Whether settings have changed since this was last asked about a mail; the project has then to be made anew. */
  async hasChanged(path: string): Promise<boolean> {
    const stamp = await settingsStamp(this.cwd, path);
    const before = this.#stamps.get(path);
    this.#stamps.set(path, stamp);
    return before !== undefined && before !== stamp;
  }
}
