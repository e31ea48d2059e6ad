import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Finding, severities } from '../../src/checks/Finding.js';
import type { LintReport } from '../../src/linter/LintReport.js';
import type { Reporter } from '../../src/reporters/Reporter.js';
import { reporters } from '../../src/reporters/reporters.js';
import { awkwardReport, context, emptyReport, findingOn } from './awkwardReport.js';

const loaded = await Promise.all(reporters.map((reporter) => reporter.load()));
const cases: readonly (readonly [string, Reporter])[] = loaded.map((reporter) => [reporter.name, reporter]);

/** The commands that formats for build servers are made of; all else that looks like one is a stranger's. */
const ownCommand: Readonly<Record<string, RegExp>> = {
  github: /^::(?:error|warning|notice) [^:]*::/u,
  azure: /^##vso\[task\.logissue /u,
  teamcity: /^##teamcity\[inspection(?:Type)? /u,
};

function linesOf(reporter: Reporter, report = awkwardReport): readonly string[] {
  return reporter.report(report, context).split('\n');
}

function actingIn(lines: readonly string[]): readonly string[] {
  return [...lines.join('')].filter((character) => /[\p{Cc}\p{Cs}\u2028-\u202e\u2066-\u2069]/u.test(character));
}

function strangersCommandsIn(name: string, lines: readonly string[]): readonly string[] {
  const own = ownCommand[name] ?? /^(?!)/u;
  const rest = lines.map((line) => line.replace(own, 'own: '));
  return rest.filter((line) => line.trimStart().startsWith('::') || /##\w*\[/u.test(line));
}

const pieces = [
  ...'\n\r\t :;,%|\'"`[]()<>&#@!*_\\~^$={}-+.1ax\0\u001b\u0085\u009b\u2028\u202e\ud83c\udf81ü',
  '::error::x',
  '##[x]',
  '##vso[x]',
  '##teamcity[x]',
  ']]>',
  '-->',
  '</script>',
  '# SKIP',
  '...',
  '---',
];
const strangersText = fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((parts) => parts.join(''));

/** A report whose every text is a stranger's. */
const strangersReport: fc.Arbitrary<LintReport> = fc
  .tuple(strangersText, strangersText, strangersText, fc.constantFrom(...severities), fc.nat({ max: 12 }))
  .map(([path, source, text, severity, start]) => {
    const range = { start: Math.min(start, source.length), end: source.length };
    const finding: Finding = {
      ...{ rule: text, severity, message: `${text} ${path}`, advice: text, text: source, range },
      ...{ related: [{ label: text, text: path, range }], suggestions: [text], references: [text] },
    };
    return {
      files: [{ path, source, types: [], language: 'en', says: [], findings: [finding] }],
      problems: [{ path, message: text }, { message: path }],
    };
  });

const harmlessFinding = { ...findingOn('Act now', 'now'), severity: 'error' as const };
const harmlessReport: LintReport = {
  files: [{ path: 'a', source: 'Act now', types: [], language: 'en', says: [], findings: [harmlessFinding] }],
  problems: [{ path: 'a', message: 'b' }, { message: 'c' }],
};

/** Formats in which every finding and problem is as many lines, whatever it says. */
const isByLine = ['compact', 'github', 'rdjsonl', 'azure', 'tap', 'junit', 'checkstyle'];
const isJson = ['json', 'sarif', 'gitlab'];
const isXml = ['checkstyle'];

function tagsIn(lines: readonly string[]): readonly string[] {
  return lines.join('\n').match(/<\/?[a-z?]+/gu) ?? [];
}

describe.each(cases)('%s', (name, reporter) => {
  it('writes the whole report', async () => {
    await expect(reporter.report(awkwardReport, context)).toMatchFileSnapshot(`golden/${name}.txt`);
  });

  it('lets no character through that acts on a terminal', () => {
    expect(actingIn(linesOf(reporter))).toEqual([]);
  });

  it('lets no command of a build server through', () => {
    expect(strangersCommandsIn(name, linesOf(reporter))).toEqual([]);
  });

  it('bears any text', () => {
    const shape = linesOf(reporter, harmlessReport).length;
    fc.assert(
      fc.property(strangersReport, (report) => {
        const lines = linesOf(reporter, report);
        expect(actingIn(lines)).toEqual([]);
        expect(strangersCommandsIn(name, lines)).toEqual([]);
        if (isByLine.includes(name)) expect(lines).toHaveLength(shape);
        if (isJson.includes(name)) expect(() => JSON.parse(lines.join('\n'))).not.toThrow();
        if (isXml.includes(name)) expect(tagsIn(lines)).toEqual(tagsIn(linesOf(reporter, harmlessReport)));
      }),
      { numRuns: 150 },
    );
  });

  it('says the same every time, and ends with a line break or says nothing', () => {
    expect(reporter.report(awkwardReport, context)).toBe(reporter.report(awkwardReport, context));
    for (const report of [awkwardReport, emptyReport]) expect(reporter.report(report, context)).toMatch(/^$|\n$/u);
  });

  it('does not heed the colours of a terminal unless it is for people', () => {
    const colored = reporter.report(awkwardReport, { ...context, color: true });
    expect(colored.includes('\u001b[')).toBe(name === 'stylish');
  });
});
