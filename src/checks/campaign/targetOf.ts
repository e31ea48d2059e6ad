/** Nothing that tells one request from another stands behind so many characters. */
const longestTarget = 500;

/**
 * What a link's target is for all readers of a mailing: host and path, without the query and with template tags and
 * whatever else is no plain word as `_`.
 *
 * @returns undefined for a home page, which every mail of a sender links to.
 * @example targetOf('https://shop.example/sale/{{ token }}/yes?u=1') // 'shop.example/sale/_/yes'
 */
export function targetOf(href: string): string | undefined {
  const [path = ''] = href.slice(0, longestTarget).trim().toLowerCase().split(/[?#]/u);
  const bare = path.replace(/^[a-z][a-z0-9+.-]{0,20}:(?:\/\/)?/u, '').replace(/\/+$/u, '');
  const [host = '', ...segments] = bare.split('/');
  if (segments.length === 0) return undefined;
  return [host, ...segments.map(withoutReader)].join('/');
}

function withoutReader(segment: string): string {
  return /[^a-z._-]/u.test(segment) ? '_' : segment;
}
