import { type Declaration, readDeclarations } from './declarations.js';

/** What a browser does with elements by itself, as far as it makes text more or less noticeable. */
const sheet: Readonly<Record<string, string>> = {
  h1: 'font-size:2em;font-weight:bold',
  h2: 'font-size:1.5em;font-weight:bold',
  h3: 'font-size:1.17em;font-weight:bold',
  h4: 'font-weight:bold',
  h5: 'font-size:0.83em;font-weight:bold',
  h6: 'font-size:0.67em;font-weight:bold',
  b: 'font-weight:bolder',
  strong: 'font-weight:bolder',
  th: 'font-weight:bold;text-align:center',
  small: 'font-size:smaller',
  sub: 'font-size:smaller',
  sup: 'font-size:smaller',
  big: 'font-size:larger',
  center: 'text-align:center',
  caption: 'text-align:center',
  mark: 'background-color:#ffff00;color:#000000',
  button: 'font-size:13.333px;font-weight:normal;color:#000000;background-color:#efefef;text-align:center',
  input: 'font-size:13.333px;font-weight:normal;color:#000000;text-align:left',
  select: 'font-size:13.333px;font-weight:normal;color:#000000',
  textarea: 'font-size:13.333px;font-weight:normal;color:#000000',
  template: 'display:none',
  noscript: 'display:inline',
  dialog: 'display:none',
};

/** Without a doctype, tables don't take over sizes and weights from what is around them. */
const quirkySheet: Readonly<Record<string, string>> = {
  table: 'font-size:medium;font-weight:normal',
};

const none: readonly Declaration[] = [];

/** The declarations of a browser for an element of a name. */
export const browserStyles = compiled(sheet);

/** The same in a document without a doctype. */
export const quirkyStyles = compiled({ ...sheet, ...quirkySheet });

function compiled(rules: Readonly<Record<string, string>>): (name: string) => readonly Declaration[] {
  const byName = new Map(Object.entries(rules).map(([name, block]) => [name, readDeclarations(block)]));
  return (name) => byName.get(name) ?? none;
}
