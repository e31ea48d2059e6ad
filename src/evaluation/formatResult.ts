import { createColors } from 'picocolors';
import { oneLine } from '../reporters/shared/printable.js';
import { formatTable } from './formatTable.js';
import type { Outcome } from './Outcome.js';
import type { Score } from './score.js';
import type { TypeFigures, TypeScore } from './summarizeTypes.js';
import type { Figures, Scores, TestResult } from './TestResult.js';
import type { Interval } from './wilsonInterval.js';

type Colors = ReturnType<typeof createColors>;

/** Columns that a quoted passage may take. */
const maximumQuote = 100;

/**
 * Writes a result for the terminal: what was measured, the table, the misses and the false alarms. Each `±` is half
 * the width of the 95 % Wilson interval.
 */
export function formatResult(result: TestResult, color: boolean): string {
  const colors = createColors(color);
  const sections = [
    introduction(result),
    ...figureSections(result.open, result.heldOut === undefined ? '' : 'Not held out, ', colors),
    ...(result.heldOut === undefined ? [] : figureSections(result.heldOut, 'Held out, ', colors)),
    ...(result.mailTypes === undefined ? [] : [typeSection(result.mailTypes, colors)]),
    ...outcomeSection('Misses', result.misses, colors),
    ...outcomeSection('False alarms', result.falseAlarms, colors),
  ];
  return `${sections.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function introduction(result: TestResult): readonly string[] {
  const lists = result.files.length;
  const lines = [
    `Measured on ${counted(result.mails, 'mail')} and ${counted(result.passages, 'passage')} in ${counted(lists, 'list')}.`,
  ];
  if (result.unsupported.length > 0) {
    const examples = `the first is ${oneLine(result.unsupported[0] ?? '')}`;
    lines.push(
      `Left out: ${counted(result.unsupported.length, 'labelled mail')} in a format that cannot be linted (${examples}).`,
    );
  }
  if (result.unmeasured.length > 0) {
    const labels = result.unmeasured.map(({ about, name, labels }) => `${displayName(about, name)} (${labels})`);
    lines.push(`Left out: labels that there is no check for yet: ${labels.join(', ')}.`);
  }
  return lines;
}

function displayName(about: Outcome['about'], name: string): string {
  return about === 'says' ? `says: ${name}` : oneLine(name);
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function figureSections(figures: Figures, prefix: string, colors: Colors): readonly (readonly string[])[] {
  const heading = (text: string) => colors.bold(text.charAt(0).toUpperCase() + text.slice(1));
  const all = [heading(`${prefix}all languages`), ...scoreTable(figures, colors)];
  if (figures.languages.length < 2) return [all];
  const each = figures.languages.map((scores) => [
    heading(`${prefix}language: ${oneLine(scores.language)}`),
    ...scoreTable(scores, colors),
  ]);
  return [all, ...each];
}

const header = ['', 'expected', 'found', 'missed', 'false alarms', 'precision', 'recall', 'F1'];

function scoreTable(scores: Scores, colors: Colors): readonly string[] {
  const rows = [
    header,
    ...scores.rules.map((rule) => scoreRow(oneLine(rule.name), rule)),
    scoreRow('all rules', scores.overall),
    ...scores.says.map((said) => scoreRow(`says: ${said.name}`, said)),
    ...(scores.says.length === 0 ? [] : [scoreRow('says: all', scores.saysOverall)]),
  ];
  return formatTable(rows).map((line) => (/^(?: |all rules|says: all)/.test(line) ? colors.bold(line) : line));
}

function scoreRow(name: string, score: Score): readonly string[] {
  const counts = [score.expected, score.found, score.missed, score.falseAlarms].map(String);
  const precision = shareCell(score.precision, score.precisionInterval);
  const recall = shareCell(score.recall, score.recallInterval);
  return [name, ...counts, precision, recall, shareCell(score.f1, undefined)];
}

/** How well types are inferred; for the terminal the figures of the types that mails are labelled with. */
function typeSection({ overall, languages, types }: TypeFigures, colors: Colors): readonly string[] {
  const rows = [
    ['', 'mails', 'right', 'unknown', 'accuracy'],
    ...types.map((score) => typeRow(score.type, score)),
    ...languages.map((score) => typeRow(`language: ${oneLine(score.language)}`, score)),
    typeRow('all mails', overall),
  ];
  return [
    colors.bold('Types of mails, inferred as if none were declared'),
    ...formatTable(rows).map((line) => (/^(?: |all mails)/.test(line) ? colors.bold(line) : line)),
  ];
}

function typeRow(name: string, { mails, right, unknown, accuracy, accuracyInterval }: TypeScore): readonly string[] {
  return [name, String(mails), String(right), String(unknown), shareCell(accuracy, accuracyInterval)];
}

function shareCell(share: number | undefined, interval: Interval | undefined): string {
  if (share === undefined) return '–';
  return interval === undefined
    ? share.toFixed(3)
    : `${share.toFixed(3)} ±${((interval.high - interval.low) / 2).toFixed(3).replace(/^0/, '')}`;
}

function outcomeSection(heading: string, outcomes: readonly Outcome[], colors: Colors): readonly (readonly string[])[] {
  if (outcomes.length === 0) return [];
  return [[colors.bold(`${heading} (${outcomes.length})`), ...outcomes.map((outcome) => outcomeLine(outcome, colors))]];
}

function outcomeLine(outcome: Outcome, colors: Colors): string {
  const place = [oneLine(outcome.path), outcome.line, outcome.column].filter((part) => part !== undefined).join(':');
  const name = displayName(outcome.about, outcome.name);
  const passage = outcome.passage === undefined ? '' : `${oneLine(outcome.passage)}  `;
  const quote =
    outcome.text === undefined || outcome.text === '' ? '' : colors.dim(`  “${shortened(oneLine(outcome.text))}”`);
  return `  ${place}  ${passage}${colors.yellow(name)}${quote}`;
}

function shortened(text: string): string {
  const characters = [...text];
  return characters.length <= maximumQuote ? text : `${characters.slice(0, maximumQuote - 1).join('')}…`;
}
