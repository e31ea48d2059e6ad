import type { Finding, RelatedPlace, Replacement } from '../checks/Finding.js';
import { type Composition, type Located, locate, locateInMail } from '../mail/Composition.js';
import { SourceLines } from '../mail/SourceLines.js';

/** The findings in one of the files that a mail was put together from. */
export interface FindingsInFile {
  readonly path: string;
  readonly source: string;
  /** In source order. */
  readonly findings: readonly Finding[];
}

/**
 * Puts each finding of a mail into the file that holds its words.
 *
 * @param label what a report calls the tag in the mail that includes the file.
 * @returns the mail's own file first, then all others.
 */
export function placeFindings(
  findings: readonly Finding[],
  composition: Composition,
  label: string,
): readonly FindingsInFile[] {
  const places = new PlacesInFiles(composition, label);
  const files = composition.inclusions.map(
    ({ path, source }) => [path, { source, findings: [] as Finding[] }] as const,
  );
  const byPath = new Map(files);
  for (const finding of findings) {
    const { path, placed } = places.place(finding);
    byPath.get(path)?.findings.push(placed);
  }
  return [...byPath].map(([path, file]) => ({
    path,
    source: file.source,
    findings: file.findings.sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end),
  }));
}

class PlacesInFiles {
  readonly #composition: Composition;
  readonly #label: string;
  readonly #lines = new Map<string, SourceLines>();

  constructor(composition: Composition, label: string) {
    this.#composition = composition;
    this.#label = label;
  }

  place(finding: Finding): { readonly path: string; readonly placed: Finding } {
    const at = locate(this.#composition, finding.range);
    const { path } = this.#fileOf(at);
    const related = finding.related.map((place) => this.#related(place, path));
    const mail = this.#composition.inclusions[0];
    const isElsewhere = mail !== undefined && mail.path !== path;
    const tag = isElsewhere ? [this.#tagIn(finding, mail)] : [];
    const { fix, ...found } = finding;
    const placedFix = fix && this.#fix(fix, path);
    const placed = { ...found, range: at.range, related: [...related, ...tag] };
    return { path, placed: placedFix ? { ...placed, fix: placedFix } : placed };
  }

  /** What reaches over the end of a file can't be replaced in one. */
  #fix({ range, text }: Replacement, path: string): Replacement | undefined {
    const at = locate(this.#composition, range);
    const isWhole = at.range.end - at.range.start === range.end - range.start;
    return isWhole && this.#fileOf(at).path === path ? { range: at.range, text } : undefined;
  }

  #related(place: RelatedPlace, from: string): RelatedPlace {
    if (place.file !== undefined) return place;
    const at = locate(this.#composition, place.range);
    const { path, source } = this.#fileOf(at);
    return path === from
      ? { ...place, range: at.range }
      : this.#inOtherFile({ ...place, range: at.range }, path, source);
  }

  /** Where the mail includes the file. */
  #tagIn({ range }: Finding, { path, source }: { readonly path: string; readonly source: string }): RelatedPlace {
    const tag = locateInMail(this.#composition, range);
    return this.#inOtherFile({ label: this.#label, text: source.slice(tag.start, tag.end), range: tag }, path, source);
  }

  #inOtherFile(place: RelatedPlace, path: string, source: string): RelatedPlace {
    const lines = this.#lines.get(path) ?? new SourceLines(source);
    this.#lines.set(path, lines);
    const { start, end } = place.range;
    return { ...place, file: { path, start: lines.positionAt(start), end: lines.positionAt(end) } };
  }

  #fileOf({ inclusion }: Located): { readonly path: string; readonly source: string } {
    return this.#composition.inclusions[inclusion] ?? { path: '', source: '' };
  }
}
