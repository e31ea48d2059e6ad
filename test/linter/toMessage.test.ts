import { describe, expect, it } from 'vitest';
import type { Finding, Severity } from '../../src/checks/Finding.js';
import { toMessage } from '../../src/linter/toMessage.js';
import { SourceLines } from '../../src/mail/SourceLines.js';

const source = 'Grüße 🎉\r\nAct now!\r\n';

function findingOf(severity: Severity): Finding {
  const start = source.indexOf('Act');
  return {
    rule: 'hurry',
    severity,
    message: 'This hurries.',
    advice: 'Take your time.',
    text: 'Act now',
    range: { start, end: start + 7 },
    related: [{ label: 'the hurry', text: 'now', range: { start: start + 4, end: start + 7 } }],
    suggestions: ['Whenever you like'],
    references: ['gdpr-7-4'],
  };
}

describe('toMessage', () => {
  it('has all that the unified ecosystem asks for', () => {
    const message = toMessage(findingOf('error'), new SourceLines(source), 'a.md');
    expect(message).toMatchObject({
      ruleId: 'hurry',
      source: 'tactful',
      reason: 'This hurries.',
      note: 'Take your time.',
      actual: 'Act now',
      expected: ['Whenever you like'],
      file: 'a.md',
      line: 2,
      column: 1,
      place: { start: { line: 2, column: 1, offset: 10 }, end: { line: 2, column: 8, offset: 17 } },
      severity: 'error',
      references: ['gdpr-7-4'],
    });
    expect(message.related).toHaveLength(1);
    expect(String(message)).toContain('2:1-2:8: This hurries.');
  });

  it.each([
    ['error', true],
    ['warning', false],
    ['info', undefined],
  ] as const)('says of an %s that it is fatal: %s', (severity, fatal) => {
    expect(toMessage(findingOf(severity), new SourceLines(source), 'a.md').fatal).toBe(fatal);
  });
});
