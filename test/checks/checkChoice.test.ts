import { describe, expect, it } from 'vitest';
import { checkChoice } from '../../src/checks/checkChoice.js';
import type { MailType } from '../../src/mail/Mail.js';
import { checkingOf, choiceRule, frameOf, rulebookOf } from './checkingOf.js';

const rules = rulebookOf(
  {
    answer: { polarities: { agree: ['yes', 'agree'], refuse: ['no', 'not agree'] } },
    free: ['do nothing'],
    letter: ['letter'],
    object: ['object'],
    'link-role': { polarities: { unsubscribe: ['unsubscribe'] } },
  },
  { 'objection-right': { frames: [frameOf({ all: ['object'] })], links: [] } },
);

function found(inside: string, type: MailType = 'terms-update') {
  const source = { text: `<body style="font-size:16px">${inside}</body>`, format: 'html', types: [type] } as const;
  return checkChoice(choiceRule(), checkingOf(source, rules)).map(({ message, text }) => [message, text]);
}

const button = (words: string, size = 16) =>
  `<p><a class="btn" href="https://a.example" style="font-size:${size}px">${words}</a></p>`;
const link = (words: string, size = 16) =>
  `<p style="font-size:${size}px"><a href="https://a.example">${words}</a></p>`;

describe('checkChoice', () => {
  it('finds a no that is smaller, or only a link', () => {
    expect(found(button('Yes') + link('No', 10))).toEqual([['small-link', 'No']]);
    expect(found(button('Yes') + link('No'))).toEqual([['bare-link', 'No']]);
    expect(found(button('Yes', 20) + button('No', 10))).toEqual([['small-link', 'No']]);
    expect(found(link('Yes', 20) + link('No', 10))).toEqual([['small-link', 'No']]);
  });

  it('is content with two answers alike', () => {
    expect(found(button('Yes') + button('No'))).toEqual([]);
    expect(found(button('Yes', 18) + button('No', 16))).toEqual([]);
    expect(found(link('Yes') + link('No'))).toEqual([]);
    expect(found(link('Yes') + button('No'))).toEqual([]);
  });

  it('takes a denied yes for a no', () => {
    expect(found(button('I agree') + button('I do not agree'))).toEqual([]);
  });

  it('finds a button without any no', () => {
    expect(found(button('Yes'))).toEqual([['default', 'Yes']]);
    expect(found('<form><input type="submit" value="Yes"></form>')).toEqual([['default', 'Yes']]);
    expect(found(link('Yes'))).toEqual([]);
  });

  it('looks at how the no is worded where it is no link', () => {
    expect(found(`${button('Yes')}<p>You may object.</p>`)).toEqual([]);
    expect(found(`${button('Yes')}<p>You may object. Send a letter.</p>`)).toEqual([['letter', 'You may object.']]);
    const small = '<p style="font-size:9px">You may object.</p>';
    expect(found(button('Yes') + small)).toEqual([['small-print', 'You may object.']]);
    expect(found(`${button('Yes')}${small}<p>Do object.</p>`)).toEqual([]);
  });

  it('is content where whoever does not want it need do nothing', () => {
    expect(found(`${button('Yes')}<p>Or do nothing.</p>`)).toEqual([]);
    expect(found(`${button('Yes')}<div style="display:none">Or do nothing.</div>`)).toHaveLength(1);
  });

  it('takes the only button for the yes where consent is asked', () => {
    expect(found(button('Open'), 'consent')).toEqual([['default', 'Open']]);
    expect(found(button('Open') + link('No', 9), 'consent')).toEqual([['small-link', 'No']]);
    expect(found(button('Open') + button('Close'), 'consent')).toEqual([]);
    expect(found(button('Open'), 'terms-update')).toEqual([]);
  });

  it('takes a way out of the mailing for no answer', () => {
    expect(found(button('Unsubscribe'), 'consent')).toEqual([]);
    expect(found(button('Yes') + link('No, unsubscribe', 9))).toEqual([['default', 'Yes']]);
  });

  it('says nothing where nobody asks', () => {
    expect(found('<p>Yes or no?</p>')).toEqual([]);
    expect(found(link('No', 9))).toEqual([]);
  });
});
