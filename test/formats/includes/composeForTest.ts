import { type ComposedMail, composeIncludes } from '../../../src/formats/includes/composeIncludes.js';
import type { IncludeResolver } from '../../../src/formats/includes/IncludeResolver.js';
import type { TextFormat } from '../../../src/formats/readContent.js';
import { templateTags } from '../parseForTest.js';

/** Files by the targets that ask for them. */
export function resolverOf(files: Readonly<Record<string, string>>): IncludeResolver {
  return ({ target }) => {
    const text = files[target];
    return text === undefined ? { kind: 'missing' } : { kind: 'text', path: target, text };
  };
}

/** Composes a mail called `mail` from its text and other files. */
export function compose(
  text: string,
  files: Readonly<Record<string, string>> = {},
  format: TextFormat = 'mjml',
): ComposedMail | undefined {
  return composeIncludes(text, { format, templateTags, path: 'mail', resolve: resolverOf(files) });
}

/** Only the text of it. */
export function composedText(
  text: string,
  files: Readonly<Record<string, string>> = {},
  format: TextFormat = 'mjml',
): string {
  return compose(text, files, format)?.composition.text ?? text;
}
