/**
 * A name that a mail shares with its translations: `mail.en.mjml` and `mail.de.mjml`; inside of a campaign also
 * `en/mail.mjml` and `de/mail.mjml`. The format makes no difference.
 *
 * @param languages tags of the languages that there are rules for.
 * @returns undefined for a mail whose name says no language.
 * @example translationKey('a/sale.en.mjml', undefined, ['en', 'de']) // 'a/sale.*'
 */
export function translationKey(
  path: string,
  campaign: string | undefined,
  languages: readonly string[],
): string | undefined {
  const segments = path.split('/');
  const name = segments.at(-1) ?? '';
  const folders = segments.slice(0, -1);
  const [stem = '', ...endings] = name.split('.');
  const tag = endings.find((ending) => languages.includes(ending));
  if (tag !== undefined) return [...folders, `${stem}.*`].join('/');
  const depth = campaign === undefined || campaign === '.' ? 0 : campaign.split('/').length;
  const at =
    campaign === undefined ? -1 : folders.findIndex((folder, index) => index >= depth && languages.includes(folder));
  return at < 0 ? undefined : [...folders.with(at, '*'), stem].join('/');
}
