import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The built command. */
export const command = fileURLToPath(new URL('../../dist/cli.cjs', import.meta.url));

/** The project's own folder. */
export const projectFolder = fileURLToPath(new URL('../..', import.meta.url));

/** What the build server that runs the tests says must not change what the command does. */
const outsidePipelines = { GITHUB_ACTIONS: '', GITHUB_WORKSPACE: '', CI_PROJECT_DIR: '' };

export interface Ended {
  readonly exitCode: number | null;
  readonly output: string;
  readonly errors: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly input?: string | Uint8Array;
  /** Whether nobody reads the output. */
  readonly closesOutput?: boolean;
  readonly environment?: Readonly<Record<string, string>>;
}

/** Runs the built command as a shell would. */
export function runCommand(args: readonly string[], options: RunOptions = {}): Promise<Ended> {
  return runProgram(command, args, options);
}

/** Runs a program that Node can run. */
export function runProgram(program: string, args: readonly string[], options: RunOptions = {}): Promise<Ended> {
  const { cwd = projectFolder, input = '', closesOutput = false, environment = {} } = options;
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...args], {
      cwd,
      env: { ...process.env, ...outsidePipelines, ...environment },
    });
    let output = '';
    let errors = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      errors += text;
    });
    if (closesOutput) child.stdout.destroy();
    // A command that has ended already reads no input any more.
    child.stdin.on('error', () => undefined).end(input);
    child.on('error', reject).on('close', (exitCode) => resolve({ exitCode, output, errors }));
  });
}
