import { describe, expect, it } from 'vitest';
import { run } from './fakeTerminal.js';

describe('runCommandLine', () => {
  it('prints help and version to standard output', async () => {
    const help = await run(['--help']);
    expect(help).toMatchObject({ exitCode: 0, errors: '', calls: [] });
    expect(help.output).toContain('Usage: tactful');
    expect(await run(['--version'])).toMatchObject({ exitCode: 0, output: '0.0.0-source\n', errors: '' });
  });

  it('names every format, severity, footer and input format in the help', async () => {
    const output = (await run(['--help'])).output.replaceAll(/\s+/gu, ' ');
    for (const names of [
      'stylish, compact, markdown, json, github, sarif, gitlab, rdjsonl, junit, checkstyle, azure, teamcity, tap',
      'error, warning, info, never',
      'included, injected, none',
      'mjml, markdown, html, text',
    ]) {
      expect(output).toContain(names);
    }
  });

  it.each([
    [['--fromat', 'json'], 'Did you mean --format?'],
    [['a', '--format', 'stylsh'], 'teamcity or tap. Did you mean "stylish"?'],
    [['a', '--format', 'sariff=out.sarif'], 'Did you mean "sarif"?'],
    [['a', '--format', 'sarif='], 'Name the file as well: sarif=FILE.'],
    [['a', '--format', 'json', '--format', 'sarif'], 'Name a file: --format sarif=FILE.'],
    [['a', '--format', 'json=x', '--format', 'sarif=./x'], 'Two reports would be written to “./x”.'],
    [['a', '--format', 'json', '--output', 'x', '--format', 'sarif=x'], 'Two reports would be written to “x”.'],
    [['a', '--format', 'json=x', '--output', 'y'], '--output has nothing to write'],
    [['a', '--shard', '0/2'], 'such as 2/5'],
    [['a', '--shard', '3/2'], 'such as 2/5'],
    [['a', '--shard', 'two'], 'such as 2/5'],
    [['-', '--shard', '1/2'], '--shard shares out files'],
    [['merge'], "missing required argument 'reports'"],
    [['merge', 'nowhere.json'], '“nowhere.json” cannot be read.'],
    [['a', '--fail-on', 'all'], 'Choose error, warning, info or never.'],
    [['a', '--footer', 'includd'], 'Did you mean "included"?'],
    [['a', '--input-format', 'pdf'], 'Choose mjml, markdown, html, text or eml.'],
    [['a', '--output'], 'argument missing'],
    [['test'], "missing required argument 'folders'"],
    [['test', 'a', '--min-f1', '80%'], 'Give a number from 0 to 1.'],
    [['test', 'a', '--min-f1', ''], 'Give a number from 0 to 1.'],
    [['test', 'a', '--rules', 'a,,b'], 'Name rules with commas between them.'],
    [['test', 'a', '--format', 'sarif'], 'Choose stylish or json.'],
    [['explain'], "missing required argument 'rule'"],
    [['explain', 'shouting', '--lang', 'fr'], 'Choose en or de.'],
    [['rules', 'extra'], 'too many arguments'],
  ])('says what is wrong with %j', async (args, message) => {
    const { exitCode, output, errors, calls } = await run(args);
    expect({ exitCode, output, calls }).toEqual({ exitCode: 2, output: '', calls: [] });
    expect(errors).toContain(message);
    expect(errors.trimEnd().split('\n').length).toBeLessThanOrEqual(2);
  });

  it('never shows a stack trace', async () => {
    const lintFiles = () => Promise.reject(new TypeError('No such\nthing'));
    const { exitCode, output, errors } = await run(['a'], { services: { lintFiles } });
    expect({ exitCode, output, errors }).toEqual({
      exitCode: 2,
      output: '',
      errors: 'tactful: something unexpected went wrong: No such thing\n',
    });
  });

  it('lets nothing of an argument act on the terminal or the build server', async () => {
    const { errors } = await run(['a', '--format', '\u001b[2J\n::error::x']);
    expect(errors).not.toContain('\u001b');
    expect(errors).not.toMatch(/^::/mu);
  });
});

describe('tactful test', () => {
  it('hands the options on and prints what comes back', async () => {
    const args = ['test', 'a', 'b', '--format', 'json', '--rules', 'x, y', '--min-f1', '0.8'];
    const { calls, output, exitCode } = await run(args);
    expect(calls).toEqual([
      [['a', 'b'], { cwd: '/project', format: 'json', rules: ['x', 'y'], minF1: 0.8, color: false }],
    ]);
    expect({ output, exitCode }).toEqual({ output: 'figures\n', exitCode: 0 });
  });

  it('ends as the test run ends', async () => {
    const runTest = (exitCode: 0 | 1 | 2, problems: { message: string }[] = []) =>
      run(['test', 'a'], { services: { runTest: async () => ({ output: '', exitCode, problems }) } });
    expect((await runTest(1)).exitCode).toBe(1);
    expect((await runTest(2)).exitCode).toBe(2);
    expect(await runTest(0, [{ message: 'No labels.' }])).toMatchObject({
      exitCode: 2,
      errors: 'tactful: No labels.\n',
    });
  });
});

describe('tactful rules', () => {
  it('lists the rules', async () => {
    expect((await run(['rules'])).output).toBe(
      'coercive-deadline  error    wording  de,en  A time limit is tied to a threat.\nshouting           warning  wording  en     Capitals used for force.\n',
    );
  });

  it('lists them in German, and in English where there is no German', async () => {
    expect((await run(['rules', '--lang', 'de'])).output).toContain('Frist ist mit');
    expect((await run(['rules', '--lang', 'de'])).output).toContain('Capitals');
  });
});

describe('tactful explain', () => {
  it('prints the page of a rule, safe for terminals', async () => {
    expect(await run(['explain', 'coercive-deadline'])).toMatchObject({
      exitCode: 0,
      output: '# coercive-deadline\n\nWhy.␛[2J\n',
    });
    expect((await run(['explain', 'coercive-deadline', '--lang', 'de'])).output).toContain('Warum.');
    expect((await run(['explain', 'shouting', '--lang', 'de'])).output).toBe('# shouting\n');
  });

  it('asks whether another rule was meant', async () => {
    expect(await run(['explain', 'coercive-dedline'])).toMatchObject({
      exitCode: 2,
      output: '',
      errors:
        'tactful: There is no rule “coercive-dedline”. Did you mean "coercive-deadline"? Run "tactful rules" for a list.\n',
    });
    expect((await run(['explain', 'nothing'])).errors).not.toContain('mean');
  });
});
