import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contactWays, isUnread } from '../../src/checks/contactWays.js';
import { checkingOf, rulebookOf } from './checkingOf.js';

const rules = rulebookOf({ 'link-role': { polarities: { unsubscribe: ['unsubscribe'] } } });

function waysIn(text: string) {
  return contactWays(checkingOf({ text }, rules).reading, rules.linkRoles);
}

describe('contactWays', () => {
  it.each([
    '+44 1632 960144',
    '0381 000-100',
    '(0)381 / 0001009',
    '+1 (555) 123-4567',
    '555-123-4567',
    '0800 960 0320',
  ])('knows a number: %s', (number) => {
    expect(waysIn(`Ring ${number}.`).hasNumber).toBe(true);
  });

  it.each(['2027-04-12', '12.04.2027', '01/05/2027', '1.000.000', '10:30', '1000', '10-12', 'no. 88231'])(
    'takes this for no number: %s',
    (text) => {
      expect(waysIn(`It is ${text} now.`).hasNumber).toBe(false);
    },
  );

  it.each(['Ludlow SY8 1AA', 'Ottawa K1A 0B1', '1016 AK Amsterdam', 'Springfield, CA 94107'])(
    'knows a postal code near the end: %s',
    (text) => {
      expect(waysIn(`Hello.\n\nA House, ${text}`).hasPostalCode).toBe(true);
    },
  );

  it('does not look for postal codes in what a mail is about', () => {
    const rest = Array.from({ length: 9 }, (_, index) => `Paragraph ${index}.`).join('\n\n');
    expect(waysIn(`We meet at Hall, Ludlow SY8 1AA.\n\n${rest}`).hasPostalCode).toBe(false);
    expect(waysIn('In 2027 IT costs less.').hasPostalCode).toBe(false);
  });

  it('takes no way out of the mailing for a mailbox', () => {
    expect(waysIn('[Unsubscribe](mailto:leave@a.example)').hasMailbox).toBe(false);
    expect(waysIn('[Ada](mailto:ada@a.example)').hasMailbox).toBe(true);
  });

  it('takes any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0 1-(/+)A.'), maxLength: 300 }), (text) => {
        expect(typeof waysIn(text).hasNumber).toBe('boolean');
      }),
      { numRuns: 50 },
    );
  });
});

describe('isUnread', () => {
  it.each(['no-reply@a.example', 'Shop <NoReply.7@a.example>', 'shop-donotreply@a.example'])(
    'holds for %s',
    (address) => {
      expect(isUnread(address, rules.linkRoles)).toBe(true);
    },
  );

  it.each(['ada@a.example', 'Noreply Ltd <ada@a.example>', 'no-reply', '', '@noreply.example', '{{ sender }}'])(
    'does not hold for %j',
    (address) => {
      expect(isUnread(address, rules.linkRoles)).toBe(false);
    },
  );
});
