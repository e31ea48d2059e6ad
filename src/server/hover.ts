import { type Hover, MarkupKind, type Position } from 'vscode-languageserver/node';
import type { Finding } from '../checks/Finding.js';
import type { LintedMail } from '../linter/MailLinter.js';
import type { Rule } from '../rulebook/Rule.js';
import { type EditorTexts, editorTexts } from './editorTexts.js';
import type { JudgedDocument } from './JudgedDocument.js';
import { rangeIn } from './toDiagnostics.js';

/** What is known about a place: the findings there, and on the first line what the mail is and says. */
export function hover(position: Position, { document, result }: JudgedDocument): Hover | null {
  const { linted } = result;
  if (linted === undefined) return null;
  const texts = editorTexts(linted.report.language);
  const offset = document.offsetAt(position);
  const found = linted.report.findings.filter(({ range }) => range.start <= offset && offset < range.end);
  const sections = [
    ...(position.line === 0 ? [aboutMail(linted, texts)] : []),
    ...found.map((finding) => aboutFinding(finding, linted, texts)),
  ];
  if (sections.length === 0) return null;
  const [first] = found;
  const value = sections.join('\n\n---\n\n');
  return {
    contents: { kind: MarkupKind.Markdown, value },
    ...(first && found.length === 1 ? { range: rangeIn(document, first.range) } : {}),
  };
}

/** Types, what the mail says, and what it lacks of what its type must have. */
function aboutMail({ report, reading, rulebook }: LintedMail, texts: EditorTexts): string {
  const types = report.types.map(({ type, confidence }) => {
    const how = reading.typesAreDeclared ? texts.declared : `${Math.round(confidence * 100)} %`;
    return `${texts.typeNames[type]} (${how})`;
  });
  const says = report.says.map((conveyance) => texts.conveyances[conveyance]);
  const lacks = report.findings.flatMap(({ rule: id }) => {
    const rule = rulebook.rules.find((candidate) => candidate.id === id);
    return rule?.check === 'required' ? [lackedBy(rule, texts)] : [];
  });
  const line = (label: string, items: readonly string[], none: string): string =>
    `**${label}** ${items.length === 0 ? none : [...new Set(items)].map(escaped).join(', ')}`;
  return [
    line(texts.types, types.slice(0, 2), texts.unknownType),
    line(texts.says, says, texts.nothing),
    line(texts.lacks, lacks, texts.nothing),
  ].join('\n\n');
}

function lackedBy(rule: Extract<Rule, { check: 'required' }>, texts: EditorTexts): string {
  return 'says' in rule.requires ? texts.conveyances[rule.requires.says] : texts.conveyances['opt-out'];
}

function aboutFinding(finding: Finding, { report, rulebook }: LintedMail, texts: EditorTexts): string {
  const rule = rulebook.rules.find(({ id }) => id === finding.rule);
  const description = rule?.description[report.language ?? 'en'] ?? rule?.description.en;
  const better = finding.suggestions.map((suggestion) => `- ${escaped(suggestion)}`);
  const references = finding.references.flatMap((id) => {
    const reference = rulebook.references[id];
    return reference ? [`- [${escaped(reference.title)}](${reference.url})`] : [];
  });
  return [
    `**${finding.rule}**${description === undefined ? '' : ` · ${escaped(description)}`}`,
    escaped(finding.message),
    escaped(finding.advice),
    ...(better.length === 0 ? [] : [`${texts.better}\n\n${better.join('\n')}`]),
    ...(references.length === 0 ? [] : [`${texts.references}\n\n${references.join('\n')}`]),
  ].join('\n\n');
}

/** Messages hold words of the mail, which must not become links or pictures. */
function escaped(text: string): string {
  return text.replaceAll(/[\\`*_{}[\]<>#|!]/gu, '\\$&').replaceAll(/\s+/gu, ' ');
}
