import { describe, expect, it } from 'vitest';
import type { CodeAction, Diagnostic } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { codeActions } from '../../src/server/codeActions.js';
import type { JudgedDocument } from '../../src/server/JudgedDocument.js';
import { fixAllKind } from '../../src/server/offers.js';
import { toDiagnostics } from '../../src/server/toDiagnostics.js';
import { features, judgedOf } from './judgedOf.js';

const en = {
  terms: 'We have changed our terms of service. The new terms apply from 1 September 2026 to all accounts.',
  offer: 'Our new spring seeds have arrived. There are forty kinds of tomato, and the small yellow ones go quickly.',
  consent:
    'May we write to you about new seeds? If you agree, we use your mail address to send you our monthly letter.',
};
const de = {
  terms: 'Wir haben unsere Nutzungsbedingungen geändert. Die neuen Bedingungen gelten ab dem 1. September 2026.',
  offer: 'Unser neues Saatgut ist da. Es gibt vierzig Sorten Tomaten, und die kleinen gelben sind schnell vergriffen.',
  consent:
    'Dürfen wir Ihnen über neues Saatgut schreiben? Dann stimmen Sie zu, dass wir dafür Ihre Mailadresse nutzen.',
};
const footers = { en: 'Fern & Field, 3 Mill Lane, Stroud GL5 2AB', de: 'Farn & Feld, Mühlgasse 3, 37073 Göttingen' };

const front = (type: string, language: string) => `---\ntype: ${type}\nlanguage: ${language}\n---\n`;
const wholeMails: Readonly<Record<string, (head: string, body: string, foot: string) => string>> = {
  'mail.md': (head, body, foot) => `${head}\n${body}\n\n${foot}\n`,
  'mail.txt': (head, body, foot) => `${head}\r\n${body}\r\n\r\n${foot}\r\n`,
  'mail.html': (head, body, foot) =>
    `<!--\n${head}-->\n<html><body>\n  <table><tr><td>\n    <p>Hello</p>\n    <p><b>${body}</b></p>\n  </td></tr></table>\n  <footer>${foot}</footer>\n</body></html>\n`,
  'mail.mjml': (head, body, foot) =>
    `<!--\n${head}-->\n<mjml><mj-body>\n<mj-section><mj-column><mj-text>${body}</mj-text></mj-column></mj-section>\n<mj-section css-class="footer"><mj-column><mj-text>${foot}</mj-text></mj-column></mj-section>\n</mj-body></mjml>\n`,
};

async function actionsFor(judged: JudgedDocument, rule: string): Promise<readonly CodeAction[]> {
  const diagnostic = toDiagnostics(judged, features).find(({ code }) => code === rule);
  if (!diagnostic) return [];
  return actionsAbout(diagnostic, judged);
}

function actionsAbout(diagnostic: Diagnostic, judged: JudgedDocument): readonly CodeAction[] {
  const textDocument = { uri: judged.document.uri };
  return codeActions(
    { textDocument, range: diagnostic.range, context: { diagnostics: [diagnostic] } },
    judged,
    features,
  ).filter(({ diagnostics }) => diagnostics?.[0] === diagnostic);
}

function applied({ edit }: CodeAction, { document }: JudgedDocument): string {
  const [change] = edit?.documentChanges ?? [];
  if (!change || !('edits' in change)) throw new Error('Expected an edit of the document');
  expect(change.textDocument).toEqual({ uri: document.uri, version: document.version });
  const edits = change.edits.flatMap((one) => ('newText' in one ? [one] : []));
  return TextDocument.applyEdits(document, edits);
}

describe('inserting what is missing', () => {
  describe.each(Object.keys(wholeMails))('%s', (path) => {
    it.each([
      ['missing-opt-out', 'marketing', 'en', en.offer],
      ['missing-opt-out', 'marketing', 'de', de.offer],
      ['missing-objection', 'terms-update', 'en', en.terms],
      ['missing-objection', 'terms-update', 'de', de.terms],
      ['missing-trust-wording', 'terms-update', 'en', en.terms],
      ['missing-trust-wording', 'terms-update', 'de', de.terms],
      ['missing-withdrawal', 'consent', 'en', en.consent],
      ['missing-withdrawal', 'consent', 'de', de.consent],
    ] as const)('%s in a mail about %s in %s is healed by its insertion', async (rule, type, language, body) => {
      const judged = await judgedOf(wholeMails[path]?.(front(type, language), body, footers[language]) ?? '', path);
      const [insertion] = await actionsFor(judged, rule);
      if (!insertion) throw new Error('Nothing was offered');
      const text = applied(insertion, judged);
      const after = await judgedOf(text, path);
      expect(toDiagnostics(after, features).map(({ code }) => code)).not.toContain(rule);
      expect(after.result.problems).toEqual([]);
      if (rule !== 'missing-opt-out') expect(text.indexOf(footers[language])).toBeGreaterThan(text.indexOf(body));
      expect(/(?<!\r)\n/u.test(text)).toBe(/(?<!\r)\n/u.test(judged.document.getText()));
    });
  });

  it.each([
    ['en', en.offer],
    ['de', de.offer],
  ] as const)('names the sender at the end of a mail in %s', async (language, body) => {
    const judged = await judgedOf(`${front('marketing', language)}\n${body}\n\n[×]({{ unsubscribe_url }})\n`);
    const [insertion] = await actionsFor(judged, 'missing-sender-identity');
    if (!insertion) throw new Error('Nothing was offered');
    const after = await judgedOf(applied(insertion, judged));
    expect(toDiagnostics(after, features).map(({ code }) => code)).not.toContain('missing-sender-identity');
  });

  it('uses the tag of the sending service that the mail shows', async () => {
    const text = `${front('marketing', 'en')}\n${en.offer}\n\n*|LIST:ADDRESS|* – [Read online](*|ARCHIVE|*)\n`;
    const judged = await judgedOf(text);
    const [insertion] = await actionsFor(judged, 'missing-opt-out');
    expect(insertion?.title).toMatch(/\(Mailchimp\)$/u);
    expect(insertion && applied(insertion, judged)).toContain('[Unsubscribe with one click](*|UNSUB|*)');
  });
});

describe('better wordings', () => {
  const threat = 'Confirm by midnight or your account will be closed';

  it('stand where the passage stood, with one mark at the end', async () => {
    const judged = await judgedOf(`${front('marketing', 'en')}\nÄ🎉. ${threat}.\n`);
    const [first] = await actionsFor(judged, 'coercive-deadline');
    if (!first) throw new Error('Nothing was offered');
    expect(first.isPreferred).toBe(false);
    expect(applied(first, judged)).toMatch(/\nÄ🎉\. [A-Z][^.]+\.\n$/u);
    expect(toDiagnostics(await judgedOf(applied(first, judged)), features).map(({ code }) => code)).not.toContain(
      'coercive-deadline',
    );
  });

  it.each([
    ['half an element', '<p><b>Confirm by midnight</b> or your account will be closed.</p>', false],
    ['conditions', '<p>Confirm by midnight {% if a %}or{% endif %} your account will be closed.</p>', false],
    ['an element that is whole', '<p>Confirm <b>by midnight</b> or your account will be closed.</p>', true],
    ['a text with entities', '<p>Confirm by&nbsp;midnight or your account will be closed.</p>', true],
  ])('are offered or not for %s', async (_, body, isOffered) => {
    const judged = await judgedOf(`<!--\n${front('marketing', 'en')}-->\n<body>${body}</body>`, 'mail.html');
    const actions = await actionsFor(judged, 'coercive-deadline');
    const edits = actions.filter(({ edit }) => edit !== undefined).map((action) => applied(action, judged));
    expect(edits.length > 0).toBe(isOffered);
    for (const text of edits) expect((await judgedOf(text, 'mail.html')).result.problems).toEqual([]);
  });

  it('are found again for clients that drop the data of a diagnostic, and for those that name no diagnostic', async () => {
    const judged = await judgedOf(`${front('marketing', 'en')}\n${threat}.\n`);
    const diagnostic = toDiagnostics(judged, features).find(({ code }) => code === 'coercive-deadline');
    if (!diagnostic) throw new Error('Nothing was found');
    const { data: _, ...bare } = diagnostic;
    const titles = actionsAbout(diagnostic, judged).map(({ title }) => title);
    expect(titles.length).toBeGreaterThan(0);
    expect(actionsAbout(bare, judged).map(({ title }) => title)).toEqual(titles);
    const context = { diagnostics: [] };
    const unnamed = codeActions(
      { textDocument: { uri: judged.document.uri }, range: diagnostic.range, context },
      judged,
      features,
    );
    expect(unnamed.map(({ title }) => title)).toEqual(expect.arrayContaining(titles));
  });
});

describe('source.fixAll of a mail file', () => {
  const mail = 'X-Mail-Type: marketing\nContent-Language: en\n\nOur roses bloom!!! Come and see them.\n';

  it('changes nothing, and says why to clients that show it', async () => {
    const judged = await judgedOf(mail, 'mail.eml');
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    const context = { diagnostics: [], only: [fixAllKind] };
    const params = { textDocument: { uri: judged.document.uri }, range, context };
    expect(codeActions(params, judged, features)).toEqual([]);
    const [action, ...others] = codeActions(params, judged, { ...features, disabledActions: true });
    expect(others).toEqual([]);
    expect(action?.edit).toBeUndefined();
    expect(action?.disabled?.reason).toContain('encoded or signed');
  });
});

describe('source.fixAll', () => {
  const ask = (judged: JudgedDocument, only: string[]) =>
    codeActions(
      {
        textDocument: { uri: judged.document.uri },
        range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
        context: { diagnostics: [], only },
      },
      judged,
      features,
    );

  it.each(['source.fixAll', fixAllKind])('%s leaves one mark of each run', async (kind) => {
    const judged = await judgedOf(`${front('marketing', 'en')}\nThe garden opens on Saturday!!! Will you come???\n`);
    const [all, ...others] = ask(judged, [kind]);
    expect(others).toEqual([]);
    expect(all && applied(all, judged)).toContain('opens on Saturday! Will you come?\n');
  });

  it('offers nothing where nothing is safe', async () => {
    const judged = await judgedOf(`${front('marketing', 'en')}\nConfirm by midnight or your account will be closed.\n`);
    expect(ask(judged, ['source.fixAll'])).toEqual([]);
    expect(ask(judged, ['source.organizeImports'])).toEqual([]);
  });
});
