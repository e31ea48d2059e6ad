import { oneLine } from './printable.js';

/** What starts markup, HTML or a link anywhere in a line of GitHub's and GitLab's Markdown. */
const active = /[\\`*_[\]<>|~$&]/gu;
/** What starts a list, a heading or the like at the start of a line. */
const activeAtStart = /^(?:[-+=:#]|\d{1,9}(?=[.)]))/u;
/** Keeps mentions, references and bare addresses from becoming links; it is not seen. */
const wordJoiner = '\u2060';

/**
 * Writes a stranger's text as one line of Markdown that is shown as it is: no markup, no HTML, no link, no picture, nobody
 * mentioned, no issue referred to.
 *
 * @example markdownText('*Act* @now') // '\\*Act\\* @\u2060now'
 */
export function markdownText(text: string): string {
  const escaped = oneLine(text).replace(active, '\\$&');
  return unlinked(escaped.replace(activeAtStart, (start) => (/\d/u.test(start) ? `${start}\\` : `\\${start}`)));
}

function unlinked(text: string): string {
  return text
    .replaceAll('@', `@${wordJoiner}`)
    .replaceAll('#', `#${wordJoiner}`)
    .replaceAll('://', `:${wordJoiner}//`)
    .replace(/www\./giu, (start) => `${start.slice(0, -1)}${wordJoiner}.`)
    .replace(/GH-/giu, (start) => `${start.slice(0, -1)}${wordJoiner}-`);
}

/**
 * Writes a stranger's text as code in a line of Markdown; its fence is longer than any run of backticks inside.
 *
 * @example markdownCode('a`b') // '`` a`b ``'
 */
export function markdownCode(text: string): string {
  const line = oneLine(text);
  if (line === '') return '';
  const longest = Math.max(0, ...(line.match(/`+/gu) ?? []).map((run) => run.length));
  if (longest === 0) return `\`${line}\``;
  const fence = '`'.repeat(longest + 1);
  return `${fence} ${line} ${fence}`;
}
