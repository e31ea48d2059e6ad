import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../linter/temporaryFolder.js';
import { type Ended, runCommand } from './runCommand.js';

const threat = 'You must agree by midnight, otherwise we will close your account.';
const mail = (...lines: readonly string[]) => `---\ntype: consent\n---\n${lines.join('\n\n')}\n`;
const day = { environment: { SOURCE_DATE_EPOCH: '1795507200' } };

interface Report {
  readonly files: readonly {
    readonly path: string;
    readonly findings: readonly { readonly rule: string; readonly fingerprint: string; readonly advice: string }[];
    readonly excepted?: readonly { readonly exception: Record<string, unknown> }[];
  }[];
  readonly problems: readonly { readonly message: string; readonly line: number; readonly level?: string }[];
  readonly summary: Readonly<Record<string, number>>;
}

async function lint(cwd: string, ...args: readonly string[]): Promise<Ended & { readonly report: Report }> {
  const ended = await runCommand([...(args.length === 0 ? ['.'] : args), '--format', 'json'], { cwd, ...day });
  return { ...ended, report: JSON.parse(ended.output) };
}

function rulesIn(report: Report): readonly string[] {
  return report.files.flatMap(({ findings }) => findings.map(({ rule }) => rule));
}

describe('comments', () => {
  it.each([
    ['a.md', mail('<!-- tactful-ignore-next coercive-deadline -- Legal has asked for this -->', threat)],
    ['a.md', mail('<!-- tactful-ignore-file coercive-deadline -- Legal has asked for this -->', 'Hello.', threat)],
    [
      'a.md',
      mail(
        '<!-- tactful-ignore-start coercive-deadline -- Legal has asked for this -->',
        'Hello.',
        threat,
        '<!-- tactful-ignore-end coercive-deadline -->',
      ),
    ],
    [
      'a.md',
      `---\ntype: consent\ntactful: { ignore: [{ rule: coercive-deadline, reason: Legal has asked for this }] }\n---\n${threat}\n`,
    ],
    [
      'a.mjml',
      `<!--\n---\ntype: consent\n---\n--><mjml><mj-body><mj-section><mj-column><!-- tactful-ignore-next coercive-deadline -- Legal has asked for this --><mj-text>${threat}</mj-text></mj-column></mj-section></mj-body></mjml>`,
    ],
    [
      'a.html',
      `<!--\n---\ntype: consent\n---\n--><html><body><!-- tactful-ignore-next coercive-deadline -- Legal has asked for this --><p>${threat}</p></body></html>`,
    ],
  ])('let a finding pass in %s (%#)', async (path, text) => {
    const { report } = await lint(temporaryFolder({ [path]: text }));
    expect(rulesIn(report)).not.toContain('coercive-deadline');
    expect(report.files[0]?.excepted).toMatchObject([
      { exception: { origin: 'mail', reason: 'Legal has asked for this', place: { path } } },
    ]);
    expect(report.summary.excepted).toBe(1);
    expect(report.problems).toEqual([]);
  });

  it('let nothing pass that stands elsewhere', async () => {
    const text = mail('<!-- tactful-ignore-next coercive-deadline -- why -->', 'Hello, all is well.', threat);
    const { report, exitCode } = await lint(temporaryFolder({ 'a.md': text }));
    expect(exitCode).toBe(1);
    expect(rulesIn(report)).toContain('coercive-deadline');
    expect(report.problems).toMatchObject([{ line: 4, level: 'warning' }]);
  });

  it.each([
    ['<!-- tactful-ignore-next coercive-deadline -->', 'Say why this may pass'],
    ['<!-- tactful-ignore-next -- why -->', 'Say which rules are meant'],
    ['<!-- tactful-ignore-next coercive-dedline -- why -->', 'Did you mean “coercive-deadline”?'],
    ['<!-- tactful-ignore-nxt coercive-deadline -- why -->', 'There is no “tactful-ignore-nxt”'],
    ['<!-- tactful-ignore-end coercive-deadline -->', 'Nothing has been started'],
    ['<!-- tactful-ignore-start guilt-tripping -- why -->', 'This is never ended'],
  ])('are told what is wrong: %s', async (comment, message) => {
    const { report } = await lint(temporaryFolder({ 'a.md': mail(comment, threat) }));
    expect(rulesIn(report)).toContain('coercive-deadline');
    expect(report.problems.some((problem) => problem.message.includes(message))).toBe(true);
  });
});

describe('tactful-exceptions.yml', () => {
  async function fingerprintIn(text: string): Promise<string> {
    const { report } = await lint(temporaryFolder({ 'a.md': text }));
    const finding = report.files[0]?.findings.find(({ rule }) => rule === 'coercive-deadline');
    return finding?.fingerprint ?? '';
  }

  const entry = (fingerprint: string, ...more: readonly string[]) =>
    [
      'exceptions:',
      '  - rule: coercive-deadline',
      `    fingerprint: "${fingerprint}"`,
      '    reason: The regulator set the day',
      ...more.map((line) => `    ${line}`),
      '',
    ].join('\n');

  it('lets a finding pass, wherever the sentence moves, until the sentence changes', async () => {
    const exceptions = entry(await fingerprintIn(mail(threat)), 'by: Ada', 'until: 2099-01-31');
    const moved = await lint(
      temporaryFolder({ 'x/b.md': mail('Hello.', threat), 'tactful-exceptions.yml': exceptions }),
    );
    expect(rulesIn(moved.report)).not.toContain('coercive-deadline');
    expect(moved.report.files[0]?.excepted).toMatchObject([
      { exception: { origin: 'file', reason: 'The regulator set the day', by: 'Ada', until: '2099-01-31' } },
    ]);
    const text = mail(threat.replace('your account', 'your old account'));
    const changed = await lint(temporaryFolder({ 'a.md': text, 'tactful-exceptions.yml': exceptions }));
    expect(rulesIn(changed.report)).toContain('coercive-deadline');
    expect(changed.report.problems).toMatchObject([{ path: 'tactful-exceptions.yml', line: 2, level: 'warning' }]);
  });

  it('brings the finding back when it has run out, and says who granted it', async () => {
    const exceptions = entry(await fingerprintIn(mail(threat)), 'by: Ada', 'until: 2026-11-23');
    const { report, exitCode } = await lint(
      temporaryFolder({ 'a.md': mail(threat), 'tactful-exceptions.yml': exceptions }),
    );
    expect(exitCode).toBe(1);
    const finding = report.files[0]?.findings.find(({ rule }) => rule === 'coercive-deadline');
    expect(finding?.advice).toContain(
      'granted by Ada, ran out on 2026-11-23. Its reason was: The regulator set the day',
    );
    expect(report.problems).toMatchObject([{ path: 'tactful-exceptions.yml', level: 'warning' }]);
  });

  it('is refused where it is not as it must be', async () => {
    const broken = 'exceptions:\n  - rule: coercive-deadline\n    fingerprint: "0123456789abcdef"\n    resaon: x\n';
    const { report, exitCode } = await lint(
      temporaryFolder({ 'a.md': mail(threat), 'tactful-exceptions.yml': broken }),
    );
    expect(exitCode).toBe(2);
    expect(report.problems.map(({ message }) => message).join('\n')).toContain(
      'What may stand here: rule, fingerprint, reason',
    );
  });
});

describe('rules that may not be ignored', () => {
  const settings = 'rules: { coercive-deadline: { severity: error, ignorable: false } }\n';
  const text = mail('<!-- tactful-ignore-next coercive-deadline -- why -->', threat);

  it('are not', async () => {
    const { report } = await lint(temporaryFolder({ 'a.md': text, 'tactful.config.yml': settings }));
    expect(rulesIn(report)).toContain('coercive-deadline');
    expect(report.problems).toMatchObject([{ line: 4, message: expect.stringContaining('may not be ignored') }]);
  });

  it('stay so below a lock', async () => {
    const cwd = temporaryFolder({
      'mails/a.md': text,
      'tactful.config.yml': `locked: true\n${settings}`,
      'mails/tactful.config.yml': 'rules: { coercive-deadline: { ignorable: true } }\n',
    });
    const { report, exitCode } = await lint(cwd);
    expect(exitCode).toBe(2);
    expect(rulesIn(report)).toContain('coercive-deadline');
    expect(report.problems.map(({ message }) => message).join('\n')).toContain('forbid ignoring coercive-deadline');
  });
});

describe('what is told of exceptions', () => {
  const cwd = () =>
    temporaryFolder({
      'a.md': mail('<!-- tactful-ignore-next coercive-deadline -- Legal [x](y) wants it -->', threat),
    });

  it('is a list', async () => {
    const folder = cwd();
    const text = await runCommand(['exceptions'], { cwd: folder });
    expect(text.exitCode).toBe(0);
    expect(text.output).toContain('Reason: Legal [x](y) wants it');
    expect(text.output).toContain('1 finding is let pass.');
    const json = await runCommand(['exceptions', '--format', 'json'], { cwd: folder });
    expect(JSON.parse(json.output)).toMatchObject([
      { path: 'a.md', rule: 'coercive-deadline', origin: 'mail', reason: 'Legal [x](y) wants it' },
    ]);
  });

  it('is a suppression in SARIF and a figure for people', async () => {
    const folder = cwd();
    const { output } = await runCommand(['.', '--format', 'sarif'], { cwd: folder });
    const [run] = JSON.parse(output).runs;
    expect(run.results.filter(({ ruleId }: { ruleId: string }) => ruleId === 'coercive-deadline')).toMatchObject([
      { suppressions: [{ kind: 'inSource', status: 'accepted', justification: 'Legal [x](y) wants it' }] },
    ]);
    expect((await runCommand(['.'], { cwd: folder })).output).toContain('1 more let pass by exceptions');
  });
});
