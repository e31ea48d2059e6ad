import type { Finding } from '../checks/Finding.js';
import { formatOf } from '../formats/formatOf.js';
import type { FileReport, RunProblem } from '../linter/LintReport.js';
import type { MailType } from '../mail/Mail.js';
import type { MappedText } from '../mail/MappedText.js';
import { SourceLines } from '../mail/SourceLines.js';
import { languageOfPath } from './languageOfPath.js';
import { locateQuote } from './locateQuote.js';
import type { LabelName, Measured } from './Measured.js';
import { type Match, matchFindings, type PlacedLabel } from './matchFindings.js';
import type { Outcome } from './Outcome.js';
import type { RuleChoice } from './RuleChoice.js';
import { type Label, type MailLabels, type ReadMailLabels, readMailLabels } from './readMailLabels.js';
import { readTextFile } from './readTextFile.js';
import { readVisibleWordsOf } from './readVisibleWordsOf.js';
import type { InferredType } from './summarizeTypes.js';
import type { TestedLinter } from './TestedLinter.js';

export interface LabelledMail {
  readonly path: string;
  /** The file of labels. */
  readonly labels: string;
}

/** Lints labelled mails and holds the findings against the labels, as `matchFindings` says. */
export async function measureMails(
  mails: readonly LabelledMail[],
  cwd: string,
  choice: RuleChoice,
  linter: TestedLinter,
): Promise<Measured> {
  const report = await linter.lintMails(mails.map(({ path }) => path));
  const reports = new Map(report.files.map((file) => [file.path, file]));
  const failed = new Set(report.problems.map(({ path }) => path));
  const problems: RunProblem[] = [...report.problems];
  const measured: MeasuredMail[] = [];
  for (const mail of mails) {
    const { labels, problems: labelProblems } = await readLabelFile(mail.labels, cwd, choice);
    problems.push(...labelProblems);
    const file = reports.get(mail.path);
    if (file !== undefined && labels !== undefined) {
      const inferred = linter.inferTypes(file)[0]?.type;
      measured.push(measureMail(mail, file, labels, choice, inferred));
    } else if (file === undefined && !failed.has(mail.path)) {
      problems.push({ path: mail.path, message: 'The linter gave no report on this mail, so it is not measured.' });
    }
  }
  return {
    outcomes: measured.flatMap(({ outcomes }) => outcomes),
    files: measured.map(({ path, language }) => ({ kind: 'mail', path, language, size: 1 })),
    problems: [...problems, ...measured.flatMap((mail) => mail.problems)],
    labels: measured.flatMap((mail) => mail.labels),
    types: measured.flatMap((mail) => mail.types),
  };
}

async function readLabelFile(path: string, cwd: string, choice: RuleChoice): Promise<ReadMailLabels> {
  const { text, problems } = await readTextFile(path, cwd);
  return problems.length > 0 ? { labels: undefined, problems } : readMailLabels(text, path, choice.known);
}

interface MeasuredMail {
  readonly path: string;
  readonly language: string;
  readonly outcomes: readonly Outcome[];
  readonly problems: readonly RunProblem[];
  readonly labels: readonly LabelName[];
  readonly types: readonly InferredType[];
}

function measureMail(
  mail: LabelledMail,
  file: FileReport,
  labels: MailLabels,
  choice: RuleChoice,
  inferred: MailType | undefined,
): MeasuredMail {
  const language = labels.language ?? languageOfPath(mail.path) ?? file.language ?? 'unknown';
  const isMeasured = ({ rule }: { readonly rule: string }) => choice.isMeasured(rule);
  const words = readVisibleWordsOf(file.source, formatOf(mail.path));
  const expect = placeLabels(labels.expect.filter(isMeasured), words);
  const tolerate = placeLabels(labels.tolerate.filter(isMeasured), words);
  const lost = [...expect, ...tolerate].filter(isLost);
  // Nobody can tell any more whether a finding of such a rule is right.
  const undecided = lost.map(({ rule }): PlacedLabel => ({ rule, places: 'anywhere' }));
  const match = matchFindings(
    expect.filter((label) => !isLost(label)),
    [...tolerate, ...undecided],
    file.findings.filter(isMeasured),
  );
  return {
    path: mail.path,
    language,
    outcomes: outcomesOf(match, file, { path: mail.path, language }),
    problems: lost.map(({ quote, line }) => ({ path: mail.labels, line, message: lostQuote(quote, mail.path) })),
    labels: labels.expect.map(({ rule }) => ({ about: 'rule', name: rule })),
    types: labels.types.length === 0 ? [] : [{ language, labelled: labels.types, inferred }],
  };
}

function outcomesOf(
  match: Match<Placed, Finding>,
  file: FileReport,
  mail: Pick<Outcome, 'path' | 'language'>,
): readonly Outcome[] {
  const lines = new SourceLines(file.source);
  const place = (offset: number | undefined) => {
    const position = offset === undefined ? undefined : lines.positionAt(offset);
    return { ...mail, line: position?.line, column: position?.column, passage: undefined };
  };
  const ofLabel = (verdict: Outcome['verdict'], label: Placed): Outcome => {
    const offset = label.places === 'anywhere' ? undefined : label.places[0]?.start;
    return { about: 'rule', name: label.rule, verdict, text: label.quote, ...place(offset) };
  };
  return [
    ...match.found.map((label) => ofLabel('found', label)),
    ...match.missed.map((label) => ofLabel('missed', label)),
    ...match.falseAlarms.map(
      ({ rule, text, range }): Outcome => ({
        about: 'rule',
        name: rule,
        verdict: 'false-alarm',
        text,
        ...place(range.start),
      }),
    ),
  ];
}

interface Placed extends Label, PlacedLabel {}

function placeLabels(labels: readonly Label[], words: readonly MappedText[]): readonly Placed[] {
  return labels.map((label) => ({
    ...label,
    places: label.quote === undefined ? 'anywhere' : locateQuote(words, label.quote),
  }));
}

function isLost(label: Placed): boolean {
  return label.places.length === 0;
}

function lostQuote(quote: string | undefined, path: string): string {
  return `The quote "${quote ?? ''}" does not stand in ${path}. Quote the words as a reader of the mail sees them.`;
}
