import { z } from 'zod';
import type { Rule } from '../rulebook/Rule.js';
import type { Rulebook } from '../rulebook/Rulebook.js';
import { ruleOptions } from '../rulebook/ruleOptions.js';
import { providerNames } from './providerNames.js';
import { ruleSettingWith, settingsFields, settingsFile } from './settingsFile.js';

/**
 * The JSON Schema of a settings file, for editors: what `settingsFile` says, with the names and options that a rulebook
 * has. Rules that it doesn't have may be those of a pack.
 *
 * @returns plain data, the same for the same rulebook.
 * @example JSON.stringify(settingsSchema(rulebook), undefined, 2)
 */
export function settingsSchema(rulebook: Rulebook): object {
  const fields = namedFields(rulebook);
  const overrides = settingsFile.shape.overrides.unwrap().element.extend(fields);
  const file = settingsFile.extend({
    ...fields,
    overrides: z.array(overrides).describe('What holds for some of the files; later ones win.').exactOptional(),
  });
  const schema = z.toJSONSchema(file, { target: 'draft-7', io: 'input', reused: 'ref' });
  return { ...schema, title: 'Settings of Tactful' };
}

function namedFields(rulebook: Rulebook) {
  const { profile, provider, languages, rules } = settingsFields;
  return {
    profile: like(profile.unwrap(), z.enum(Object.keys(rulebook.profiles))),
    provider: like(provider.unwrap(), z.enum(providerNames(rulebook))),
    languages: like(languages.unwrap(), z.array(z.enum(Object.keys(rulebook.languages))).min(1)),
    rules: like(rules.unwrap(), rulesOf(rulebook)),
  };
}

function like<Schema extends z.ZodType>({ description = '' }: z.ZodType, schema: Schema) {
  return schema.describe(description).exactOptional();
}

function rulesOf({ rules }: Rulebook) {
  const byId = Object.fromEntries(rules.map((rule) => [rule.id, settingOf(rule).exactOptional()]));
  return z.object(byId).catchall(ruleSettingWith(z.record(z.string(), z.unknown())));
}

function settingOf(rule: Rule) {
  return ruleSettingWith(ruleOptions(rule)).describe(rule.description.en ?? '');
}
