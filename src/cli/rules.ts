import { oneLine } from '../reporters/shared/printable.js';
import { type ExitCode, exitCodes } from './ExitCode.js';
import { type RuleLanguage, textIn } from './RuleLanguage.js';
import type { Services } from './Services.js';
import type { Terminal } from './Terminal.js';

/** `tactful rules`: lists the rules, one a line, each with its severity and what it is about. */
export async function rules(language: RuleLanguage, terminal: Terminal, services: Services): Promise<ExitCode> {
  const all = await services.loadRules();
  const idWidth = Math.max(0, ...all.map(({ id }) => id.length));
  for (const { id, severity, description } of all) {
    const columns = [id.padEnd(idWidth), severity.padEnd('warning'.length), oneLine(textIn(language, description))];
    terminal.write(`${columns.join('  ')}\n`);
  }
  return exitCodes.clean;
}
