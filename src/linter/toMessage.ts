import { VFileMessage } from 'vfile-message';
import type { Finding, RelatedPlace, Severity } from '../checks/Finding.js';
import type { SourceLines } from '../mail/SourceLines.js';

/** A finding as the unified ecosystem's tools take it. */
export interface TactfulMessage extends VFileMessage {
  readonly severity: Severity;
  readonly related: readonly RelatedPlace[];
  /** Ids of law and guidance. */
  readonly references: readonly string[];
}

/**
 * Makes a message of a finding. Errors are fatal, warnings are not, and info has no `fatal`, as vfile wants it.
 *
 * @param lines the source that the finding's range is in.
 * @param path of the file, for the message's name.
 * @example toMessage(finding, new SourceLines(source), 'mail.md').ruleId // 'coercive-deadline'
 */
export function toMessage(finding: Finding, lines: SourceLines, path: string): TactfulMessage {
  const { range, severity, related, references } = finding;
  const place = {
    start: { ...lines.positionAt(range.start), offset: range.start },
    end: { ...lines.positionAt(range.end), offset: range.end },
  };
  const message = new VFileMessage(finding.message, { place, ruleId: finding.rule, source: 'tactful' });
  const fatal = { error: true, warning: false, info: undefined }[severity];
  return Object.assign(message, {
    file: path,
    fatal,
    actual: finding.text,
    expected: [...finding.suggestions],
    note: finding.advice,
    severity,
    related,
    references,
  });
}
