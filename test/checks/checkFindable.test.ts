import { describe, expect, it } from 'vitest';
import { checkFindable } from '../../src/checks/checkFindable.js';
import type { FindableRule } from '../../src/rulebook/Rule.js';
import { checkingOf, rulebookOf } from './checkingOf.js';

const rules = rulebookOf({ here: ['here'], 'link-role:unsubscribe': ['unsubscribe'], leaving: ['leave the list'] });
const variants = ['hidden', 'tiny', 'invisible', 'pale', 'small', 'weaker', 'empty', 'image'];
const rule: FindableRule = {
  id: 'hidden-way',
  check: 'findable',
  severity: 'error',
  links: ['unsubscribe', 'preferences'],
  emptyWords: 'here',
  meantBy: ['leaving'],
  hidden: { size: 8, contrast: 1.5 },
  weak: { contrast: 3, bodyShare: 0.6, neighbourShare: 0.75, neighbourContrast: 4.5 },
  description: { en: 'What it is about.' },
  messages: Object.fromEntries(variants.map((name) => [name, { en: `${name} {size} {contrast} {other-size}` }])),
  advice: { en: 'Do better.' },
  suggestions: { en: [{ text: 'Better.' }] },
  references: ['uwg-7'],
  page: {},
};
const target = 'https://a.example/unsubscribe';

function found(body: string, head = '<!doctype html><html>') {
  const text = `${head}<body><p>Roses are red, violets are blue, and tulips are both.</p>${body}</body>`;
  return checkFindable(rule, checkingOf({ text, format: 'html' }, rules)).map(({ severity, message }) => [
    severity,
    message.split(' ')[0],
  ]);
}

describe('checkFindable', () => {
  it.each([
    ['error', 'hidden', `<div style="display:none"><a href="${target}">Leave</a></div>`],
    ['error', 'tiny', `<a href="${target}" style="font-size:7px;color:#000">Leave</a>`],
    ['error', 'invisible', `<a href="${target}" style="color:#ddd">Leave</a>`],
    ['warning', 'pale', `<a href="${target}" style="color:#aaa">Leave</a>`],
    ['warning', 'small', `<a href="${target}" style="font-size:9px;color:#000">Leave</a>`],
    ['warning', 'image', `<a href="${target}"><img src="a.png"></a>`],
    ['warning', 'empty', `<p>You find it <a href="${target}">here</a></p>`],
    ['warning', 'empty', `<p>Roses <a href="${target}">.</a></p>`],
    [
      'warning',
      'weaker',
      `<p><a href="https://a.example" style="color:#000">Shop</a> <a href="${target}" style="color:#888">Leave</a></p>`,
    ],
    [
      'warning',
      'weaker',
      `<p><a href="https://a.example" style="color:#000">Shop</a> <a href="${target}" style="color:#000;font-size:11px">Leave</a></p>`,
    ],
  ])('reports as %s what is %s: %s', (severity, variant, body) => {
    expect(found(body)).toEqual([[severity, variant]]);
  });

  it.each([
    ['an ordinary link', `<a href="${target}">Leave</a>`],
    ['a link with a look that nobody knows', `<a href="${target}" style="color:{{ c }};font-size:{{ s }}">Leave</a>`],
    ['a link that its sentence explains', `<p>To leave the list, click <a href="${target}">here</a></p>`],
    [
      'a hidden link beside one that is not',
      `<a href="${target}" hidden>Leave</a><p><a href="${target}">Leave</a></p>`,
    ],
    ['links of other kinds', '<a href="https://a.example" style="color:#eee">Shop</a>'],
    ['links that lead nowhere', '<a href="#unsubscribe" style="font-size:2px"></a><a href="#">unsubscribe</a>'],
    ['a picture with a text', `<a href="${target}"><img src="a.png" alt="Leave"></a>`],
  ])('says nothing of %s', (_what, body) => {
    expect(found(body)).toEqual([]);
  });

  it('reports the least hidden of several', () => {
    const body = `<a href="${target}" style="color:#eee">Leave</a><p><a href="${target}" style="color:#aaa">Leave</a></p>`;
    expect(found(body)).toEqual([['warning', 'pale']]);
  });

  it('only warns in parts of templates', () => {
    const text = `<p>Roses</p><a href="${target}" style="font-size:5px;color:#000">Leave</a>`;
    expect(checkFindable(rule, checkingOf({ text, format: 'html' }, rules))[0]?.severity).toBe('warning');
  });

  it('points at what makes the link look like that', () => {
    const text = `<!doctype html><body><p>Roses</p><div style="font-size:7px"><a href="${target}" style="color:#000">Leave</a></div></body>`;
    const [finding] = checkFindable(rule, checkingOf({ text, format: 'html' }, rules));
    expect(finding?.related.map(({ range, text: look }) => [text.slice(range.start, range.end), look])).toEqual([
      [`<a href="${target}" style="color:#000">`, '7 px, #000000 / #ffffff'],
    ]);
  });
});
