import { describe, expect, it } from 'vitest';
import { formatOf } from '../../src/formats/formatOf.js';

describe('formatOf', () => {
  it.each([
    ['a/welcome.mjml', 'mjml'],
    ['a/Welcome.EML', 'eml'],
    ['a\\WELCOME.MD', 'markdown'],
    ['a.markdown', 'markdown'],
    ['a.htm', 'html'],
    ['a.txt', 'text'],
    ['a.text', 'text'],
    ['a.html.twig', 'html'],
    ['a.mjml.hbs', 'mjml'],
    ['a.txt.erb', 'text'],
    ['a.html.j2', 'html'],
    ['a.liquid', 'html'],
    ['a.hbs', 'html'],
    ['a.tpl', 'html'],
    ['a.ftl', 'html'],
  ])('knows %s', (path, format) => {
    expect(formatOf(path)).toBe(format);
  });

  it.each(['a.ts', 'README', 'a.php', 'mails.html/a', '.mjmlconfig', ''])('does not know %j', (path) => {
    expect(formatOf(path)).toBeUndefined();
  });
});
