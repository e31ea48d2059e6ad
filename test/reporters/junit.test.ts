import { type Document, type Element, isTag } from 'domhandler';
import { parseDocument } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { junit } from '../../src/reporters/junit.js';
import { awkwardReport, context, emptyReport } from './awkwardReport.js';

/** What the schema that Jenkins validates with (junit-10.xsd of its xUnit plugin) lets through, as far as it is used. */
interface Allowed {
  readonly required: readonly string[];
  readonly optional: readonly string[];
  readonly children: readonly string[];
}

const schema: Readonly<Record<string, Allowed>> = {
  testsuites: { required: [], optional: ['name', 'time', 'tests', 'failures', 'errors'], children: ['testsuite'] },
  testsuite: {
    required: ['name', 'tests', 'failures', 'errors'],
    optional: ['group', 'time', 'skipped', 'timestamp', 'hostname', 'id', 'package', 'file', 'log', 'url'],
    children: ['testsuite', 'properties', 'testcase', 'system-out', 'system-err'],
  },
  testcase: {
    required: ['name'],
    optional: ['time', 'classname', 'group'],
    children: ['skipped', 'error', 'failure', 'system-out', 'system-err'],
  },
  failure: { required: [], optional: ['type', 'message'], children: [] },
  error: { required: [], optional: ['type', 'message'], children: [] },
  'system-out': { required: [], optional: [], children: [] },
};

function elementsOf(parent: Document | Element): readonly Element[] {
  return parent.children.filter(isTag);
}

function mistakesIn(element: Element): readonly string[] {
  const allowed = schema[element.name];
  if (allowed === undefined) return [`<${element.name}> is not known`];
  const names = Object.keys(element.attribs);
  return [
    ...allowed.required.filter((name) => !names.includes(name)).map((name) => `<${element.name}> has no ${name}`),
    ...names
      .filter((name) => ![...allowed.required, ...allowed.optional].includes(name))
      .map((name) => `<${element.name}> has ${name}`),
    ...elementsOf(element)
      .filter(({ name }) => !allowed.children.includes(name))
      .map(({ name }) => `<${name}> in <${element.name}>`),
    ...elementsOf(element).flatMap(mistakesIn),
  ];
}

function rootOf(report = awkwardReport, failOn = context.failOn): Element {
  const [root] = elementsOf(parseDocument(junit.report(report, { ...context, failOn }), { xmlMode: true }));
  if (root === undefined) throw new Error('There is no root element');
  return root;
}

function countOf(root: Element, name: string): number {
  return elementsOf(root).reduce((sum, child) => sum + (child.name === name ? 1 : 0) + countOf(child, name), 0);
}

describe('junit', () => {
  it('keeps to the schema of Jenkins', () => {
    expect(rootOf().name).toBe('testsuites');
    expect(mistakesIn(rootOf())).toEqual([]);
    expect(mistakesIn(rootOf(emptyReport))).toEqual([]);
  });

  it('counts what it holds', () => {
    for (const element of [rootOf(), ...elementsOf(rootOf())]) {
      expect(element.attribs).toMatchObject({
        tests: String(countOf(element, 'testcase')),
        failures: String(countOf(element, 'failure')),
        errors: String(countOf(element, 'error')),
      });
    }
  });

  it('lets fail what fails the run, and tells the rest as output', () => {
    expect(rootOf(awkwardReport, 'error').attribs).toMatchObject({ failures: '3', errors: '3' });
    expect(rootOf(awkwardReport, 'warning').attribs).toMatchObject({ failures: '7' });
    expect(rootOf(awkwardReport, 'info').attribs).toMatchObject({ failures: '11' });
    expect(rootOf(awkwardReport, 'never').attribs).toMatchObject({ failures: '0' });
    expect(countOf(rootOf(awkwardReport, 'never'), 'system-out')).toBe(11);
  });

  it('has a passing case for mails without findings and for runs without mails', () => {
    const clean = elementsOf(rootOf()).find(({ attribs }) => attribs.name === 'mails/clean.html');
    expect(clean?.attribs).toMatchObject({ tests: '1', failures: '0', errors: '0' });
    expect(rootOf(emptyReport).attribs).toMatchObject({ tests: '1', failures: '0', errors: '0' });
  });

  it('keeps every text', () => {
    const suites = elementsOf(rootOf());
    expect(suites.map(({ attribs }) => attribs.name)[2]).toBe(awkwardReport.files[2]?.path);
  });
});
