import { readFileSync } from 'node:fs';
import type { Language } from './Language.js';
import { lazyLanguages } from './lazyLanguages.js';
import type { Rulebook } from './Rulebook.js';

/** What the build writes to `rulebook.json`; each language is in a file of its own, since a mail needs only its own. */
export interface CompiledRulebook extends Omit<Rulebook, 'languages'> {
  readonly languages: readonly string[];
}

let loaded: Rulebook | undefined;

/**
 * The rules that Tactful ships, compiled. A language is read when it is first asked for.
 *
 * @throws Error when the package was not built.
 */
export function loadRulebook(): Rulebook {
  if (loaded) return loaded;
  const { languages, ...rest }: CompiledRulebook = readCompiled('rulebook.json');
  const languageOf = (tag: string): Language => readCompiled(`rulebook.${tag}.json`);
  loaded = { ...rest, languages: lazyLanguages(languages, languageOf) };
  return loaded;
}

/** The build puts the files beside the bundle that this module ends up in, in ASCII, which needs no decoding. */
function readCompiled<Content>(name: string): Content {
  return JSON.parse(readFileSync(new URL(`./${name}`, import.meta.url), 'latin1'));
}
