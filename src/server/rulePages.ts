import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * The address of the page that says why a rule is there, in a language or else in English. The build writes the pages
 * beside the bundle.
 *
 * @returns undefined for rules that a pack of the user has added.
 * @example rulePage('coercive-deadline', 'de') // 'file:///…/dist/pages/coercive-deadline.de.md'
 */
export function rulePage(rule: string, language: string | undefined): string | undefined {
  return [language, 'en']
    .flatMap((tag) => (tag === undefined ? [] : [new URL(`./pages/${rule}.${tag}.md`, import.meta.url)]))
    .find((url) => existsSync(fileURLToPath(url)))?.href;
}
