/**
 * The day that counts: that of `SOURCE_DATE_EPOCH` (seconds, https://reproducible-builds.org/specs/source-date-epoch/), so
 * that a run can be done again and come out the same, else today in UTC.
 *
 * @returns an ISO date.
 * @example dayOf({ SOURCE_DATE_EPOCH: '1764000000' }) // '2025-11-24'
 */
export function dayOf(environment: Readonly<Record<string, string | undefined>>, now: Date = new Date()): string {
  return momentOf(environment, now).toISOString().slice(0, 10);
}

/** The moment that counts; see `dayOf`. */
export function momentOf(environment: Readonly<Record<string, string | undefined>>, now: Date = new Date()): Date {
  const epoch = environment.SOURCE_DATE_EPOCH;
  if (epoch === undefined || !/^\d{1,11}$/u.test(epoch)) return now;
  return new Date(Number(epoch) * 1000);
}
