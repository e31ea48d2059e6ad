import type { Rulebook } from '../rulebook/Rulebook.js';

/**
 * The name by which settings call a sending service: what comes before a bracket, in lower case, joined by hyphens.
 * Several generations of one service share it.
 *
 * @example providerName('SendGrid (legacy campaigns)') // 'sendgrid'
 */
export function providerName(provider: string): string {
  const bracket = provider.indexOf('(');
  const name = bracket > 0 ? provider.slice(0, bracket) : provider;
  return name
    .trim()
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .join('-');
}

/** The sending services that settings may name, sorted. */
export function providerNames({ linkRoles }: Pick<Rulebook, 'linkRoles'>): readonly string[] {
  return [...new Set(linkRoles.tags.map(({ provider }) => providerName(provider)))].sort();
}
