import { describe, expect, it } from 'vitest';
import { codeLenses } from '../../src/server/codeLenses.js';
import { completions } from '../../src/server/completions.js';
import { hover } from '../../src/server/hover.js';
import type { JudgedDocument } from '../../src/server/JudgedDocument.js';
import { judgedOf } from './judgedOf.js';

const german = `---
type: terms-update
---

Wir haben unsere Nutzungsbedingungen geändert. Stimmen Sie bis morgen zu, sonst wird Ihr Konto gesperrt.
`;

function hoverOn(words: string, judged: JudgedDocument): string {
  const offset = judged.document.getText().indexOf(words);
  const answer = hover(judged.document.positionAt(offset), judged);
  return answer !== null && 'value' in Object(answer.contents) ? JSON.stringify(answer.contents) : '';
}

describe('hover', () => {
  it('tells on the first line what the mail is, says and lacks, in its language', async () => {
    const text = hoverOn('---', await judgedOf(german));
    expect(text).toContain('**Art:** Änderung der Bedingungen (angegeben)');
    expect(text).toContain('**Sagt:** Änderung der Bedingungen');
    expect(text).toMatch(/\*\*Es fehlt:\*\*[^*]*Widerspruchsrecht/u);
  });

  it('tells why a passage was found and what would be better', async () => {
    const text = hoverOn('Stimmen', await judgedOf(german));
    expect(text).toContain('coercive-deadline');
    expect(text).toContain('Besser:');
    expect(text).toContain('https://');
  });

  it('makes no link or picture of the words of the mail', async () => {
    const text = hoverOn(
      'Confirm',
      await judgedOf('Confirm by midnight ![x](http://evil.example/p) or <img src=x> your account will be closed.'),
    );
    expect(text).not.toContain('](http://evil');
    expect(text).not.toContain('<img');
  });

  it('says nothing where there is nothing to say', async () => {
    expect(hoverOn('Saturday', await judgedOf('---\ntype: service\n---\n\nThe garden opens on Saturday.'))).toBe('');
  });
});

describe('code lens', () => {
  it('counts above the mail', async () => {
    const [lens, ...others] = codeLenses(await judgedOf(german));
    expect(others).toEqual([]);
    expect(lens?.command?.title).toMatch(/^Änderung der Bedingungen · Deutsch · \d+ Fehler, \d+ Warnung/u);
  });
});

describe('completion', () => {
  async function labelsAt(text: string, path = 'mail.md'): Promise<readonly string[]> {
    const offset = text.lastIndexOf('|');
    const judged = await judgedOf(text.slice(0, offset) + text.slice(offset + 1), path);
    return completions(judged.document.positionAt(offset), judged.document, judged).map(({ label }) => label);
  }

  it('knows the keys of front matter that are not there yet', async () => {
    expect(await labelsAt('---\ntype: marketing\n|\n---\n')).toEqual([
      'language',
      'subject',
      'preheader',
      'from',
      'sendDate',
    ]);
  });

  it('knows their values', async () => {
    expect(await labelsAt('---\ntype: |\n---\n')).toContain('terms-update');
    expect(await labelsAt('<!--\n---\nlanguage: |\n---\n-->\n', 'mail.mjml')).toEqual(['de', 'en']);
    expect(await labelsAt('---\nsendDate: |\n---\n')).toEqual([expect.stringMatching(/^\d{4}-\d\d-\d\d$/u)]);
    expect(await labelsAt('---\nsubject: |\n---\n')).toEqual([]);
  });

  it('knows the rules where a comment names them', async () => {
    expect(await labelsAt('Hello\n\n<!-- tactful-ignore | -->\n')).toContain('coercive-deadline');
  });

  it('knows the tags of sending services by what has been typed of them', async () => {
    expect(await labelsAt('Hello *|UN|')).toContain('*|UNSUB|*');
    expect(await labelsAt('Hello %%uns|')).toContain('%%unsubscribe%%');
    expect(await labelsAt('Hello {{ uns|')).toContain('{{ unsubscribe }}');
    expect(await labelsAt('Hello uns|')).toEqual([]);
  });
});
