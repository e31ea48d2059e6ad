import { describe, expect, it } from 'vitest';
import { noSettings } from '../../src/config/Settings.js';
import { hashOfAnswer } from '../../src/linter/hashOfAnswer.js';
import { lintingHere, lintTask } from '../../src/linter/lintTask.js';
import { MailLinter } from '../../src/linter/MailLinter.js';
import type { MailTask } from '../../src/linter/MailTask.js';
import { frameRulebook } from './frameRulebook.js';
import { temporaryFolder } from './temporaryFolder.js';

function taskFor(text: string, path = 'a.md'): MailTask {
  return { text, options: { path }, settings: noSettings, rulebook: frameRulebook };
}

function linterIn(files: Readonly<Record<string, string>> = {}): MailLinter {
  return new MailLinter(temporaryFolder(files), frameRulebook);
}

describe('lintTask', () => {
  it('gives plain data, which another thread can be sent', async () => {
    const linter = linterIn();
    const result = lintTask(linter, taskFor('Hello.'));
    expect(result.outcome?.report.path).toBe('a.md');
    expect(structuredClone(result)).toEqual(result);
    expect(await lintingHere(linter).lint(taskFor('Hello.'))).toEqual(result);
  });

  it('tells what was asked for to be included, found or not', () => {
    const linter = linterIn({ 'part.html': '<p>Hello.</p>' });
    const text = '{% include "part.html" %}{% include "gone.html" %}';
    const asked = lintTask(linter, taskFor(text, 'a.html'), hashOfAnswer).outcome?.asked ?? [];
    expect(asked.map(({ request }) => request.target)).toEqual(['part.html', 'gone.html']);
    expect(new Set(asked.map(({ answer }) => answer)).size).toBe(2);
    const other = linterIn({ 'part.html': '<p>Hello!</p>' });
    const changed = lintTask(other, taskFor(text, 'a.html'), hashOfAnswer).outcome?.asked ?? [];
    expect(changed[0]?.answer).not.toBe(asked[0]?.answer);
    expect(changed[1]).toEqual(asked[1]);
  });

  it('makes a problem of an error that nobody foresaw', () => {
    const { rules: _, ...broken } = frameRulebook;
    const rulebook = Object.defineProperty({ ...broken, rules: [] }, 'rules', {
      get: () => {
        throw new RangeError('too deep');
      },
    });
    const { outcome, problems } = lintTask(linterIn(), { ...taskFor('Hello.'), rulebook });
    expect(outcome).toBeUndefined();
    expect(problems).toEqual([{ path: 'a.md', message: expect.stringContaining('too deep') }]);
  });

  it('says what is missing where the format is unknown', () => {
    const { problems } = lintTask(linterIn(), taskFor('Hello.', 'a'));
    expect(problems).toEqual([{ path: 'a', message: 'The format of “a” cannot be told from its name.' }]);
  });
});
