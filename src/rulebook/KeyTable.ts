import { foldForm } from '../reading/foldForm.js';
import type { LemmaForms } from './LemmaForms.js';
import type { CompiledVocabulary } from './SignalAutomaton.js';
import { writeWordTable } from './WordTable.js';

/** Numbers the token keys of a language and remembers the forms of every lemma that the patterns use. */
export class KeyTable {
  private readonly numbers = new Map<string, number>();
  private readonly forms = new Map<string, number[]>();
  private readonly separable = new Map<string, (string | number)[]>();

  constructor(private readonly formsOf: (lemma: string) => LemmaForms) {}

  numberOf(key: string): number {
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    this.numbers.set(key, this.numbers.size);
    return this.numbers.size - 1;
  }

  /** The key of a lemma: its stem where the language stems, else a key that all its generated forms have. */
  numberOfLemma(lemma: string): number {
    const { stem, forms, separable } = this.formsOf(lemma);
    if (stem !== undefined) return this.numberOf(`~${stem}`);
    const key = `@${lemma}`;
    if (this.numbers.has(key)) return this.numberOf(key);
    const number = this.numberOf(key);
    for (const form of new Set(forms.map(foldForm))) this.forms.set(form, [...(this.forms.get(form) ?? []), number]);
    for (const [finite, particle] of separable) {
      const form = foldForm(finite);
      this.separable.set(form, [...(this.separable.get(form) ?? []), foldForm(particle), number]);
    }
    return number;
  }

  toData(): Pick<CompiledVocabulary, 'keys' | 'forms' | 'separable'> {
    return {
      keys: [...this.numbers.keys()],
      forms: writeWordTable(this.forms),
      separable: writeWordTable(this.separable),
    };
  }
}
