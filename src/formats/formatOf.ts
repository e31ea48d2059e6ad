import type { MailFormat } from '../mail/Mail.js';

const formats: ReadonlyMap<string, MailFormat> = new Map([
  ['mjml', 'mjml'],
  ['md', 'markdown'],
  ['markdown', 'markdown'],
  ['html', 'html'],
  ['htm', 'html'],
  ['txt', 'text'],
  ['text', 'text'],
  ['eml', 'eml'],
]);

/** Endings of template languages, which stand behind the ending of the format (`welcome.mjml.hbs`). */
const templateEndings = new Set([
  'twig',
  'hbs',
  'handlebars',
  'mustache',
  'erb',
  'ejs',
  'liquid',
  'j2',
  'jinja',
  'jinja2',
  'njk',
  'tpl',
  'ftl',
  'ftlh',
  'vm',
  'tmpl',
  'gotmpl',
  'php',
]);

/**
 * The format of a file by its name. A template without a second ending is HTML.
 *
 * @returns undefined where the name is not one of a mail.
 * @example formatOf('mails/welcome.mjml.hbs') // 'mjml'
 */
export function formatOf(path: string): MailFormat | undefined {
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  const endings = name.toLowerCase().split('.').slice(1);
  const last = endings.at(-1);
  if (last === undefined) return undefined;
  if (!templateEndings.has(last)) return formats.get(last);
  const beforeLast = formats.get(endings.at(-2) ?? '');
  return beforeLast ?? (last === 'php' ? undefined : 'html');
}
