import { z } from 'zod';
import { mailTypes } from '../mail/Mail.js';
import { linkRoles } from './LinkRoleRules.js';
import type { CampaignRule, Rule } from './Rule.js';
import { cascadeOptions, densityOptions, translationOptions, typographyOptions } from './schemas.js';

const everyRule = { mails: z.array(z.enum(mailTypes)).min(1).exactOptional() };
const links = z.array(z.enum(linkRoles)).min(1).exactOptional();
const size = z.number().positive().exactOptional();

const share = z.number().gt(0).max(1).exactOptional();

/** What a rule lets its users choose, by the kind of its check. The names are those of `rule.yml`. */
const byCheck = {
  wording: z.strictObject(everyRule),
  subject: z.strictObject(everyRule),
  notice: z.strictObject({ ...everyRule, days: z.int().positive().exactOptional() }),
  says: z.strictObject(everyRule),
  links: z.strictObject({ ...everyRule, links }),
  prominence: z.strictObject({ ...everyRule, smallPrint: size, paleContrast: size }),
  findable: z.strictObject({ ...everyRule, links }),
  'fine-print': z.strictObject({ ...everyRule, paleContrast: size, farWords: z.int().positive().exactOptional() }),
  parts: z.strictObject({ ...everyRule, days: z.boolean().exactOptional(), leastShare: share }),
  reachability: z.strictObject({ ...everyRule, links }),
  choice: z.strictObject({ ...everyRule, smallPrint: size, smallShare: share }),
  typography: z.strictObject({ ...everyRule, ...typographyOptions.partial().shape }),
  density: z.strictObject({ ...everyRule, ...densityOptions.partial().shape }),
  cascade: z.strictObject({ ...everyRule, ...cascadeOptions.partial().shape }),
  translation: z.strictObject({ ...everyRule, ...translationOptions.partial().shape }),
};

/** What the options of a rule must look like. */
export function ruleOptions(rule: Rule): z.ZodObject {
  switch (rule.check) {
    case 'required':
      return 'links' in rule.requires ? byCheck.links : byCheck.says;
    case 'campaign':
      return byCheck[rule.about];
    default:
      return byCheck[rule.check];
  }
}

/**
 * A rule with options set.
 *
 * @param options that fit `ruleOptions`.
 * @throws ZodError when they don't.
 */
export function withOptions(rule: Rule, options: unknown): Rule {
  switch (rule.check) {
    case 'wording':
      return { ...rule, ...byCheck.wording.parse(options) };
    case 'subject':
      return { ...rule, ...byCheck.subject.parse(options) };
    case 'notice':
      return { ...rule, ...byCheck.notice.parse(options) };
    case 'prominence':
      return { ...rule, ...byCheck.prominence.parse(options) };
    case 'findable':
      return { ...rule, ...byCheck.findable.parse(options) };
    case 'fine-print':
      return { ...rule, ...byCheck['fine-print'].parse(options) };
    case 'parts':
      return { ...rule, ...byCheck.parts.parse(options) };
    case 'reachability':
      return { ...rule, ...byCheck.reachability.parse(options) };
    case 'choice':
      return { ...rule, ...byCheck.choice.parse(options) };
    case 'required': {
      if (!('links' in rule.requires)) return { ...rule, ...byCheck.says.parse(options) };
      const { links: chosen = rule.requires.links, ...others } = byCheck.links.parse(options);
      return { ...rule, ...others, requires: { ...rule.requires, links: chosen } };
    }
    case 'typography': {
      const { mails, own } = split(options);
      return { ...rule, ...mails, options: typographyOptions.parse({ ...rule.options, ...own }) };
    }
    case 'density': {
      const { mails, own } = split(options);
      return { ...rule, ...mails, options: densityOptions.parse({ ...rule.options, ...own }) };
    }
    case 'campaign':
      return campaignWithOptions(rule, options);
  }
}

function campaignWithOptions(rule: CampaignRule, options: unknown): CampaignRule {
  const { mails, own } = split(options);
  switch (rule.about) {
    case 'cascade':
      return { ...rule, ...mails, options: cascadeOptions.parse({ ...rule.options, ...own }) };
    case 'translation':
      return { ...rule, ...mails, options: translationOptions.parse({ ...rule.options, ...own }) };
  }
}

const anyOptions = z.looseObject(everyRule);

/** What every rule can be told, and what is for one kind of check. */
function split(options: unknown): { readonly mails: Pick<Rule, 'mails'>; readonly own: object } {
  const { mails, ...own } = anyOptions.parse(options);
  return { mails: mails === undefined ? {} : { mails }, own };
}
