import { byCodeUnits } from '../byCodeUnits.js';
import type { FileReport } from '../LintReport.js';
import type { BaselineMails } from './Baseline.js';

/** The findings of mails as a baseline knows them, those that it knows already among them. */
export function baselineOf(files: readonly FileReport[]): BaselineMails {
  return new Map(
    files.map(({ path, findings, known = [] }) => {
      const rules = new Map<string, Set<string>>();
      for (const { rule, fingerprint } of [...findings, ...known]) {
        if (fingerprint === undefined) continue;
        rules.set(rule, (rules.get(rule) ?? new Set()).add(fingerprint));
      }
      return [path, rules] as const;
    }),
  );
}

/**
 * The text of a baseline file: sorted and one fingerprint a line, so that changes to it are easy to review and to merge.
 *
 * @param shown the path of a mail as the file is to name it: from its own folder, with forward slashes.
 */
export function baselineText(mails: BaselineMails, shown: (mail: string) => string): string {
  const entries = [...mails]
    .filter(([, rules]) => [...rules.values()].some(({ size }) => size > 0))
    .map(([mail, rules]) => [shown(mail), rulesData(rules)] as const)
    .sort(([one], [other]) => byCodeUnits(one, other));
  return `${JSON.stringify({ version: 1, mails: Object.fromEntries(entries) }, null, 2)}\n`;
}

function rulesData(rules: ReadonlyMap<string, ReadonlySet<string>>): Readonly<Record<string, readonly string[]>> {
  const entries = [...rules]
    .filter(([, { size }]) => size > 0)
    .map(([rule, fingerprints]) => [rule, [...fingerprints].sort()] as const);
  return Object.fromEntries(entries.sort(([one], [other]) => byCodeUnits(one, other)));
}
