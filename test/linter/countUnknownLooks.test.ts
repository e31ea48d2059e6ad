import { expect, it } from 'vitest';
import { countUnknownLooks } from '../../src/linter/countUnknownLooks.js';
import { parseForTest } from '../formats/parseForTest.js';

it('counts the texts whose look a file does not tell, by the reason', () => {
  const body =
    '<p>a</p><p style="color:{{ c }}">b</p><div style="background:url(x)"><p>c</p><p>d</p></div><p hidden>e</p>';
  expect(countUnknownLooks(parseForTest(`<!doctype html><body>${body}</body>`, 'html'))).toEqual({
    'template-tag': 1,
    'background-image': 2,
  });
  expect(countUnknownLooks(parseForTest('# a', 'markdown'))).toBeUndefined();
});
