/** A mail or a `campaign.yml` in a bundle. */
export interface BundledFile {
  /** Relative to the bundle, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

const opening = '=== ';

/**
 * Takes a small folder apart that is written as one text: a line `=== 01-first.md` stands before each file.
 *
 * @throws RangeError for a text that doesn't begin with such a line.
 * @example readBundle('=== campaign.yml\ntype: consent\n=== 01.md\nMay we?').map(({ path }) => path)
 */
export function readBundle(bundle: string): readonly BundledFile[] {
  if (!bundle.startsWith(opening)) throw new RangeError(`Expected “${opening}NAME” as the first line of a folder.`);
  return bundle
    .split(/^=== /mu)
    .slice(1)
    .map((part) => {
      const end = part.indexOf('\n');
      const [path, text] = end < 0 ? [part, ''] : [part.slice(0, end), part.slice(end + 1)];
      return { path: path.trim(), text };
    });
}
