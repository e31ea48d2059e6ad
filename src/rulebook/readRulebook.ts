import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { readLanguageModel } from '../reading/readLanguageModel.js';
import { compileLanguage } from './compileLanguage.js';
import type { Language } from './Language.js';
import type { LinkRoleRules, ProviderTag } from './LinkRoleRules.js';
import { normalizeTag } from './normalizeTag.js';
import type { Profile } from './Profile.js';
import { profileFile } from './profileFile.js';
import type { Frame, LocalText, Rule } from './Rule.js';
import type { Rulebook } from './Rulebook.js';
import { readYaml } from './readYaml.js';
import {
  conveyancesFile,
  type frameInFile,
  includesFile,
  linkRolesFile,
  metadataLabelsFile,
  partsFile,
  prominenceFile,
  providersFile,
  referencesFile,
  ruleFile,
  tagRole,
  templateTagsFile,
} from './schemas.js';
import { scorerFile } from './scorerFile.js';
import type { VerbTable } from './VerbTable.js';

/** Folders in `rules/` that hold no rule. */
const otherFolders: readonly string[] = ['vocabulary', 'models', 'profiles'];

/**
 * Reads a folder of rules and compiles its vocabularies.
 *
 * @param folder its path; messages name the files relative to it.
 * @param verbs whole conjugations for the languages that generate forms.
 * @throws RulebookError for a file that is not as it must be, VocabularyError for a pattern.
 */
export function readRulebook(folder: string, verbs: VerbTable): Rulebook {
  const read = <Schema extends z.ZodType>(path: string, schema: Schema): z.output<Schema> =>
    readYaml(readFileSync(join(folder, path), 'utf8'), path, schema);
  const languages = foldersIn(join(folder, 'vocabulary')).map((tag) => ({
    ...compileLanguage(join(folder, 'vocabulary', tag), `vocabulary/${tag}`, tag, verbs),
    ...readScorer(folder, tag),
  }));
  const references = read('references.yml', referencesFile);
  return {
    rules: foldersIn(folder)
      .filter((name) => !otherFolders.includes(name))
      .map((name) => toRule(read(`${name}/rule.yml`, ruleFile), readPages(join(folder, name)))),
    conveyances: mapValues(read('conveyances.yml', conveyancesFile), ({ frames, ...definition }) => ({
      ...definition,
      frames: frames.map(toFrame),
    })),
    languages: Object.fromEntries(languages.map((language) => [language.tag, language])),
    languageModel: readLanguageModel(readFileSync(join(folder, 'models/language.json'), 'utf8')),
    linkRoles: toLinkRoles(read('providers.yml', providersFile), read('link-roles.yml', linkRolesFile)),
    templateTags: read('template-tags.yml', templateTagsFile).families,
    includes: read('includes.yml', includesFile),
    metadataLabels: read('metadata-labels.yml', metadataLabelsFile).labels,
    parts: read('parts.yml', partsFile),
    prominence: read('prominence.yml', prominenceFile),
    references,
    profiles: readProfiles(folder),
  };
}

/** One file for each profile. A folder of rules may have none. */
function readProfiles(folder: string): Rulebook['profiles'] {
  const within = join(folder, 'profiles');
  const names = existsSync(within) ? readdirSync(within).filter((name) => name.endsWith('.yml')) : [];
  const profiles = names.sort().map((name): Profile => {
    const path = `profiles/${name}`;
    const { profile: id, ...file } = readYaml(readFileSync(join(folder, path), 'utf8'), path, profileFile);
    return { id, ...file };
  });
  return Object.fromEntries(profiles.map((profile) => [profile.id, profile]));
}

/** The trained model of a language; a new language has none until it is trained. */
function readScorer(folder: string, tag: string): Pick<Language, 'scorer'> {
  const path = join(folder, 'models', `${tag}.json`);
  return existsSync(path) ? { scorer: scorerFile.parse(JSON.parse(readFileSync(path, 'utf8'))) } : {};
}

function foldersIn(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

/** A rule's pages: `README.md` in English, `README.de.md` in German, and so on. */
function readPages(folder: string): LocalText {
  const pages = readdirSync(folder).flatMap((name) => {
    const match = /^README(?:\.([a-z]+))?\.md$/u.exec(name);
    return match ? [[match[1] ?? 'en', readFileSync(join(folder, name), 'utf8')] as const] : [];
  });
  return Object.fromEntries(pages);
}

/** A rule as its file says it. */
export function toRule({ rule: id, message: messages, ...file }: z.output<typeof ruleFile>, page: LocalText): Rule {
  const shared = { id, messages, page };
  switch (file.check) {
    case 'wording':
    case 'subject':
      return { ...file, ...shared, frames: file.frames.map(toFrame) };
    case 'notice': {
      const { frames, dated, effects } = file;
      return {
        ...file,
        ...shared,
        frames: frames.map(toFrame),
        dated: dated.map(toFrame),
        effects: effects.map(toFrame),
      };
    }
    case 'required':
    case 'prominence':
    case 'findable':
    case 'fine-print':
    case 'parts':
    case 'reachability':
    case 'choice':
    case 'typography':
    case 'density':
    case 'campaign':
      return { ...file, ...shared };
  }
}

function toFrame({ within, ...frame }: z.output<typeof frameInFile>): Frame {
  return { ...frame, sentences: within === '2 sentences' ? 2 : 1 };
}

/** How links show what they are for, as two files say it. */
export function toLinkRoles(
  providers: z.output<typeof providersFile>,
  { parts, unreadMailboxes }: z.output<typeof linkRolesFile>,
): LinkRoleRules {
  return {
    tags: providers.flatMap(tagsOf),
    parts: parts.map(({ part, role, whole }) => ({ part, role, isWhole: whole })),
    unreadMailboxes,
  };
}

function tagsOf({ provider, tags, targets = {} }: z.output<typeof providersFile>[number]): readonly ProviderTag[] {
  return Object.entries(tags).flatMap(([name, list]) => {
    const role = tagRole.parse(name);
    return list.map((written) => ({
      provider,
      role,
      tag: normalizeTag(written),
      written,
      ...(targets[role] === written ? { isTarget: true as const } : {}),
    }));
  });
}

function mapValues<Value, Mapped>(
  record: Readonly<Record<string, Value>>,
  map: (value: Value) => Mapped,
): Record<string, Mapped> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}
