import { describe, expect, it } from 'vitest';
import type { MailFormat } from '../../src/mail/Mail.js';
import { readLinks } from '../../src/reading/readLinks.js';
import { readSentences } from '../../src/reading/readSentences.js';
import type { LinkRoleRules } from '../../src/rulebook/LinkRoleRules.js';
import { mailOf } from './mailOf.js';
import { tinyLanguage } from './tinyLanguage.js';

const language = tinyLanguage({
  'link-role': { polarities: { unsubscribe: ['unsubscribe', 'leave …2 list'], imprint: ['imprint'] } },
  'vague-link': ['here', 'click here'],
});

const rules: LinkRoleRules = {
  tags: [
    { provider: 'One', role: 'unsubscribe', tag: 'unsub', written: 'unsub' },
    { provider: 'One', role: 'preferences', tag: 'updateprofile', written: 'updateprofile' },
    { provider: 'Two', role: 'address', tag: 'unsubaddress', written: 'unsubaddress' },
  ],
  unreadMailboxes: [],
  parts: [
    { part: 'unsub', role: 'unsubscribe', isWhole: false },
    { part: 'optout', role: 'unsubscribe', isWhole: false },
    { part: 'terms', role: 'terms', isWhole: true },
  ],
};

function linksIn(source: string, format: MailFormat = 'markdown') {
  const mail = mailOf(source, format);
  const sentences = readSentences(
    mail,
    () => 'body',
    () => language,
  );
  return readLinks(mail, sentences, rules);
}

function rolesIn(source: string, format?: MailFormat) {
  return linksIn(source, format).map(({ roles }) => roles);
}

describe('readLinks', () => {
  it('tells a role by the tag of a sending service', () => {
    expect(rolesIn('[Bye](*|UNSUB|*)')).toEqual([['unsubscribe']]);
    expect(rolesIn('[You]( *|UPDATE_PROFILE|* )')).toEqual([['preferences']]);
    expect(rolesIn('[Bye]({{ opt_out_url }})')).toEqual([['unsubscribe']]);
  });

  it('takes the tag of an address for that, though its name looks like another', () => {
    expect(rolesIn('We live at *|UNSUB_ADDRESS|*.')).toEqual([['address']]);
  });

  it('finds tags in running text, and those inside of a link only once', () => {
    const [link] = linksIn('Bye: *|UNSUB|*');
    expect(link).toMatchObject({ roles: ['unsubscribe'], isDead: false, link: { href: '*|UNSUB|*' } });
    expect(link?.link.range).toEqual({ start: 5, end: 14 });
    expect(rolesIn('[*|UNSUB|*](https://a.example)')).toEqual([['unsubscribe']]);
  });

  it('tells a role by the target', () => {
    expect(rolesIn('[Bye](https://a.example/newsletter/opt-out?x=1)')).toEqual([['unsubscribe']]);
    expect(rolesIn('[All](https://a.example/terms/) [Exam](https://a.example/midterms)')).toEqual([['terms'], []]);
  });

  it('does not search tracking data without end', () => {
    expect(rolesIn(`[Bye](https://a.example/?x=${'y'.repeat(2000)}optout)`)).toEqual([[]]);
  });

  it('tells a role by the words inside of the link alone', () => {
    expect(rolesIn('[Unsubscribe](https://a.example) or read [on](https://b.example)')).toEqual([['unsubscribe'], []]);
    expect(rolesIn('To unsubscribe, read [this](https://a.example).')).toEqual([[]]);
    expect(rolesIn('<a href="https://a.example">leave this <b>list</b></a>', 'html')).toEqual([['unsubscribe']]);
  });

  it('reads a link that says only “here” with its sentence, and with no other', () => {
    expect(rolesIn('To unsubscribe, [click here](https://a.example).')).toEqual([['unsubscribe']]);
    expect(rolesIn('You may unsubscribe. Offers are [here](https://a.example).')).toEqual([[]]);
    expect(rolesIn('To unsubscribe or see the imprint, [imprint here](https://a.example).')).toEqual([['imprint']]);
  });

  it('reads a link without a role with the words that open its line', () => {
    expect(rolesIn('Unsubscribe: sign in to your [account](https://a.example).')).toEqual([['unsubscribe']]);
    const html = '<p>12 High Street<br>Unsubscribe: sign in to your <a href="https://a.example">account</a>.</p>';
    expect(rolesIn(html, 'html')).toEqual([['unsubscribe']]);
    expect(rolesIn('Before you unsubscribe, see the [new teas](https://a.example).')).toEqual([[]]);
    expect(rolesIn('Unsubscribe by letter. See the [new teas](https://a.example).')).toEqual([[]]);
    expect(rolesIn('Unsubscribe in person, see our [imprint](https://a.example).')).toEqual([['imprint']]);
  });

  it('reads a link without a role with the words right before it', () => {
    const line = 'Tessera, Oudegracht 1, Utrecht\n';
    expect(rolesIn(`${line}Unsubscribe: https://a.example`)).toEqual([['unsubscribe']]);
    expect(rolesIn(`${line}unsubscribe → https://a.example`)).toEqual([['unsubscribe']]);
    expect(rolesIn(`${line}unsubscribe, or read https://a.example`)).toEqual([[]]);
    expect(rolesIn(`${line}[Offers](https://b.example) https://a.example`)).toEqual([[], []]);
  });

  it('gives a link all its roles', () => {
    expect(rolesIn('[Imprint](https://a.example/unsub)')).toEqual([['unsubscribe', 'imprint']]);
  });

  it.each(['#', '', 'javascript:void(0)', ' # '])('knows that “%s” leads nowhere', (target) => {
    expect(linksIn(`<a href="${target}">Unsubscribe</a>`, 'html').map(({ isDead }) => isDead)).toEqual([true]);
  });

  it.each(['#top', 'https://a.example', '{{ url }}'])('knows that “%s” leads somewhere', (target) => {
    expect(linksIn(`<a href="${target}">Unsubscribe</a>`, 'html').map(({ isDead }) => isDead)).toEqual([false]);
  });

  it('keeps the branch that a tag stands in', () => {
    const [link] = linksIn('Hello {% if a %}*|UNSUB|*{% else %}you{% endif %}.');
    expect(link?.link.branches).toEqual([{ group: 0, arm: 0 }]);
  });
});
