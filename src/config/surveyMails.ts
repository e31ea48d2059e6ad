import { formatOf } from '../formats/formatOf.js';
import { parseMail } from '../formats/parse.js';
import type { FileReport } from '../linter/LintReport.js';
import { normalizeTag } from '../rulebook/normalizeTag.js';
import type { Rulebook } from '../rulebook/Rulebook.js';
import { providerName } from './providerNames.js';

/** What mails show about how they are to be judged. */
export interface Survey {
  readonly mails: number;
  /** The sending service whose placeholders they hold most of; absent where none stands out. */
  readonly provider?: string;
  /** Tags of their languages, the most frequent first. */
  readonly languages: readonly string[];
  /** How many lack a way out that they ought to have. */
  readonly withoutWayOut: number;
}

/**
 * Looks through mails for what settings would say.
 *
 * @param files as they were linted without settings.
 */
export function surveyMails(files: readonly FileReport[], rulebook: Rulebook): Survey {
  const provider = likelyProvider(files, rulebook);
  return {
    mails: files.length,
    ...(provider === undefined ? {} : { provider }),
    languages: byFrequency(files.flatMap(({ language }) => (language === undefined ? [] : [language]))),
    withoutWayOut: files.filter(({ findings }) => findings.some(({ rule }) => rule === 'missing-opt-out')).length,
  };
}

/** Placeholders that several services know speak for none of them. */
function likelyProvider(files: readonly FileReport[], rulebook: Rulebook): string | undefined {
  const byTag = new Map<string, Set<string>>();
  for (const { tag, provider } of rulebook.linkRoles.tags) {
    byTag.set(tag, (byTag.get(tag) ?? new Set()).add(providerName(provider)));
  }
  const telling = files.flatMap((file) =>
    tagsIn(file, rulebook).flatMap((tag) => {
      const [provider, ...others] = byTag.get(tag) ?? [];
      return provider === undefined || others.length > 0 ? [] : [provider];
    }),
  );
  const [first, second] = byFrequency(telling);
  const countOf = (name: string | undefined) => telling.filter((provider) => provider === name).length;
  return first !== undefined && countOf(first) > 2 * countOf(second) ? first : undefined;
}

function tagsIn({ path, source }: FileReport, { templateTags, metadataLabels }: Rulebook): readonly string[] {
  const format = formatOf(path);
  if (format === undefined) return [];
  const { children } = parseMail(source, { format, templateTags, metadataLabels });
  const names = children.flatMap(({ placeholders, links }) => [
    ...placeholders.map(({ name }) => name),
    ...links.map(({ href }) => href),
  ]);
  return [...new Set(names.map(normalizeTag))];
}

function byFrequency(names: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort(([one, few], [other, many]) => many - few || (one < other ? -1 : 1)).map(([name]) => name);
}
