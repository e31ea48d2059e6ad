import { oneLine } from '../reporters/shared/printable.js';
import { table } from './config.js';
import { type ExitCode, exitCodes } from './ExitCode.js';
import type { ListFormat } from './exceptions.js';
import { type RuleLanguage, textIn } from './RuleLanguage.js';
import { reportProblems } from './reportProblems.js';
import type { Services, SettingsQuestion } from './Services.js';
import type { Terminal } from './Terminal.js';

export interface RulesOptions extends Pick<SettingsQuestion, 'config' | 'profile'> {
  readonly lang: RuleLanguage;
  readonly format: ListFormat;
}

/** `tactful rules`: lists the rules as the settings of the working folder have them, one a line. */
export async function rules(
  { lang, format, ...options }: RulesOptions,
  terminal: Terminal,
  services: Pick<Services, 'listRules'>,
): Promise<ExitCode> {
  const { rules: all, problems } = await services.listRules({ cwd: terminal.cwd, path: '.', ...options });
  reportProblems(problems, terminal);
  if (format === 'json') terminal.write(`${JSON.stringify(all, null, 2)}\n`);
  else {
    const rows = all.map(({ id, severity, check, languages, description }) => [
      id,
      severity,
      check,
      languages.join(','),
      oneLine(textIn(lang, description)),
    ]);
    terminal.write(
      table(rows)
        .map((line) => `${line}\n`)
        .join(''),
    );
  }
  return problems.length > 0 ? exitCodes.failed : exitCodes.clean;
}
