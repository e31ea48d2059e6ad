import type { Language } from './Language.js';

/**
 * Languages by their tags, each made when it is first asked for, since that takes long and a mail needs only its own.
 *
 * @example lazyLanguages(['de', 'en'], readLanguage).en // calls readLanguage('en') once
 */
export function lazyLanguages(
  tags: readonly string[],
  make: (tag: string) => Language | undefined,
): Readonly<Record<string, Language>> {
  const languages: Record<string, Language> = {};
  for (const tag of tags) {
    let language: Language | undefined;
    Object.defineProperty(languages, tag, {
      enumerable: true,
      get: () => {
        language ??= make(tag);
        return language;
      },
    });
  }
  return languages;
}
