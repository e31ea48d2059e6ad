import { z } from 'zod';
import { footerSettings } from '../checks/CheckContext.js';
import { ruleSeverities } from '../rulebook/RuleSeverity.js';

const severity = z.enum(ruleSeverities).describe('How much the findings of the rule weigh at most, or off.');

/** What settings say of a rule that has such options. */
export function ruleSettingWith<Options extends z.ZodType>(options: Options) {
  return z.union([
    severity,
    z.strictObject({
      severity: severity.exactOptional(),
      ignorable: z.boolean().describe('Whether exceptions may let findings of the rule pass.').exactOptional(),
      options: options.describe('What the rule lets you choose.').exactOptional(),
    }),
  ]);
}

const ruleSetting = ruleSettingWith(z.record(z.string(), z.unknown()));

const globs = z
  .array(z.string().min(1))
  .describe('Files, relative to the folder of these settings: *, **, ? and {one,other} stand for what differs.');

/** What may be set for all files as well as for some. */
export const settingsFields = {
  profile: z.string().describe('The profile that all other settings stand on.').exactOptional(),
  provider: z.string().describe('The sending service whose template tags count.').exactOptional(),
  footer: z.enum(footerSettings).describe('Where the footer of the mails comes from.').exactOptional(),
  languages: z.array(z.string()).min(1).describe('The languages that mails are in.').exactOptional(),
  rules: z.record(z.string(), ruleSetting).describe('Severity and options by rule.').exactOptional(),
};

/** A settings file as its author writes it. */
export const settingsFile = z.strictObject({
  $schema: z.string().describe('Where editors find what may stand here.').exactOptional(),
  root: z.boolean().describe('Whether settings further up are left alone.').exactOptional(),
  locked: z.boolean().describe('Whether settings in folders below may only be stricter.').exactOptional(),
  extends: z
    .union([z.string(), z.array(z.string())])
    .describe('Profiles by name; settings files and folders of rules by a path that begins with ./ or ../')
    .exactOptional(),
  ...settingsFields,
  ignore: globs.exactOptional(),
  overrides: z
    .array(z.strictObject({ files: globs.min(1), ...settingsFields }))
    .describe('What holds for some of the files; later ones win.')
    .exactOptional(),
});

export type SettingsFile = z.output<typeof settingsFile>;
export type RuleSetting = z.output<typeof ruleSetting>;
/** What may be set for all files as well as for some. */
export type SettingsFields = Pick<SettingsFile, keyof typeof settingsFields>;
