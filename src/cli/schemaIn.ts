import { existsSync } from 'node:fs';
import { join } from 'node:path';

const installed = 'node_modules/tactful/schemas/settings.schema.json';

/** The schema of settings in a folder that has the package installed, relative to the folder. */
export function schemaIn(cwd: string): string | undefined {
  return existsSync(join(cwd, installed)) ? `./${installed}` : undefined;
}
