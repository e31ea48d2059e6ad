/**
 * The language that the names of a file and its folders tell: `passages-<language>-…`, `mails-<language>`.
 *
 * @param path with forward slashes.
 * @returns the tag as it stands, or undefined.
 * @example languageOfPath('corpus/mails-de/01-offer.md') // 'de'
 */
export function languageOfPath(path: string): string | undefined {
  for (const segment of path.split('/').reverse()) {
    const match = /^(?:passages|mails)-([a-z]{2,3})(?:[-.]|$)/.exec(segment);
    if (match !== null) return match[1];
  }
  return undefined;
}
