import { isAboutWords } from '../../checks/isAboutWords.js';
import { nearestName } from '../../config/nearestName.js';
import type { Settings } from '../../config/Settings.js';
import type { Rule } from '../../rulebook/Rule.js';
import type { FileReport, RunProblem } from '../LintReport.js';
import { completeFingerprints } from '../withFingerprints.js';
import type { Exception } from './Exception.js';
import { ExceptionsReader } from './ExceptionsReader.js';
import type { KnownRules, NoteExceptions } from './noteExceptions.js';
import { exceptionProblem, hasRunOut, settleFindings } from './settleFindings.js';

/** What is known of a mail when its findings are settled. */
interface MailToSettle {
  readonly notes: NoteExceptions;
  readonly exceptions: readonly Exception[];
  readonly unignorable: ReadonlySet<string>;
  /** The rules that hold for the mail. */
  readonly active: ReadonlyMap<string, Rule>;
}

export interface SettlerOptions {
  /** Absolute path of the working folder. */
  readonly cwd: string;
  /** ISO date of the day that counts. */
  readonly day: string;
  /** Whether all mails below the working folder are linted, so that exceptions that meant none of them are of no use. */
  readonly isWhole: boolean;
  /** Whether exceptions count at all. */
  readonly isOff?: boolean;
  /** Where exceptions come from; read anew unless given. */
  readonly exceptions?: ExceptionsReader;
}

export interface SettledFiles {
  readonly files: readonly FileReport[];
  readonly problems: readonly RunProblem[];
}

const none: ReadonlySet<string> = new Set();
/** Nearly all mails let nothing pass, and a run may have very many. */
const noNotes: NoteExceptions = { exceptions: [], problems: [] };

/** Collects what mails and files let pass, and settles at the end what is left of the findings. */
export class FindingSettler {
  readonly #reader: ExceptionsReader;
  readonly #options: SettlerOptions;
  readonly #rules: Map<string, Rule>;
  readonly #mails = new Map<string, MailToSettle>();
  readonly #active = new WeakMap<readonly Rule[], ReadonlyMap<string, Rule>>();

  /** @param rules all rules, whether they hold for a mail or not. */
  constructor(options: SettlerOptions, rules: readonly Rule[]) {
    this.#options = options;
    this.#reader = options.exceptions ?? new ExceptionsReader(options.cwd);
    this.#rules = new Map(rules.map((rule) => [rule.id, rule]));
  }

  /** What names of rules are held against. */
  get knownRules(): KnownRules {
    return knownRules(this.#rules);
  }

  /** Takes in the rules that settings have brought along. */
  know(rules: readonly Rule[]): void {
    for (const rule of rules) if (!this.#rules.has(rule.id)) this.#rules.set(rule.id, rule);
  }

  /** Takes in a mail, before its findings are settled. */
  async add(path: string, notes: NoteExceptions, settings: Settings, rules: readonly Rule[]): Promise<void> {
    this.#mails.set(path, {
      notes: isEmpty(notes) ? noNotes : notes,
      exceptions: [...notes.exceptions, ...(await this.#reader.exceptionsFor(path))],
      unignorable: this.#unignorable(settings),
      active: this.#byId(rules),
    });
  }

  /** The reports without what may pass, and what is wrong with exceptions. */
  async complete(files: readonly FileReport[]): Promise<SettledFiles> {
    const used = new Set<Exception>();
    const problems: RunProblem[] = [];
    const settled = files.map((file) => {
      const findings = completeFingerprints(file.findings);
      const mail = this.#mails.get(file.path);
      if (!mail || this.#options.isOff === true) return { ...file, findings };
      const { day } = this.#options;
      const result = settleFindings(findings, mail.exceptions, { path: file.path, day, unignorable: mail.unignorable });
      for (const exception of result.used) used.add(exception);
      problems.push(...mail.notes.problems, ...result.problems, ...this.#idleNotes(mail, result.used));
      return {
        ...file,
        findings: result.findings,
        ...(result.excepted.length > 0 ? { excepted: result.excepted } : {}),
      };
    });
    if (this.#options.isOff === true) return { files: settled, problems: [] };
    const granted = await this.#reader.all();
    return {
      files: settled,
      problems: [...problems, ...granted.problems, ...this.#idleEntries(granted.exceptions, used)],
    };
  }

  /** Whether a rule has been able to find in a mail all that it could; one that nobody knows has nothing to find. */
  isSearched(path: string, rule: string): boolean {
    const known = this.#rules.get(rule);
    return known === undefined || this.#isSearched(this.#mails.get(path)?.active.get(rule));
  }

  /** Whether a rule judges words, so that its findings stand on lines of their own. */
  isAboutWords(rule: string): boolean {
    const known = this.#rules.get(rule);
    return known !== undefined && isAboutWords(known);
  }

  /** Worked out once for all mails that the same rules hold for. */
  #byId(rules: readonly Rule[]): ReadonlyMap<string, Rule> {
    const known = this.#active.get(rules) ?? new Map(rules.map((rule) => [rule.id, rule]));
    this.#active.set(rules, known);
    return known;
  }

  #unignorable(settings: Settings): ReadonlySet<string> {
    const rules = unignorableRules(settings);
    return rules.size === 0 ? none : rules;
  }

  #idleNotes({ notes, active }: MailToSettle, used: ReadonlySet<Exception>): readonly RunProblem[] {
    return notes.exceptions
      .filter((exception) => !used.has(exception) && this.#isSearched(active.get(exception.rule)))
      .map((exception) => exceptionProblem(exception, `${exception.rule} finds nothing here to ignore. Remove this.`));
  }

  #idleEntries(exceptions: readonly Exception[], used: ReadonlySet<Exception>): readonly RunProblem[] {
    return exceptions.flatMap((exception) => {
      const { rule, covers } = exception;
      if (used.has(exception)) return [];
      if (!this.#rules.has(rule)) {
        return [exceptionProblem(exception, `There is no rule “${rule}”.${this.knownRules.nearest(rule)}`)];
      }
      const path = covers.type === 'fingerprint' ? covers.path : undefined;
      const mail = path === undefined ? undefined : this.#mails.get(path);
      const isDecided = mail ? this.#isSearched(mail.active.get(rule)) : this.#options.isWhole;
      return isDecided ? [exceptionProblem(exception, idleEntry(exception, this.#options.day))] : [];
    });
  }

  /** Whether a rule has been able to find all that it could: those about several mails need all of them. */
  #isSearched(rule: Rule | undefined): boolean {
    return rule !== undefined && (rule.check !== 'campaign' || this.#options.isWhole);
  }
}

function isEmpty({ exceptions, problems }: NoteExceptions): boolean {
  return exceptions.length === 0 && problems.length === 0;
}

/** The rules that settings forbid to ignore. */
export function unignorableRules({ rules }: Settings): ReadonlySet<string> {
  return new Set([...rules].filter(([, { ignorable }]) => ignorable?.value === false).map(([id]) => id));
}

/** Rules to hold names against. */
export function knownRules(rules: ReadonlyMap<string, unknown>): KnownRules {
  return {
    has: (id) => rules.has(id),
    nearest: (id) => nearestName(id, rules.keys()) || ' “tactful rules” lists those there are.',
  };
}

function idleEntry(exception: Exception, day: string): string {
  const late = hasRunOut(exception, day) ? ` It ran out on ${exception.until}.` : '';
  return `No ${exception.rule} with this fingerprint is found any more: the sentence has changed or is gone.${late} Remove this.`;
}
