import { readFileSync } from 'node:fs';

/**
 * What the build has made of all its code and rules: another for every change.
 *
 * @throws Error when the package was not built.
 */
export function loadFingerprint(): string {
  return readFileSync(new URL('./fingerprint.txt', import.meta.url), 'utf8');
}
