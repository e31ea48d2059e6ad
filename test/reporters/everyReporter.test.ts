import { describe, expect, it } from 'vitest';
import type { Reporter } from '../../src/reporters/Reporter.js';
import { reporters } from '../../src/reporters/reporters.js';
import { awkwardReport, context, emptyReport } from './awkwardReport.js';

const loaded = await Promise.all(reporters.map((reporter) => reporter.load()));
const cases: readonly (readonly [string, Reporter])[] = loaded.map((reporter) => [reporter.name, reporter]);

/** The commands that formats for build servers are made of; all else that looks like one is a stranger's. */
const ownCommand: Readonly<Record<string, RegExp>> = {
  github: /^::(?:error|warning|notice) [^:]*::/u,
  azure: /^##vso\[task\.logissue /u,
  teamcity: /^##teamcity\[inspection(?:Type)? /u,
};

function linesOf(reporter: Reporter): readonly string[] {
  return reporter.report(awkwardReport, context).split('\n');
}

describe.each(cases)('%s', (name, reporter) => {
  it('writes the whole report', async () => {
    await expect(reporter.report(awkwardReport, context)).toMatchFileSnapshot(`golden/${name}.txt`);
  });

  it('lets no character through that acts on a terminal', () => {
    const output = linesOf(reporter).join('');
    expect([...output].filter((character) => /[\p{Cc}\p{Cs}\u2028-\u202e\u2066-\u2069]/u.test(character))).toEqual([]);
  });

  it('lets no command of a build server through', () => {
    const own = ownCommand[name] ?? /^(?!)/u;
    const strangers = linesOf(reporter).map((line) => (own.test(line) ? line.replace(own, 'own: ') : line));
    expect(strangers.filter((line) => line.trimStart().startsWith('::') || /##\w*\[/u.test(line))).toEqual([]);
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
