import type { Finding } from '../../checks/Finding.js';
import type { FileReport } from '../LintReport.js';
import type { BaselineMails, StaleEntry } from './Baseline.js';

export interface AppliedBaseline {
  /** With what the baseline knows set aside. */
  readonly files: readonly FileReport[];
  /** What it knows and nobody finds any more, as far as the mails were searched for it. */
  readonly stale: readonly StaleEntry[];
}

/**
 * Sets aside the findings that a baseline knows.
 *
 * @param files with fingerprints.
 * @param isSearched whether a rule has been able to find in a mail all that it could.
 * @example applyBaseline(files, new Map(), () => true).stale // []
 */
export function applyBaseline(
  files: readonly FileReport[],
  mails: BaselineMails,
  isSearched: (mail: string, rule: string) => boolean,
): AppliedBaseline {
  const stale: StaleEntry[] = [];
  const applied = files.map((file) => {
    const rules = mails.get(file.path);
    if (!rules) return file;
    const isKnown = ({ rule, fingerprint }: Finding) => rules.get(rule)?.has(fingerprint ?? '') ?? false;
    const known = file.findings.filter(isKnown);
    const found = new Set(known.map(({ rule, fingerprint }) => `${rule} ${fingerprint}`));
    for (const [rule, fingerprints] of rules) {
      if (!isSearched(file.path, rule)) continue;
      for (const one of fingerprints) {
        if (!found.has(`${rule} ${one}`)) stale.push({ mail: file.path, rule, fingerprint: one });
      }
    }
    if (known.length === 0) return file;
    return { ...file, findings: file.findings.filter((finding) => !isKnown(finding)), known };
  });
  return { files: applied, stale };
}
