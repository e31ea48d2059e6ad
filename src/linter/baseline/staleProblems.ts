import { access } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { RunProblem } from '../LintReport.js';
import type { Baseline, StaleEntry } from './Baseline.js';

/**
 * What to tell of a baseline that knows more than there is.
 *
 * @param stale what was not found again in mails that were linted.
 * @param gone mails that are not there any more.
 */
export function staleProblems(
  { path, mails }: Baseline,
  stale: readonly StaleEntry[],
  gone: readonly string[],
): readonly RunProblem[] {
  const missing = gone.map((mail) => [...(mails.get(mail)?.values() ?? [])].reduce((sum, { size }) => sum + size, 0));
  const count = missing.reduce((sum, number) => sum + number, stale.length);
  if (count === 0) return [];
  const names = [...new Set([...stale.map(({ mail }) => mail), ...gone])].sort();
  const shown = names.slice(0, mostNamed).join(', ');
  const more = names.length > mostNamed ? ` and ${names.length - mostNamed} more` : '';
  const what = count === 1 ? '1 finding that it knows is' : `${count} findings that it knows are`;
  const message = `${what} gone, in ${shown}${more}. “tactful baseline --prune” takes them out.`;
  return [{ path, message, level: 'warning' }];
}

const mostNamed = 5;

/** The mails of a baseline that are not there any more. */
export async function goneMails(
  { mails }: Baseline,
  linted: ReadonlySet<string>,
  cwd: string,
): Promise<readonly string[]> {
  const others = [...mails.keys()].filter((mail) => !linted.has(mail));
  const isGone = await Promise.all(
    others.map((mail) =>
      access(resolve(cwd, mail)).then(
        () => false,
        () => true,
      ),
    ),
  );
  return others.filter((_, index) => isGone[index] === true);
}
