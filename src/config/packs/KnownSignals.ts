import type { SignalDefinition } from '../../rulebook/SignalDefinition.js';

/** Which signals there are, and in which polarities. */
export class KnownSignals {
  readonly #polarities = new Map<string, Set<string | undefined>>();

  constructor(definitions: Iterable<SignalDefinition>) {
    for (const { signal, patterns } of definitions) {
      const known = this.#polarities.get(signal) ?? new Set();
      this.#polarities.set(signal, known);
      for (const { polarity } of patterns) known.add(polarity);
    }
  }

  /** As rules and patterns name them: `consequence`, `consequence:harmful`. */
  get names(): readonly string[] {
    return [...this.#polarities].flatMap(([signal, known]) => [
      signal,
      ...[...known].flatMap((polarity) => (polarity === undefined ? [] : [`${signal}:${polarity}`])),
    ]);
  }

  has(name: string): boolean {
    const [signal = '', polarity] = name.split(':');
    const known = this.#polarities.get(signal);
    return known !== undefined && (polarity === undefined || known.has(polarity));
  }

  /** The polarities of a signal whose patterns all have one; none otherwise. */
  requiredPolarities(signal: string): readonly string[] {
    const known = [...(this.#polarities.get(signal) ?? [])];
    return known.includes(undefined) ? [] : known.flatMap((polarity) => (polarity === undefined ? [] : [polarity]));
  }
}
