import { settingsSchema } from '../src/config/settingsSchema.js';
import type { Rulebook } from '../src/rulebook/Rulebook.js';

/** Where the build writes the schema of settings files; it is committed, so that editors find it without a build. */
export const settingsSchemaFile = 'schemas/settings.schema.json';

/** The text of that file. */
export function settingsSchemaText(rulebook: Rulebook): string {
  return `${JSON.stringify(settingsSchema(rulebook), undefined, 1)}\n`;
}
