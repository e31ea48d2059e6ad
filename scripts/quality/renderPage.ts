import { type Interval, wilsonInterval } from '../../src/evaluation/wilsonInterval.js';
import type { AuthorFigures, Counts, MeasuredOutput } from './AuthorFigures.js';
import { bootstrapF1, f1Of, sumOf } from './bootstrapF1.js';
import type { Experiments, LanguageScores, PeerCounts, PublicCounts, Totals } from './PageData.js';
import { errorTargets, targets } from './targets.js';

/** All that the page is made of; a missing part leaves out its section. */
export interface PageParts {
  readonly authors: readonly AuthorFigures[];
  readonly totals: Totals;
  readonly public?: PublicCounts;
  readonly peers?: PeerCounts;
  readonly experiments: ReadonlyMap<string, Experiments>;
}

type Row = readonly string[];

/** The page `docs/quality.md`. */
export function renderPage(parts: PageParts): string {
  const sections = [
    introduction,
    ...parts.authors.flatMap((figures) => authorSections(figures, parts.totals)),
    errorSection(parts.authors),
    aloneSection(parts.authors),
    wholeMailSection(parts.totals),
    typeSection(parts.totals),
    ...(parts.public ? [publicSection(parts.public)] : []),
    ...(parts.peers ? [peerSection(parts.peers, parts.authors)] : []),
    ...(parts.experiments.size > 0 ? [experimentSection(parts.experiments)] : []),
    commands,
  ];
  return `${sections.join('\n\n')}\n`;
}

const introduction = `# How good it is

This page is written by \`npm run quality:docs\`; what it is made of stands in \`docs/quality/\`. All text that is measured on
was written for the purpose by authors apart from each other, and about half of the passages only look like a finding
([corpus/README.md](../corpus/README.md)), so that figures are lower than on ordinary mail, where little is to be found.

Figures for **authors left out**: for each author a model is trained on all others, with thresholds that the author had no
part in, and the linter is run with it on that author's passages. Words and frames were written by people who had read
most of these passages, so frames look better here than on strangers' text. **Held out** are two authors a language whom
nobody has read; their totals come from the linter as it is shipped. Where the two differ, believe the second.

Brackets hold 95 % intervals: Wilson's for precision and recall, for F1 from drawing authors anew 2,000 times. A target that
is reached is marked with ✓, one that is missed with ✗; it is held against F1 on the authors left out.`;

function authorSections(figures: AuthorFigures, { heldOut }: Totals): readonly string[] {
  const scores = heldOut.find(({ language }) => language === figures.language);
  const title = `## ${nameOf(figures.language)}: authors left out`;
  const count = `${figures.outputs[0]?.authors.length ?? 0} authors, ${figures.passages} passages.`;
  return [`${title}\n\n${count}`, outputTable(usedOutputs(figures), scores), partTable(usedOutputs(figures))];
}

/** Rules first, then what is said. */
function usedOutputs({ outputs }: AuthorFigures): readonly MeasuredOutput[] {
  return [...outputs].filter(isUsed).sort((a, b) => Number(a.isConveyed) - Number(b.isConveyed));
}

function isUsed({ authors }: MeasuredOutput): boolean {
  return sumOf(authors.map(({ together }) => together)).some((count) => count > 0);
}

function labelOf({ name, isConveyed }: Pick<MeasuredOutput, 'name' | 'isConveyed'>): string {
  return isConveyed ? `says: ${name}` : name;
}

function outputTable(outputs: readonly MeasuredOutput[], heldOut: LanguageScores[number] | undefined): string {
  const rows = outputs.map((output): Row => {
    const perAuthor = output.authors.map(({ together }) => together);
    const all = sumOf(perAuthor);
    const [right, wrong, missed] = all;
    return [
      labelOf(output),
      ...all.map(String),
      shareWith(right, right + wrong),
      shareWith(right, right + missed),
      `${figure(f1Of(all))} ${bracket(bootstrapF1(perAuthor))}`.trim(),
      targetCell(labelOf(output), f1Of(all)),
      heldOutCell(output, heldOut),
    ];
  });
  const head = [
    '',
    'right',
    'false',
    'missed',
    'precision',
    'recall',
    'F1',
    'target',
    'held out: right, false, missed, F1',
  ];
  return table(head, rows);
}

function targetCell(name: string, f1: number | undefined): string {
  const target = targets[name];
  if (target === undefined) return '–';
  return `${target.toFixed(2)} ${f1 !== undefined && f1 >= target ? '✓' : '✗'}`;
}

function heldOutCell({ name, isConveyed }: MeasuredOutput, scores: LanguageScores[number] | undefined): string {
  const score = (isConveyed ? scores?.says : scores?.rules)?.find((one) => one.name === name);
  if (!score) return '–';
  const counts: Counts = [score.found, score.falseAlarms, score.expected - score.found];
  return `${counts.join(', ')}, ${figure(f1Of(counts))}`;
}

function partTable(outputs: readonly MeasuredOutput[]): string {
  const cells = (counts: Counts): Row => {
    const [right, wrong, missed] = counts;
    if (right + wrong === 0) return ['–', '–', '–'];
    return [figure(right / (right + wrong)), figure(share(right, right + missed)), figure(f1Of(counts))];
  };
  const rows = outputs.map((output): Row => {
    const frames = sumOf(output.authors.map((author) => author.frames));
    const scorer = sumOf(output.authors.map((author) => author.scorer));
    const together = sumOf(output.authors.map((author) => author.together));
    return [labelOf(output), ...cells(frames), ...cells(scorer), figure(f1Of(together))];
  });
  const head = ['', 'frames: P', 'R', 'F1', 'scorer: P', 'R', 'F1', 'both: F1'];
  return `What the parts do alone, the scorer with the thresholds that training would choose for it:\n\n${table(head, rows)}`;
}

function errorSection(authors: readonly AuthorFigures[]): string {
  const rows = authors.map(({ language, errors }): Row => {
    const counts = sumOf(errors.map((error) => error.counts));
    const [right, wrong, missed] = counts;
    const precision = mark(share(right, right + wrong), errorTargets.precision);
    const recall = mark(share(right, right + missed), errorTargets.recall);
    const cells = [`${shareWith(right, right + wrong)} ${precision}`, `${shareWith(right, right + missed)} ${recall}`];
    return [nameOf(language), ...counts.map(String), ...cells];
  });
  return `## Findings of severity error

All rules about words together, authors left out. Only labels of rules that report errors, in mails in which they may, count
as missed; most of them are reported as warnings. Targets: precision ${errorTargets.precision.toFixed(2)}, recall ${errorTargets.recall.toFixed(2)}.

${table(['', 'right', 'wrong', 'no error', 'precision', 'recall'], rows)}`;
}

function aloneSection(authors: readonly AuthorFigures[]): string {
  const cell = ({ found, right }: MeasuredOutput['both']): string =>
    found === 0 ? '–' : `${figure(right / found)} (${right} of ${found})`;
  const rows = authors.flatMap(({ language, outputs }) =>
    outputs
      .filter(isUsed)
      .map(
        (output): Row => [
          language,
          labelOf(output),
          cell(output.both),
          cell(output.framesOnly),
          cell(output.scorerOnly),
        ],
      ),
  );
  return `## Who is right when only one speaks

How often there is a label where frames and scorer (at its threshold beside frames) both find something, where only a frame
does, and where only the scorer does. The linter drops a frame's finding where the scorer's score is very low, so not all
of the middle column is reported.

${table(['', '', 'both', 'frame alone', 'scorer alone'], rows)}`;
}

function wholeMailSection({ mails, fixtures }: Totals): string {
  const rowsOf = (scores: LanguageScores) =>
    scores.flatMap(({ language, rules }) =>
      rules.map(({ name, expected, found, falseAlarms }): Row => {
        const f1 = f1Of([found, falseAlarms, expected - found]);
        const precision = share(found, found + falseAlarms);
        return [
          language,
          name,
          ...[expected, found, falseAlarms].map(String),
          figure(precision),
          figure(share(found, expected)),
          figure(f1),
        ];
      }),
    );
  const head = ['', '', 'expected', 'found', 'false', 'precision', 'recall', 'F1'];
  return `## Whole mails

The mails of \`corpus/\`: rules about structure are tuned on them, and the model has seen all but the mail files.

${table(head, rowsOf(mails))}

\`fixtures/\`: their author knew no vocabulary; mistakes on them were mended, and the model has seen them.

${table(head, rowsOf(fixtures))}`;
}

function typeSection({ mailTypes }: Totals): string {
  const row = (name: string, { mails, right, unknown }: Totals['mailTypes']['overall']): Row => [
    name,
    ...[mails, right, unknown].map(String),
    shareWith(right, mails),
  ];
  const rows = [
    ...mailTypes.types.map((score) => row(score.type, score)),
    ...mailTypes.languages.map((score) => row(nameOf(score.language), score)),
    row('**all mails**', mailTypes.overall),
  ];
  return `## Types of mails

How often the type is inferred rightly when nothing is declared, on the mails of \`corpus/\`. A mail of two types counts with
either; one of which nothing is inferred is wrong.

${table(['', 'mails', 'right', 'unknown', 'accuracy'], rows)}`;
}

function publicSection({ about, repositories }: PublicCounts): string {
  const rules = [...new Set(repositories.flatMap(({ findings }) => Object.keys(findings)))].sort();
  const cell = (list: PublicCounts['repositories'], rule: string): string => {
    const found = list.reduce((sum, { findings }) => sum + (findings[rule]?.findings ?? 0), 0);
    const errors = list.reduce((sum, { findings }) => sum + (findings[rule]?.errors ?? 0), 0);
    return errors === 0 ? String(found) : `${found} (${errors} ${errors === 1 ? 'error' : 'errors'})`;
  };
  const rowOf = (name: string, list: PublicCounts['repositories']): Row => [
    name,
    String(list.reduce((sum, { files }) => sum + files, 0)),
    ...rules.map((rule) => cell(list, rule)),
  ];
  const rows = [...repositories.map((one) => rowOf(inCell(one.name), [one])), rowOf('**all**', repositories)];
  return `## Public templates\n\n${about}\n\n${table(['repository', 'files', ...rules.map((rule) => `\`${inCell(rule)}\``)], rows)}`;
}

function peerSection({ bad, fair, peers }: PeerCounts, authors: readonly AuthorFigures[]): string {
  const own = authors.find(({ language }) => language === 'en')?.flagged;
  const rows = [
    ...(own
      ? [
          [
            'Tactful, rules about words, authors left out',
            shareWith(own.bad.flagged, own.bad.passages),
            shareWith(own.fair.flagged, own.fair.passages),
          ],
        ]
      : []),
    ...peers.map((peer): Row => [inCell(peer.name), shareWith(peer.bad, bad), shareWith(peer.fair, fair)]),
  ];
  return `## Other linters on the same passages

No linter that we know of looks for what Tactful looks for, so this is no contest: alex finds insensitive and unequal words,
write-good passive voice, wordiness and weak words, textlint here misspellings, clichés and inconsistent terms, and they
may be right each time. It shows that none of them tells a fair passage from an unfair one. Counted is any report at all,
on the ${bad} English passages with a label and the ${fair} without.

${table(['', 'unfair passages flagged', 'fair passages flagged'], rows)}`;
}

function experimentSection(experiments: ReadonlyMap<string, Experiments>): string {
  const names = [...new Set([...experiments.values()].flatMap((of) => Object.keys(of)))];
  const languages = [...experiments.keys()];
  const mean = (
    list: Experiments[string] | undefined,
    key: 'averagePrecision' | 'f1',
    isConveyed: boolean,
  ): number | undefined => {
    const chosen = (list ?? []).filter(({ output }) => output.startsWith('says:') === isConveyed);
    return chosen.length === 0 ? undefined : chosen.reduce((sum, one) => sum + one[key], 0) / chosen.length;
  };
  const rows = names.map((name): Row => {
    const lists = languages.map((language) => experiments.get(language)?.[name]);
    return [
      name,
      lists.map((list) => figure(mean(list, 'averagePrecision', false))).join(' / '),
      lists.map((list) => figure(mean(list, 'f1', false))).join(' / '),
      lists.map((list) => figure(mean(list, 'averagePrecision', true))).join(' / '),
      lists.map((list) => figure(mean(list, 'f1', true))).join(' / '),
    ];
  });
  const head = ['', 'rules: average precision', 'F1', 'says: average precision', 'F1'];
  return `## What was tried on the scorer

The scorer alone with one thing done differently, leaving four authors out at a time, without pruning and rounding; means over
all rules and all things said (${languages.map(nameOf).join(' / ')}). F1 is at the best threshold, so it flatters all rows alike.

${table(head, rows)}`;
}

const commands = `## Doing it again

| what | how |
| --- | --- |
| this page, all but what is below | \`npm run quality:docs\` (some minutes) |
| the page from the figures that are there | \`npm run quality:docs -- --render\` |
| public templates | \`npm run quality:docs -- --public counts.json\`; the counts are kept in \`docs/quality/public.json\` |
| other linters | \`npm install --prefix bench/peers\`, then \`npx tsx bench/peers/measurePeers.ts\` |
| what was tried on the scorer | \`nice -n 15 npx tsx bench/scorer-experiments.ts\` (some minutes for each row) |
| misses and false alarms one by one | \`npx tactful test corpus\` |`;

function table(head: Row, rows: readonly Row[]): string {
  const line = (cells: Row): string => `| ${cells.join(' | ')} |`;
  const isText = (column: number): boolean => rows.every((row) => !/^[\d–]/u.test(row[column] ?? ''));
  const rule = head.map((_, column) => (isText(column) ? '---' : '---:'));
  return [line(head), line(rule), ...rows.map(line)].join('\n');
}

function shareWith(part: number, whole: number): string {
  return `${figure(share(part, whole))} ${bracket(wilsonInterval(part, whole))}`.trim();
}

function share(part: number, whole: number): number | undefined {
  return whole === 0 ? undefined : part / whole;
}

function figure(value: number | undefined): string {
  return value === undefined ? '–' : value.toFixed(3);
}

function bracket(interval: Interval | undefined): string {
  return interval === undefined ? '' : `[${interval.low.toFixed(2)}, ${interval.high.toFixed(2)}]`;
}

function mark(value: number | undefined, target: number): string {
  return value !== undefined && value >= target ? '✓' : '✗';
}

function nameOf(language: string): string {
  return new Intl.DisplayNames('en', { type: 'language' }).of(language) ?? language;
}

/** Names from outside cannot end a cell or begin markup. */
function inCell(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N} ./,@_-]/gu, '');
}
