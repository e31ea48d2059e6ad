import { describe, expect, it } from 'vitest';
import { checkReachability } from '../../src/checks/checkReachability.js';
import { checkingOf, frameOf, reachabilityRule, rulebookOf, type Source } from './checkingOf.js';

const rules = rulebookOf(
  {
    refused: ['do not reply'],
    offer: ['use this link'],
    street: ['street'],
    'link-role': { polarities: { imprint: ['imprint'], contact: ['contact us'] } },
  },
  { 'sender-identity': { frames: [frameOf({ all: ['street'] })], links: [] } },
);

function found(source: Source) {
  return checkReachability(reachabilityRule(), checkingOf(source, rules)).map(({ message, text }) => [message, text]);
}

const from = (address: string, text: string) => ({ text: `---\nfrom: Shop <${address}>\n---\n${text}` });

describe('checkReachability', () => {
  it('stands on the words that refuse replies', () => {
    expect(found({ text: 'Sent. Please do not reply to us.' })).toEqual([['default', 'do not reply']]);
  });

  it('stands on an address that nobody reads', () => {
    const address = 'Shop <no-reply@a.example>';
    expect(found(from('no-reply@a.example', 'Sent.'))).toEqual([[`address ${address}`, address]]);
    expect(found(from('do.not.reply+7@a.example', 'Sent.'))).toHaveLength(1);
  });

  it('goes by the address that answers go to', () => {
    const mail = (reply: string, sender = 'ada') => ({
      text: `From: Shop <${sender}@a.example>\nReply-To: ${reply}\n\nSent.`,
      format: 'eml' as const,
    });
    expect(found(mail('Shop <service@a.example>', 'no-reply'))).toEqual([]);
    expect(found(mail('no-reply@a.example'))).toEqual([['address no-reply@a.example', 'no-reply@a.example']]);
    expect(found(mail('=?utf-8?q?Caf=C3=A9?= <noreply@a.example>'))).toEqual([
      ['address Café <noreply@a.example>', 'Café <noreply@a.example>'],
    ]);
  });

  it('says nothing where replies are not refused', () => {
    expect(found({ text: 'Sent.' })).toEqual([]);
    expect(found(from('ada@a.example', 'Sent.'))).toEqual([]);
    expect(found({ text: '---\nsubject: Do not reply\n---\nSent.' })).toEqual([]);
  });

  it.each([
    'Write to ada@a.example.',
    'Old street.',
    'Ring 01632 960 144.',
    '[Contact us](https://a.example/x)',
    '[Imprint](https://a.example/x)',
    '*|LIST:ADDRESS|*',
    'Use this link.',
    '[Ada](mailto:ada@a.example?subject=Hi)',
    '[Ring](tel:+441632960144)',
  ])('says nothing where there is another way: %s', (way) => {
    expect(found({ text: `Please do not reply.\n\n${way}` })).toEqual([]);
  });

  it.each(['[Contact us](#)', 'Write to noreply@a.example.', 'On 2027-04-12 at 10:30.', 'Order 4711.'])(
    'does not take this for another way: %s',
    (text) => {
      expect(found({ text: `Please do not reply.\n\n${text}` })).toHaveLength(1);
    },
  );

  it('leaves the sender to a footer that the service appends', () => {
    expect(found({ text: 'Please do not reply.', footer: 'injected' })).toEqual([]);
  });

  it('does not look at what is hidden', () => {
    const hidden = '<body><p>Do not reply.</p><div style="display:none">Old street, ada@a.example</div></body>';
    expect(found({ text: hidden, format: 'html' })).toHaveLength(1);
  });
});
