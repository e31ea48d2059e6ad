import type { Reporter } from './Reporter.js';

/** An output format by its name; its code is loaded only when it is asked for. */
interface NamedReporter {
  readonly name: string;
  load(): Promise<Reporter>;
}

/** Every output format, in the order in which the help lists them. A test holds this list against the folder. */
export const reporters: readonly NamedReporter[] = [
  { name: 'stylish', load: async () => (await import('./stylish.js')).stylish },
  { name: 'json', load: async () => (await import('./json.js')).json },
  { name: 'github', load: async () => (await import('./github.js')).github },
  { name: 'sarif', load: async () => (await import('./sarif.js')).sarif },
];
