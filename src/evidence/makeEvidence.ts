import { readFile } from 'node:fs/promises';
import { posix, resolve } from 'node:path';
import type { Finding } from '../checks/Finding.js';
import { describeSettings } from '../config/describeSettings.js';
import { type SettingsChoice, SettingsReader } from '../config/SettingsReader.js';
import { findBaseline } from '../linter/baseline/readBaseline.js';
import { campaignFileName } from '../linter/CampaignReader.js';
import { exceptionsFileName } from '../linter/exceptions/ExceptionsReader.js';
import type { FileReport, LintReport } from '../linter/LintReport.js';
import type { Rulebook } from '../rulebook/Rulebook.js';
import type { Evidence } from './evidenceFile.js';
import { sha256 } from './sha256.js';

export interface EvidenceOptions extends SettingsChoice {
  /** Absolute path of the working folder. */
  readonly cwd: string;
  /** The version of Tactful. */
  readonly version: string;
  readonly created: Date;
  /** As for `lintFiles`. */
  readonly baseline?: string | false;
}

type MailEvidence = Evidence['mails'][number];

/** The record of a run: the same for the same inputs, version and moment. */
export async function makeEvidence(
  report: LintReport,
  rulebook: Rulebook,
  { cwd, version, created, baseline, ...choice }: EvidenceOptions,
): Promise<Evidence> {
  const reader = new SettingsReader(cwd, rulebook, choice);
  const settingsFiles = new Set<string>();
  const mails: MailEvidence[] = [];
  for (const file of report.files) {
    const { found } = await reader.settingsFor(file.path);
    const described = found ? describeSettings(found, rulebook) : undefined;
    for (const path of described?.files ?? []) settingsFiles.add(path);
    mails.push(mailEvidence(file, described ? settingsEvidence(described) : []));
  }
  const others = [...settingsFiles, ...companions(report.files), ...(await baselinePath(cwd, baseline))];
  const record: Omit<Evidence, 'sha256'> = {
    evidence: 1,
    created: created.toISOString(),
    tool: { name: 'tactful', version, rules: sha256(JSON.stringify(rulebook)) },
    references: referencesOf(rulebook),
    inputs: await inputsOf(report.files, others, cwd),
    mails,
    problems: report.problems.map(({ path, message }) => ({ ...(path === undefined ? {} : { path }), message })),
  };
  return { ...record, sha256: seal(record) };
}

/** The hash of a record without its own hash. */
export function seal(record: object): string {
  const content = Object.entries(record).filter(([key]) => key !== 'sha256');
  return sha256(JSON.stringify(content));
}

function mailEvidence(
  { path, findings, excepted = [], known = [] }: FileReport,
  settings: MailEvidence['settings'],
): MailEvidence {
  return {
    path,
    findings: findings.map(findingEvidence),
    excepted: excepted.map(({ finding, exception: { origin, reason, by, until } }) => ({
      finding: findingEvidence(finding),
      origin,
      reason,
      ...(by === undefined ? {} : { by }),
      ...(until === undefined ? {} : { until }),
    })),
    known: known.map(findingEvidence),
    settings,
  };
}

function findingEvidence({ rule, severity, fingerprint = '', text, range }: Finding): MailEvidence['known'][number] {
  return { rule, severity, fingerprint, text, range: { start: range.start, end: range.end } };
}

function settingsEvidence({ values, rules }: ReturnType<typeof describeSettings>): MailEvidence['settings'] {
  return [
    ...values,
    ...rules.flatMap(({ id, severity, ignorable, options }) => [
      { name: `rules.${id}.severity`, ...severity },
      ...(ignorable ? [{ name: `rules.${id}.ignorable`, ...ignorable }] : []),
      ...options.map(({ name, ...said }) => ({ name: `rules.${id}.options.${name}`, ...said })),
    ]),
  ];
}

function referencesOf({ references }: Rulebook): Evidence['references'] {
  const entries = Object.entries(references).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries.map(([id, { title, url, checked }]) => [id, { title, url, checked }]));
}

/** What may stand in the folders of mails and above them, up to the working folder. */
function companions(files: readonly FileReport[]): readonly string[] {
  const folders = new Set<string>(['.']);
  for (const { path } of files) {
    for (let folder = posix.dirname(path); !folders.has(folder) && !folder.startsWith('..') && folder !== '/'; ) {
      folders.add(folder);
      folder = posix.dirname(folder);
    }
  }
  return [...folders].flatMap((folder) => [
    posix.join(folder, campaignFileName),
    posix.join(folder, exceptionsFileName),
  ]);
}

async function baselinePath(cwd: string, chosen: string | false | undefined): Promise<readonly string[]> {
  if (chosen === false) return [];
  const file = chosen ?? (await findBaseline(cwd));
  return file === undefined ? [] : [posix.relative(cwd, resolve(cwd, file))];
}

async function inputsOf(
  files: readonly FileReport[],
  others: readonly string[],
  cwd: string,
): Promise<Evidence['inputs']> {
  const read = async (path: string): Promise<Uint8Array | undefined> =>
    readFile(resolve(cwd, path)).catch(() => undefined);
  const inputs: Evidence['inputs'] = [];
  for (const { path, source } of files) {
    inputs.push({ path, kind: 'mail', sha256: sha256((await read(path)) ?? source) });
  }
  for (const path of [...new Set(others)]) {
    const bytes = await read(path);
    if (bytes !== undefined) inputs.push({ path, kind: 'other', sha256: sha256(bytes) });
  }
  return inputs.sort((one, other) => (one.path < other.path ? -1 : 1));
}
