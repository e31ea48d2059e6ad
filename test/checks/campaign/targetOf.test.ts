import { describe, expect, it } from 'vitest';
import { targetOf } from '../../../src/checks/campaign/targetOf.js';

describe('targetOf', () => {
  it.each([
    ['https://Shop.example/Sale/?u=1#top', 'shop.example/sale'],
    ['https://shop.example/e/{{ token }}/yes', 'shop.example/e/_/yes'],
    ['shop.example/e/9f2c/yes', 'shop.example/e/_/yes'],
    ['//shop.example/sale', 'shop.example/sale'],
  ])('makes of %s what it is for everybody', (href, target) => {
    expect(targetOf(href)).toBe(target);
  });

  it.each(['https://shop.example', 'https://shop.example/', 'mailto:us@shop.example', '{{ url }}', ''])(
    'takes “%s” for no page of its own',
    (href) => {
      expect(targetOf(href)).toBeUndefined();
    },
  );
});
