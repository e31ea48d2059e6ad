import { createHash } from 'node:crypto';
import type { Finding } from '../../checks/Finding.js';
import type { FileReport } from '../../linter/LintReport.js';

/**
 * A fingerprint for each finding of a file, in the order of the findings: made from the path, the rule and the words
 * that the reader sees, so that it survives edits elsewhere in the file, and changes when the passage does. Findings
 * that are alike in all three are told apart by their order.
 */
export function fingerprintFindings(file: FileReport): readonly string[] {
  const seen = new Map<string, number>();
  return file.findings.map((finding) => {
    const identity = identityOf(file.path, finding);
    const occurrence = (seen.get(identity) ?? 0) + 1;
    seen.set(identity, occurrence);
    return createHash('sha256').update(`${identity}\0${occurrence}`).digest('hex').slice(0, 32);
  });
}

function identityOf(path: string, finding: Finding): string {
  return [path, finding.rule, finding.text.split(/\s+/u).join(' ').trim()].join('\0');
}
