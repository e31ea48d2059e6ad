import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { temporaryFolder } from '../linter/temporaryFolder.js';
import { projectFolder } from './runCommand.js';

interface Step {
  readonly name: string;
  readonly run: string;
  readonly shell: string;
  readonly env: Readonly<Record<string, string>>;
  readonly 'working-directory'?: string;
}

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default: string; readonly description: string }>>;
  readonly outputs: Readonly<Record<string, { readonly value: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}

const action: Action = parse(readFileSync(join(projectFolder, 'action.yml'), 'utf8'));
const threat = '---\ntype: consent\n---\nYou must agree by Friday, otherwise we will close your account.\n';

interface Ran {
  readonly exitCode: number | null;
  readonly output: string;
  readonly errors: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
}

/** Fills in an expression as GitHub does: the text of an input, or the folder of the action. */
function filledIn(text: string, inputs: Readonly<Record<string, string>>): string {
  return text.replace(/\$\{\{ ([\w.-]+) \}\}/gu, (_, name: string) => {
    if (name === 'github.action_path') return projectFolder;
    const value = inputs[name.replace('inputs.', '')];
    if (value === undefined) throw new Error(`${name} is not known`);
    return value;
  });
}

/** Reads outputs as the runner does. */
function readOutputs(text: string): Readonly<Record<string, string>> {
  const outputs: Record<string, string> = {};
  const lines = text.split('\n');
  for (let line = lines.shift(); line !== undefined && line !== ''; line = lines.shift()) {
    const [, name = '', end = ''] = /^([\w-]+)<<(.+)$/u.exec(line) ?? [];
    const value = lines.splice(0, lines.indexOf(end));
    lines.shift();
    outputs[name] = value.join('\n');
  }
  return outputs;
}

/** Runs all steps of the action in a folder as GitHub's runner would. */
function runAction(workspace: string, given: Readonly<Record<string, string>> = {}): Ran {
  const defaults = Object.entries(action.inputs).map(([name, input]) => [name, input.default] as const);
  const inputs = { ...Object.fromEntries(defaults), ...given };
  const temporary = temporaryFolder({ output: '', summary: '' });
  const ran = { exitCode: 0 as number | null, output: '', errors: '' };
  for (const step of action.runs.steps) {
    const env = Object.entries(step.env).map(([name, value]) => [name, filledIn(value, inputs)] as const);
    const child = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step.run], {
      cwd: join(workspace, filledIn(step['working-directory'] ?? '.', inputs)),
      env: {
        PATH: process.env.PATH,
        ...Object.fromEntries(env),
        GITHUB_ACTIONS: 'true',
        GITHUB_WORKSPACE: workspace,
        GITHUB_OUTPUT: join(temporary, 'output'),
        GITHUB_STEP_SUMMARY: join(temporary, 'summary'),
        RUNNER_TEMP: temporary,
      },
      encoding: 'utf8',
    });
    ran.exitCode = child.status;
    ran.output += child.stdout;
    ran.errors += child.stderr;
    if (child.status !== 0) break;
  }
  const outputs = readOutputs(readFileSync(join(temporary, 'output'), 'utf8'));
  // Reports in the folder for temporary files are gone after the test, as after a job.
  return { ...ran, outputs, summary: readFileSync(join(temporary, 'summary'), 'utf8') };
}

function commandsIn(output: string): readonly string[] {
  return output.split('\n').filter((line) => /^\s*::|##\w*\[/u.test(line));
}

describe('action.yml', () => {
  it('hands inputs to scripts by the environment alone', () => {
    expect(action.runs.using).toBe('composite');
    for (const { run, shell } of action.runs.steps) {
      expect(shell).toBe('bash');
      expect(run).not.toContain('${{');
    }
  });

  it('uses every input', () => {
    const used = JSON.stringify(action.runs.steps);
    for (const name of Object.keys(action.inputs)) expect(used).toContain(`\${{ inputs.${name} }}`);
  });

  it('writes every output', () => {
    const { outputs, exitCode } = runAction(temporaryFolder({ 'a.md': threat }));
    expect(exitCode).toBe(1);
    expect(Object.keys(outputs).sort()).toEqual(Object.keys(action.outputs).sort());
    for (const [name, { value }] of Object.entries(action.outputs)) {
      expect(value).toBe(`\${{ steps.lint.outputs.${name} }}`);
    }
    expect(outputs).toMatchObject({ errors: '1', problems: '0', 'exit-code': '1' });
    expect(JSON.parse(readFileSync(outputs['sarif-file'] ?? '', 'utf8')).version).toBe('2.1.0');
  });

  it('reports to the log, beside the lines, and in the summary', () => {
    const workspace = temporaryFolder({ 'sub/mails/a.md': threat });
    const inputs = { paths: 'mails\n\n', 'working-directory': 'sub', 'sarif-file': 'out/x.sarif' };
    const { output, summary, outputs } = runAction(workspace, inputs);
    expect(output).toMatch(/^mails\/a\.md \(/u);
    expect(output).toContain('\n::error file=sub/mails/a.md,line=4,');
    expect(summary).toContain('### `mails/a.md`');
    expect(outputs['sarif-file']).toBe(join(workspace, 'sub/out/x.sarif'));
    expect(existsSync(join(workspace, 'sub/out/x.sarif'))).toBe(true);
  });

  it('leaves out what is switched off, and takes options', () => {
    const workspace = temporaryFolder({ 'a.md': threat });
    const inputs = { annotations: 'false', summary: 'false', 'fail-on': 'never', options: '--footer\r\ninjected' };
    const { output, summary, exitCode } = runAction(workspace, inputs);
    expect(exitCode).toBe(0);
    expect(output).toContain('coercive-deadline');
    expect(output).not.toContain('missing-opt-out');
    expect(commandsIn(output)).toEqual([]);
    expect(summary).toBe('');
  });

  it('tells when the run could not be done', () => {
    const { exitCode, outputs, errors } = runAction(temporaryFolder(), { 'fail-on': 'sometimes' });
    expect(exitCode).toBe(2);
    expect(outputs).toEqual({ 'exit-code': '2' });
    expect(errors).toContain('Choose error, warning, info or never.');
    const missing = runAction(temporaryFolder(), { paths: 'nowhere.md' });
    expect(missing.outputs).toMatchObject({ 'exit-code': '2', errors: '0', problems: '1' });
  });
});

describe('hostile input', () => {
  const touch = 'touch pwned';

  it('runs nothing of paths', () => {
    const workspace = temporaryFolder({ 'a.md': threat });
    const paths = [
      `$(${touch})`,
      `\`${touch}\``,
      `a.md; ${touch}`,
      `a.md" && ${touch} && "`,
      `a.md' || ${touch} #`,
      '--output=pwned',
      '--format=json=pwned',
      '-',
      'merge',
      '!a.md',
      `a\u0001${touch}`,
    ];
    const { outputs } = runAction(workspace, { paths: paths.join('\n') });
    expect(outputs).toMatchObject({ 'exit-code': '2', problems: String(paths.length) });
    expect(existsSync(join(workspace, 'pwned'))).toBe(false);
  });

  it.each([['options'], ['fail-on'], ['sarif-file', 'annotations', 'summary']])('runs nothing of %s', (...names) => {
    const workspace = temporaryFolder({ 'a.md': threat });
    const evil = `$(${touch}); ${touch} \`${touch}\` "&& ${touch}`;
    const { outputs } = runAction(workspace, Object.fromEntries(names.map((name) => [name, evil])));
    expect(Number(outputs['exit-code'])).toBeGreaterThan(0);
    expect(existsSync(join(workspace, 'pwned'))).toBe(false);
  });

  it('starts no output of its own in the name of a file', () => {
    const workspace = temporaryFolder({ 'a.md': threat });
    const { outputs } = runAction(workspace, { 'sarif-file': 'x\nerrors<<y\n99\ny\nz=1' });
    expect(outputs.errors).toBe('1');
    expect(Object.keys(outputs)).not.toContain('z');
  });

  it('injects nothing by the names and texts of mails', () => {
    const workspace = temporaryFolder();
    mkdirSync(join(workspace, 'mails'));
    const names = [
      'a\'"`$(touch pwned)`.md',
      '::set-output name=errors::99\n::error::x.md',
      '##[add-mask]x ##vso[task.complete] ##teamcity[x].md',
      '--output=pwned.md',
      '<img src=x onerror=alert(1)>[x](y) @team.md',
    ];
    const evil =
      '\n::set-output name=errors::99\n::add-mask::x\n##vso[task.complete result=Failed]\n\u001b[2J<script>@team';
    for (const name of names) writeFileSync(join(workspace, 'mails', name), `${threat}${evil}`);
    const { output, errors, outputs, summary, exitCode } = runAction(workspace, { paths: 'mails\n--output=pwned.md' });
    expect(exitCode).toBe(2);
    expect(outputs).toMatchObject({ errors: '5', problems: '1' });
    expect(existsSync(join(workspace, 'pwned')) || existsSync(join(workspace, 'pwned.md'))).toBe(false);
    expect(commandsIn(output).length).toBeGreaterThan(5);
    for (const line of commandsIn(output)) expect(line).toMatch(/^::(?:error|warning|notice) [^:]*::/u);
    expect(commandsIn(errors)).toEqual([]);
    expect(output + errors + summary).not.toContain('\u001b');
    expect(commandsIn(summary)).toEqual([]);
    expect(summary).not.toMatch(/^[^`]*(?:<img|<script|\[x\]\(|@team)/mu);
  });
});
