import { describe, expect, it } from 'vitest';
import { checkRequired } from '../../src/checks/checkRequired.js';
import { checkingOf, frameOf, requiredRule, rulebookOf, type Source } from './checkingOf.js';

const rules = rulebookOf(
  { trust: ['thanks'], 'link-role': { polarities: { unsubscribe: ['unsubscribe'] } } },
  { trust: { frames: [frameOf({ all: ['trust'] })], links: [] } },
);
const link = requiredRule({ links: ['unsubscribe', 'preferences'] });
const words = requiredRule({ says: 'trust' });

function reported(source: Source, rule = link) {
  return checkRequired(rule, checkingOf(source, rules)).map(({ message, severity, text }) => ({
    message,
    severity,
    text,
  }));
}

function messages(source: Source, rule = link) {
  return reported(source, rule).map(({ message }) => message);
}

const leaveInText = '[Unsubscribe](https://a.example/leave)';
const leave = '<a href="https://a.example/leave">Unsubscribe</a>';

describe('checkRequired, asking for a link', () => {
  it('is content with one that works', () => {
    expect(messages({ text: `<body><p>${leave}</p></body>`, format: 'html' })).toEqual([]);
    expect(messages({ text: '<body><p>Bye: *|UNSUB|*</p></body>', format: 'html' })).toEqual([]);
  });

  it('reports the whole mail on the first thing in it', () => {
    expect(reported({ text: '<body><p>Hello you.</p><p>Bye.</p></body>', format: 'html' })).toEqual([
      { message: 'default', severity: 'error', text: 'Hello you.' },
    ]);
    expect(reported({ text: '', format: 'html', footer: 'included' })).toEqual([
      { message: 'default', severity: 'error', text: '' },
    ]);
  });

  it('says where a dead link leads', () => {
    const text = '<body><p><a href="#">Unsubscribe</a></p></body>';
    expect(reported({ text, format: 'html' })).toEqual([{ message: 'dead#', severity: 'error', text: 'Unsubscribe' }]);
    expect(messages({ text: text.replace('</p>', ` or ${leave}</p>`), format: 'html' })).toEqual([]);
  });

  it('does not count a link that nobody sees', () => {
    const text = `<body><p>Hi.</p><div style="display:none">${leave}</div></body>`;
    expect(messages({ text, format: 'html' })).toEqual(['default']);
  });

  it('asks files without a footer of their own to declare it, in a remark where their type is guessed, too', () => {
    const undeclared = [{ message: 'undeclared-footer', severity: 'info', text: 'Hello.' }];
    expect(reported({ text: 'Hello.' })).toEqual(undeclared);
    expect(reported({ text: 'Hello.', format: 'text' })).toEqual(undeclared);
    expect(reported({ text: '<p>Hello.</p>', format: 'html' })).toEqual(undeclared);
  });

  it('goes by what is declared', () => {
    expect(messages({ text: 'Hello.', footer: 'injected' })).toEqual([]);
    expect(messages({ text: 'Hello.', footer: 'none' })).toEqual(['default']);
    expect(messages({ text: 'Hello.', footer: 'included' })).toEqual(['default']);
  });

  describe('in templates with branches', () => {
    const html = (inside: string): Source => ({ text: `<body><p>Hi.</p>${inside}</body>`, format: 'html' });
    const p = `<p>${leave}</p>`;

    it('names the branch without it', () => {
      expect(messages(html(`{% if vip %}<p>Dear</p>{% else %}${p}{% endif %}`))).toEqual(['branchvip']);
      expect(messages(html(`{% if vip %}${p}{% else %}<p>Dear</p>{% endif %}`))).toEqual(['else-branchvip']);
      expect(messages(html(`{% if vip %}${p}{% endif %}`))).toEqual(['else-branchvip']);
    });

    it('is content when every branch has it, or one stands outside', () => {
      expect(messages(html(`{% if vip %}${p}{% else %}${p}{% endif %}`))).toEqual([]);
      expect(messages(html(`{% if vip %}${p}{% endif %}${p}`))).toEqual([]);
    });

    it('takes a question for the link itself as no branch', () => {
      const guarded = '{% if leave_url %}<p><a href="{{ leave_url }}">Unsubscribe</a></p>{% endif %}';
      expect(messages(html(guarded))).toEqual([]);
    });

    it('stands on the conditional', () => {
      const { text, format } = html(`{% if vip %}${p}{% endif %}`);
      const [finding] = checkRequired(link, checkingOf({ text, format: format ?? 'html' }, rules));
      expect(text.slice(finding?.range.start, finding?.range.end)).toBe('{% if vip %}');
    });
  });
});

describe('checkRequired, asking for words', () => {
  it('is content when they stand in the body', () => {
    expect(messages({ text: 'Hello.\n\nThanks a lot.' }, words)).toEqual([]);
  });

  it.each(['Hello.', '---\nsubject: Thanks a lot\n---\nHello.', '---\npreheader: Thanks a lot\n---\nHello.'])(
    'reports where they are missing: %j',
    (text) => {
      expect(messages({ text }, words)).toEqual(['default']);
    },
  );

  it('does not count hidden words', () => {
    const text = '<body><p>Hello.</p><div style="display:none">Thanks.</div></body>';
    expect(messages({ text, format: 'html' }, words)).toEqual(['default']);
  });
});

describe('checkRequired, asking for words in branches', () => {
  it('names the branch without them, and is content where all have them', () => {
    const text = (rest: string) => `{% if vip %}\nThanks.\n{% else %}\n${rest}\n{% endif %}\n\nHello.`;
    expect(messages({ text: text('No.') }, words)).toEqual(['else-branchvip']);
    expect(messages({ text: text('Many thanks.') }, words)).toEqual([]);
  });
});

describe('checkRequired, asking for a sender', () => {
  const sender = requiredRule({ says: 'trust', links: ['imprint', 'address'], reachableBy: ['offer'] });
  const senderRules = rulebookOf(
    {
      trust: ['street'],
      offer: ['just reply'],
      'link-role': { polarities: { unsubscribe: ['unsubscribe'], imprint: ['imprint'] } },
    },
    { trust: { frames: [frameOf({ all: ['trust'] })], links: [] } },
  );
  const asked = (source: Source) =>
    checkRequired(sender, checkingOf(source, senderRules)).map(({ message }) => message);
  const html = (inside: string): Source => ({ text: `<body><p>Hello.</p>${inside}</body>`, format: 'html' });

  it('reports a mail that names nobody', () => {
    expect(asked(html(''))).toEqual(['default']);
    expect(asked(html('<p>Hi <a href="mailto:no-reply@a.example">us</a></p>'))).toEqual(['default']);
  });

  it.each([
    '<p>Old street.</p>',
    '<p><a href="https://a.example/imprint">Imprint</a></p>',
    '<p>*|LIST:ADDRESS|*</p>',
    '<p>Write to ada@a.example.</p>',
    '<p>Just reply.</p>',
    '<p>A House, Ludlow SY8 1AA</p>',
  ])('is content with %s', (inside) => {
    expect(asked(html(inside))).toEqual([]);
  });

  it('counts a number only beside a name, and a sender who reads answers', () => {
    const from = (address: string) => `---\nfrom: Ada <${address}>\n---\nHello. 01632 960 144\n\n${leaveInText}`;
    expect(asked({ text: `Hello. 01632 960 144\n\n${leaveInText}` })).toEqual(['default']);
    expect(asked({ text: from('no-reply@a.example') })).toEqual([]);
    expect(asked({ text: from('ada@a.example').replace('01632 960 144', '') })).toEqual([]);
  });

  it('leaves a footer to the sending service, and files that seem to get theirs there', () => {
    expect(asked({ ...html(''), footer: 'injected' })).toEqual([]);
    expect(asked({ text: 'Hello.' })).toEqual([]);
    expect(asked({ text: 'Hello.', footer: 'included' })).toEqual(['default']);
    expect(asked({ text: `Hello.\n\n${leaveInText}` })).toEqual(['default']);
    const includes = '<mjml><mj-text>Hello.</mj-text><mj-include path="footer.mjml" /></mjml>';
    expect(asked({ text: includes, format: 'mjml' })).toEqual([]);
  });
});

describe('checkRequired, asking a mail file for a link', () => {
  const alternatives = (text: string, html: string, header = 'Subject: Hi') =>
    [
      header,
      'Content-Type: multipart/alternative; boundary=b',
      '',
      '--b',
      'Content-Type: text/plain',
      '',
      text,
      '--b',
      'Content-Type: text/html',
      '',
      html,
      '--b--',
    ].join('\n');
  const inText = 'Unsubscribe: https://a.example/leave';

  it('is content with one in both parts', () => {
    expect(messages({ text: alternatives(inText, `<p>${leave}</p>`), format: 'eml' })).toEqual([]);
  });

  it('remarks that one stands in the HTML only, on the last words of the plain text', () => {
    const text = alternatives('Hello. Bye.', `<p>${leave}</p>`);
    const [finding, ...others] = reported({ text, format: 'eml' }, link);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ message: 'html-part', severity: 'info', text: 'Bye.' });
  });

  it('tells which branch of the HTML lacks one', () => {
    const html = `{% if a_b %}<p>${leave}</p>{% endif %}<p>Bye.</p>`;
    expect(messages({ text: alternatives(inText, html), format: 'eml' })).toEqual(['else-brancha_b']);
  });

  it('says that one stands in the plain text only', () => {
    expect(messages({ text: alternatives(inText, '<p>Hello.</p>'), format: 'eml' })).toEqual(['text-part']);
    const dead = '<p><a href="#">Unsubscribe</a></p>';
    expect(messages({ text: alternatives(inText, dead), format: 'eml' })).toEqual(['dead#']);
  });

  it('is content with one in the plain text where that is all there is', () => {
    expect(messages({ text: `Subject: Hi\n\n${inText}`, format: 'eml' })).toEqual([]);
  });

  it('says that a header is no link', () => {
    const header = 'List-Unsubscribe: <https://a.example/leave>';
    expect(messages({ text: `${header}\n\nHello.`, format: 'eml' })).toEqual(['header-only']);
    expect(messages({ text: 'Subject: Hi\n\nHello.', format: 'eml' })).toEqual(['default']);
  });
});
