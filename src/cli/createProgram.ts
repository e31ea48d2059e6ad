import { Command, InvalidArgumentError, Option } from 'commander';
import { footerSettings } from '../checks/CheckContext.js';
import type { MailFormat } from '../mail/Mail.js';
import type { FailOn } from '../reporters/Reporter.js';
import { type BaselineOptions, baseline } from './baseline.js';
import { choiceOf } from './choiceOf.js';
import { type ConfigOptions, config } from './config.js';
import type { ExitCode } from './ExitCode.js';
import { verify } from './evidence.js';
import { type ExceptionsOptions, exceptions, listFormats } from './exceptions.js';
import { explain } from './explain.js';
import { addFormat, type FormatChoice, reporterNames } from './FormatChoice.js';
import { init } from './init.js';
import { languageServer } from './languageServer.js';
import { type LintOptions, lint } from './lint.js';
import { merge } from './merge.js';
import { parseConcurrency } from './parseConcurrency.js';
import { parseShard } from './parseShard.js';
import { type RuleLanguage, ruleLanguages } from './RuleLanguage.js';
import { reportTargets } from './reportTargets.js';
import { type RulesOptions, rules } from './rules.js';
import type { Services } from './Services.js';
import type { Terminal } from './Terminal.js';
import { type TestCommandOptions, test, testFormats } from './test.js';
import { version } from './version.js';

const failOnNames: readonly FailOn[] = ['error', 'warning', 'info', 'never'];
const mailFormats: readonly MailFormat[] = ['mjml', 'markdown', 'html', 'text', 'eml'];

const examples = `
Exit codes:
  0  no finding at or above --fail-on
  1  findings at or above --fail-on
  2  the run could not be done, or not wholly

Examples:
  tactful mails
  tactful "mails/**/*.mjml" --fail-on warning
  tactful . --format stylish --format sarif=tactful.sarif
  tactful . --changed-lines=origin/main
  tactful merge shard-1.json shard-2.json
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
  addMerge(program, terminal, services, finish);
  addTest(program, terminal, services, finish);
  addBaseline(program, terminal, services, finish);
  addExceptions(program, terminal, services, finish);
  addEvidence(program, terminal, services, finish);
  addConfig(program, terminal, services, finish);
  addInit(program, terminal, services, finish);
  addRules(program, terminal, services, finish);
  addExplain(program, terminal, services, finish);
  addLanguageServer(program, terminal, services, finish);
  return program;
}

type Add = (program: Command, terminal: Terminal, services: Services, finish: (exitCode: ExitCode) => void) => void;

const addLint: Add = (program, terminal, services, finish) => {
  program
    .argument('[patterns...]', 'files, folders and globs; "-" for standard input (default: the working folder)')
    .addOption(formatOption())
    .option('--output <file>', 'write the report to a file')
    .addOption(failOnOption())
    .addOption(choice('--footer <place>', 'where the footer comes from', footerSettings))
    .addOption(choice('--input-format <format>', 'format of the mails, whatever their names', mailFormats))
    .option('--stdin-filename <path>', 'file that standard input stands for')
    .option('--profile <name>', 'what the rules weigh and ask for, whatever the settings say: eu, de, uk, us, strict')
    .option('--config <file>', 'the settings for all mails, instead of tactful.config.yml in their folders')
    .option('--no-config', 'read no settings')
    .option('--evidence <file>', 'write down what was linted, how, and what came of it, for “tactful evidence verify”')
    .option('--fix', 'make the replacements that are safe: one mark for several')
    .option('--fix-dry-run', 'print them as a patch, and change nothing')
    .option(
      '--changed [ref]',
      'lint only mails that differ from where this branch left another, or from the last commit',
    )
    .option('--changed-lines [ref]', 'as --changed, and tell of words only where lines have changed')
    .option('--baseline <file>', 'the findings that are known already, instead of the nearest tactful-baseline.json')
    .option('--no-baseline', 'tell of known findings, too')
    .option('--no-gitignore', 'lint what .gitignore files leave out, too')
    .option('--cache', 'take what earlier runs have found about mails that are as they were')
    .option('--cache-location <folder>', 'folder of the cache (default: node_modules/.cache/tactful or .tactfulcache)')
    .option('--concurrency <number>', 'how many threads lint, or auto (default: auto)', parseConcurrency)
    .option('--watch', 'lint again whenever something changes')
    .option('--shard <n/m>', 'lint only one of m shares of the mails, for jobs side by side', parseShard)
    .action(async (patterns: readonly string[], { format, output, ...options }: LintOptions & OutputOptions) => {
      const targets = await reportTargets(format ?? [], output, terminal);
      finish(await lint(patterns, { ...options, targets }, terminal, services));
    });
};

interface OutputOptions {
  readonly format?: readonly FormatChoice[];
  readonly output?: string;
}

const addMerge: Add = (program, terminal, services, finish) => {
  program
    .command('merge')
    .description('make one report of those that jobs with --shard wrote with --format json')
    .argument('<reports...>', 'the JSON files of all shards')
    .addOption(formatOption())
    .option('--output <file>', 'write the report to a file')
    .addOption(failOnOption())
    .action(
      async (files: readonly string[], { format, output, failOn }: OutputOptions & { readonly failOn: FailOn }) => {
        const targets = await reportTargets(format ?? [], output, terminal);
        finish(await merge(files, { targets, failOn }, terminal, services));
      },
    );
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

const addBaseline: Add = (program, terminal, services, finish) => {
  program
    .command('baseline')
    .description('write down the findings that there are, so that only new ones are told from then on')
    .argument('[patterns...]', 'files, folders and globs (default: the working folder)')
    .option('--prune', 'only take out what is gone')
    .option('--baseline <file>', 'the file to write, instead of the nearest tactful-baseline.json')
    .option('--profile <name>', 'the profile that mails are linted with')
    .option('--config <file>', 'the settings for all mails, instead of those in their folders')
    .action(async (patterns: readonly string[], options: BaselineOptions) => {
      finish(await baseline(patterns, options, terminal, services));
    });
};

const addExceptions: Add = (program, terminal, services, finish) => {
  program
    .command('exceptions')
    .description('list what exceptions let pass, with reasons')
    .argument('[patterns...]', 'files, folders and globs (default: the working folder)')
    .addOption(listFormatOption())
    .option('--config <file>', 'the settings for all mails, instead of those in their folders')
    .action(async (patterns: readonly string[], options: ExceptionsOptions) => {
      finish(await exceptions(patterns, options, terminal, services));
    });
};

const addRules: Add = (program, terminal, services, finish) => {
  program
    .command('rules')
    .description('list the rules as the settings have them: severity, kind of check, languages')
    .addOption(languageOption())
    .addOption(listFormatOption())
    .option('--profile <name>', 'the profile that rules are taken from')
    .option('--config <file>', 'the settings, instead of those of the working folder')
    .option('--no-config', 'read no settings')
    .action(async ({ config: chosen, ...options }: RulesOptions & { readonly config: string | boolean }) => {
      const choice = typeof chosen === 'string' || chosen === false ? { config: chosen } : {};
      finish(await rules({ ...options, ...choice }, terminal, services));
    });
};

const addEvidence: Add = (program, terminal, _services, finish) => {
  const evidence = program.command('evidence').description('hold records of runs against the files that are there now');
  evidence
    .command('verify')
    .description('check that a record is whole and that no file in it has changed')
    .argument('<file>', 'what --evidence has written')
    .action(async (file: string) => finish(await verify(file, terminal)));
};

const addConfig: Add = (program, terminal, services, finish) => {
  program
    .command('config')
    .description('print the settings that hold for a mail, and where each comes from')
    .argument('<file>', 'the mail, which need not be there')
    .addOption(listFormatOption())
    .option('--profile <name>', 'the profile, whatever the settings say')
    .option('--config <file>', 'the settings, instead of those in the folders of the mail')
    .action(async (file: string, options: ConfigOptions) => finish(await config(file, options, terminal, services)));
};

const addInit: Add = (program, terminal, services, finish) => {
  program
    .command('init')
    .description('write a first tactful.config.yml, after a look at the mails of the folder')
    .action(async () => finish(await init(terminal, services)));
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

const addLanguageServer: Add = (program, _terminal, services, finish) => {
  program
    .command('lsp')
    .description('serve an editor (Language Server Protocol)')
    .option('--stdio', 'speak over standard input and output, which is the only way there is')
    .action(async () => finish(await languageServer(services)));
};

function languageOption(): Option {
  return choice('--lang <language>', 'language of the texts', ruleLanguages).default('en');
}

function choice(flags: string, description: string, names: readonly string[]): Option {
  return new Option(flags, `${description}: ${names.join(', ')}`).argParser(choiceOf(names));
}

function listFormatOption(): Option {
  return choice('--format <name>', 'how to write the list', listFormats).default('text');
}

function formatOption(): Option {
  const names = reporterNames.join(', ');
  const description = `how to write the report; NAME=FILE writes it to a file, and the option may be given again: ${names} (default: stylish)`;
  return new Option('--format <name>', description).argParser(addFormat);
}

function failOnOption(): Option {
  return choice('--fail-on <severity>', 'lowest severity that fails the run', failOnNames).default('error');
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
