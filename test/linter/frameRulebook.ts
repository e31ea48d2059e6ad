import type { Language } from '../../src/rulebook/Language.js';
import type { Rulebook } from '../../src/rulebook/Rulebook.js';
import { rulebook } from '../rulebook.js';

/** The rules of this project without the trained models, so that what a test finds hangs on frames alone. */
export const frameRulebook: Rulebook = {
  ...rulebook,
  languages: Object.fromEntries(
    Object.entries(rulebook.languages).map(([tag, language]) => [tag, untrained(language)]),
  ),
};

function untrained({ scorer: _scorer, ...language }: Language): Language {
  return language;
}
