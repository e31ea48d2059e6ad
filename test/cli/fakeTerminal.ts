import { runCommandLine } from '../../src/cli/runCommandLine.js';
import type { RuleDescription, Services } from '../../src/cli/Services.js';
import type { Terminal } from '../../src/cli/Terminal.js';
import type { LintReport } from '../../src/linter/LintReport.js';

export const fakeRules: readonly RuleDescription[] = [
  {
    id: 'coercive-deadline',
    severity: 'error',
    description: { en: 'A time limit is tied to a threat.', de: 'Eine Frist ist mit einer Drohung verbunden.' },
    page: { en: '# coercive-deadline\n\nWhy.\u001b[2J\n', de: '# coercive-deadline\n\nWarum.\n' },
    url: 'https://tactful.example/coercive-deadline',
  },
  {
    id: 'shouting',
    severity: 'warning',
    description: { en: 'Capitals used for force.' },
    page: { en: '# shouting\n' },
    url: '',
  },
];

export interface Ran {
  readonly exitCode: number;
  readonly output: string;
  readonly errors: string;
  /** What the services were called with. */
  readonly calls: readonly (readonly unknown[])[];
}

export interface FakeRun {
  readonly report?: LintReport;
  readonly services?: Partial<Services>;
  readonly terminal?: Partial<Terminal>;
  readonly input?: string | Uint8Array;
}

/** Runs a command with fake services and a fake terminal. */
export async function run(args: readonly string[], fake: FakeRun = {}): Promise<Ran> {
  const calls: (readonly unknown[])[] = [];
  let output = '';
  let errors = '';
  const services: Services = {
    lintFiles: async (...call) => {
      calls.push(call);
      return fake.report ?? { files: [], problems: [] };
    },
    watchFolder: async () => undefined,
    runTest: async (...call) => {
      calls.push(call);
      return { output: 'figures\n', exitCode: 0, problems: [] };
    },
    settingsOf: async () => ({ problems: [] }),
    listRules: async () => ({
      rules: fakeRules.map(({ id, severity, description }) => ({
        id,
        severity,
        check: 'wording' as const,
        languages: Object.keys(description).sort(),
        description,
      })),
      problems: [],
    }),
    evidenceOf: async () => '',
    firstSettings: async () => ({ text: '', mails: 0 }),
    loadRules: async () => fakeRules,
    serve: async () => {
      calls.push(['serve']);
    },
    ...fake.services,
  };
  const terminal: Terminal = {
    cwd: '/project',
    environment: {},
    isOutputInteractive: false,
    readInput: async () => Buffer.from(fake.input ?? ''),
    write: (text) => {
      output += text;
    },
    writeError: (text) => {
      errors += text;
    },
    ...fake.terminal,
  };
  const exitCode = await runCommandLine(args, terminal, services);
  return { exitCode, output, errors, calls };
}
