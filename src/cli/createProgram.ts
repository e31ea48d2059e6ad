import { Command, InvalidArgumentError, Option } from 'commander';
import { footerSettings } from '../checks/CheckContext.js';
import type { MailFormat } from '../mail/Mail.js';
import type { FailOn, Reporter } from '../reporters/Reporter.js';
import { reporters } from '../reporters/reporters.js';
import { choiceOf } from './choiceOf.js';
import type { ExitCode } from './ExitCode.js';
import { explain } from './explain.js';
import { type LintOptions, lint } from './lint.js';
import { type RuleLanguage, ruleLanguages } from './RuleLanguage.js';
import { rules } from './rules.js';
import type { Services } from './Services.js';
import type { Terminal } from './Terminal.js';
import { type TestCommandOptions, test, testFormats } from './test.js';
import { version } from './version.js';

const failOnNames: readonly FailOn[] = ['error', 'warning', 'info', 'never'];
const mailFormats: readonly MailFormat[] = ['mjml', 'markdown', 'html', 'text', 'eml'];
const reporterNames = reporters.map((reporter) => reporter.name);

const examples = `
Exit codes:
  0  no finding at or above --fail-on
  1  findings at or above --fail-on
  2  the run could not be done, or not wholly

Examples:
  tactful mails
  tactful "mails/**/*.mjml" --fail-on warning
  tactful . --format sarif --output tactful.sarif
  tactful - --stdin-filename mail.md < mail.md`;

/**
 * The command line with all its commands and options.
 *
 * @param finish Gets the exit code of the command that was run.
 */
export function createProgram(terminal: Terminal, services: Services, finish: (exitCode: ExitCode) => void): Command {
  const program = new Command('tactful')
    .description('Lints email templates for tone and fairness.')
    .version(version, '-v, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .enablePositionalOptions()
    .exitOverride()
    .configureOutput({ writeOut: terminal.write, writeErr: terminal.writeError })
    .addHelpText('after', examples);
  addLint(program, terminal, services, finish);
  addTest(program, terminal, services, finish);
  addRules(program, terminal, services, finish);
  addExplain(program, terminal, services, finish);
  return program;
}

type Add = (program: Command, terminal: Terminal, services: Services, finish: (exitCode: ExitCode) => void) => void;

const addLint: Add = (program, terminal, services, finish) => {
  program
    .argument('[patterns...]', 'files, folders and globs; "-" for standard input (default: the working folder)')
    .addOption(choice('--format <name>', 'how to write the report', reporterNames).default('stylish'))
    .option('--output <file>', 'write the report to a file')
    .addOption(choice('--fail-on <severity>', 'lowest severity that fails the run', failOnNames).default('error'))
    .addOption(choice('--footer <place>', 'where the footer comes from', footerSettings))
    .option('--profile <id>', 'how early changes must be announced: de-payment-services, eu-platforms, …')
    .addOption(choice('--input-format <format>', 'format of the mails, whatever their names', mailFormats))
    .option('--stdin-filename <path>', 'file that standard input stands for')
    .option('--no-gitignore', 'lint what .gitignore files leave out, too')
    .action(async (patterns: readonly string[], { format, ...options }: LintOptions & { readonly format: string }) => {
      finish(await lint(patterns, { ...options, reporter: await reporterNamed(format) }, terminal, services));
    });
};

const addTest: Add = (program, terminal, services, finish) => {
  program
    .command('test')
    .description('measure the rules on labelled mails (NAME.expect.yml) and passages (passages*.yml)')
    .argument('<folders...>', 'folders, files and globs of labels')
    .addOption(choice('--format <name>', 'how to write the figures', testFormats).default('stylish'))
    .option('--rules <ids>', 'only these rules, with commas between them', parseList)
    .option('--min-f1 <number>', 'lowest F1 that is good enough, 0 to 1', parseShare)
    .action(async (folders: readonly string[], options: TestCommandOptions) => {
      finish(await test(folders, options, terminal, services));
    });
};

const addRules: Add = (program, terminal, services, finish) => {
  program
    .command('rules')
    .description('list the rules')
    .addOption(languageOption())
    .action(async ({ lang }: { readonly lang: RuleLanguage }) => finish(await rules(lang, terminal, services)));
};

const addExplain: Add = (program, terminal, services, finish) => {
  program
    .command('explain')
    .description('print why a rule is there, with examples')
    .argument('<rule>', 'the id of the rule')
    .addOption(languageOption())
    .action(async (rule: string, { lang }: { readonly lang: RuleLanguage }) => {
      finish(await explain(rule, lang, terminal, services));
    });
};

function languageOption(): Option {
  return choice('--lang <language>', 'language of the texts', ruleLanguages).default('en');
}

function choice(flags: string, description: string, names: readonly string[]): Option {
  return new Option(flags, `${description}: ${names.join(', ')}`).argParser(choiceOf(names));
}

function reporterNamed(name: string): Promise<Reporter> {
  const reporter = reporters.find((candidate) => candidate.name === name);
  if (reporter === undefined) throw new RangeError(`No reporter is named ${name}`);
  return reporter.load();
}

function parseList(value: string): readonly string[] {
  const items = value.split(',').map((item) => item.trim());
  if (items.some((item) => item === '')) throw new InvalidArgumentError('Name rules with commas between them.');
  return items;
}

function parseShare(value: string): number {
  const share = Number(value);
  if (value.trim() === '' || !(share >= 0 && share <= 1)) throw new InvalidArgumentError('Give a number from 0 to 1.');
  return share;
}
