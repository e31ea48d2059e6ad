import { z } from 'zod';
import { mailTypes } from '../mail/Mail.js';
import { linkRoles } from './LinkRoleRules.js';
import type { Rule } from './Rule.js';

const everyRule = { mails: z.array(z.enum(mailTypes)).min(1).exactOptional() };

/** What a rule lets its users choose, by the kind of its check. The names are those of `rule.yml`. */
const byCheck = {
  wording: z.strictObject(everyRule),
  says: z.strictObject(everyRule),
  links: z.strictObject({ ...everyRule, links: z.array(z.enum(linkRoles)).min(1).exactOptional() }),
  prominence: z.strictObject({
    ...everyRule,
    smallPrint: z.number().positive().exactOptional(),
    paleContrast: z.number().positive().exactOptional(),
  }),
};

/** What the options of a rule must look like. */
export function ruleOptions(rule: Rule): z.ZodObject {
  switch (rule.check) {
    case 'required':
      return 'links' in rule.requires ? byCheck.links : byCheck.says;
    case 'wording':
    case 'prominence':
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
    case 'prominence':
      return { ...rule, ...byCheck.prominence.parse(options) };
    case 'required': {
      if (!('links' in rule.requires)) return { ...rule, ...byCheck.says.parse(options) };
      const { links = rule.requires.links, ...others } = byCheck.links.parse(options);
      return { ...rule, ...others, requires: { ...rule.requires, links } };
    }
  }
}
