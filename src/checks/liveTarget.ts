import type { Mail } from '../mail/Mail.js';
import type { ReadLink } from '../reading/Reading.js';
import type { LinkRoleRules } from '../rulebook/LinkRoleRules.js';
import type { Replacement } from './Finding.js';

/**
 * What may stand in place of a target that leads nowhere: the address that the declared sending service fills in. It is
 * safe only where the link is for nothing else, the target stands in the source just as it is read, and the service has
 * one way to write the address.
 *
 * @returns undefined where that isn't known.
 */
export function liveTarget({ link, roles }: ReadLink, mail: Mail, rules: LinkRoleRules): Replacement | undefined {
  const [role, ...others] = roles;
  const { start, end } = link.hrefRange;
  const isVerbatim = link.href !== '' && end - start === link.href.length;
  if (rules.service === undefined || role === undefined || others.length > 0 || !isVerbatim) return undefined;
  const [target, ...more] = rules.tags.filter((tag) => tag.isTarget === true && tag.role === role);
  if (target === undefined || more.length > 0 || !canStandIn(mail, target.written)) return undefined;
  return { range: link.hrefRange, text: target.written };
}

/** Markdown ends an address at white space and brackets, markup at a quotation mark. */
function canStandIn({ format }: Mail, target: string): boolean {
  switch (format) {
    case 'html':
    case 'mjml':
      return !/["'<>]/u.test(target);
    case 'markdown':
      return !/[\s()<>[\]]/u.test(target);
    case 'text':
    case 'eml':
      return false;
  }
}
