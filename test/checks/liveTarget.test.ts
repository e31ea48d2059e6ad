import { describe, expect, it } from 'vitest';
import { checkRequired } from '../../src/checks/checkRequired.js';
import { applyReplacements } from '../../src/linter/fix/applyFixes.js';
import type { MailFormat } from '../../src/mail/Mail.js';
import { rulebook } from '../rulebook.js';
import { checkingOf, requiredRule } from './checkingOf.js';

const rule = requiredRule({ links: ['unsubscribe', 'preferences'] });

function fixed(text: string, provider: string | undefined, format: MailFormat = 'html'): string {
  const { linkRoles } = rulebook;
  const own = {
    ...linkRoles,
    service: provider ?? '',
    tags: linkRoles.tags.filter((tag) => tag.provider === provider),
  };
  const rules = { ...rulebook, linkRoles: provider === undefined ? linkRoles : own };
  const findings = checkRequired(rule, checkingOf({ text, format }, rules));
  expect(findings).toHaveLength(1);
  return applyReplacements(
    text,
    findings.flatMap(({ fix }) => (fix ? [fix] : [])),
  );
}

const dead = '<body><p>Hello.</p><p><a class="x" href="#">Unsubscribe</a></p></body>';

describe('the target of a link that leads nowhere', () => {
  it('gives way to the address of the declared sending service', () => {
    expect(fixed(dead, 'Mailchimp')).toBe(dead.replace('"#"', '"*|UNSUB|*"'));
    expect(fixed(dead, 'Klaviyo')).toBe(dead.replace('"#"', '"{% unsubscribe_link %}"'));
    expect(fixed(dead.replace('#', 'javascript:void(0)'), 'Mautic')).toBe(dead.replace('"#"', '"{unsubscribe_url}"'));
    expect(fixed('Hello.\n\n[Unsubscribe](#)\n', 'Mautic', 'markdown')).toBe(
      'Hello.\n\n[Unsubscribe]({unsubscribe_url})\n',
    );
  });

  it.each<readonly [string, string, string | undefined, MailFormat]>([
    ['no service is declared', dead, undefined, 'html'],
    ['the service writes whole links', dead, 'Campaign Monitor', 'html'],
    [
      'the link may be for settings',
      dead.replace('Unsubscribe', 'Unsubscribe or change your preferences'),
      'Kit (ConvertKit)',
      'html',
    ],
    ['the address is written with an entity', dead.replace('#', '&#35;'), 'Mailchimp', 'html'],
    ['there is nothing to replace', dead.replace('#', ''), 'Mailchimp', 'html'],
    ['Markdown would end the address early', 'Hello.\n\n[Unsubscribe](#)\n', 'Kit (ConvertKit)', 'markdown'],
  ])('stays where %s', (_, text, provider, format) => {
    expect(fixed(text, provider, format)).toBe(text);
  });
});
