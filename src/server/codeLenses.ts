import type { CodeLens } from 'vscode-languageserver/node';
import type { Severity } from '../checks/Finding.js';
import { editorTexts } from './editorTexts.js';
import type { JudgedDocument } from './JudgedDocument.js';

/** The line above a mail: what type it is of, in which language, and how much was found. */
export function codeLenses({ result }: JudgedDocument): CodeLens[] {
  const { linted } = result;
  if (linted === undefined) return [];
  const { types, language, findings } = linted.report;
  const texts = editorTexts(language);
  const [type] = types;
  const count = (severity: Severity): number => findings.filter((finding) => finding.severity === severity).length;
  const title = [
    type ? texts.typeNames[type.type] : texts.unknownType,
    ...(language === undefined ? [] : [texts.language]),
    texts.counts({ error: count('error'), warning: count('warning'), info: count('info') }),
  ].join(' · ');
  const top = { line: 0, character: 0 };
  // There is nothing to do by a click; an empty name of a command is how editors show a text alone.
  return [{ range: { start: top, end: top }, command: { title, command: '' } }];
}
