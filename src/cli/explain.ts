import { printableLines } from '../reporters/shared/printable.js';
import { CommandError } from './CommandError.js';
import { didYouMean } from './didYouMean.js';
import { type ExitCode, exitCodes } from './ExitCode.js';
import { type RuleLanguage, textIn } from './RuleLanguage.js';
import type { Services } from './Services.js';
import type { Terminal } from './Terminal.js';

/**
 * `tactful explain <rule>`: prints the rule's page, in Markdown.
 *
 * @throws CommandError when there is no such rule.
 */
export async function explain(
  id: string,
  language: RuleLanguage,
  terminal: Terminal,
  services: Services,
): Promise<ExitCode> {
  const all = await services.loadRules();
  const rule = all.find((candidate) => candidate.id === id);
  if (rule === undefined) throw new CommandError(unknownRule(id, all));
  terminal.write(`${printableLines(textIn(language, rule.page)).trimEnd()}\n`);
  return exitCodes.clean;
}

function unknownRule(id: string, all: readonly { readonly id: string }[]): string {
  const question = didYouMean(
    id,
    all.map((rule) => rule.id),
  );
  return [`There is no rule “${id}”.`, question, 'Run "tactful rules" for a list.'].filter(Boolean).join(' ');
}
