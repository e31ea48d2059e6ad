import type { Reporter } from './Reporter.js';

/** An output format by its name; its code is loaded only when it is asked for. */
interface NamedReporter {
  readonly name: string;
  load(): Promise<Reporter>;
}

/** Every output format, in the order in which the help lists them. A test holds this list against the folder. */
export const reporters: readonly NamedReporter[] = [
  { name: 'stylish', load: async () => (await import('./stylish.js')).stylish },
  { name: 'compact', load: async () => (await import('./compact.js')).compact },
  { name: 'markdown', load: async () => (await import('./markdown.js')).markdown },
  { name: 'json', load: async () => (await import('./json.js')).json },
  { name: 'github', load: async () => (await import('./github.js')).github },
  { name: 'sarif', load: async () => (await import('./sarif.js')).sarif },
  { name: 'gitlab', load: async () => (await import('./gitlab.js')).gitlab },
  { name: 'rdjsonl', load: async () => (await import('./rdjsonl.js')).rdjsonl },
  { name: 'junit', load: async () => (await import('./junit.js')).junit },
  { name: 'checkstyle', load: async () => (await import('./checkstyle.js')).checkstyle },
  { name: 'azure', load: async () => (await import('./azure.js')).azure },
  { name: 'teamcity', load: async () => (await import('./teamcity.js')).teamcity },
  { name: 'tap', load: async () => (await import('./tap.js')).tap },
];
