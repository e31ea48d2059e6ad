import type { MailType } from '../mail/Mail.js';
import type { Reading, Sentence } from '../reading/Reading.js';
import type { AddressForm } from '../rulebook/Suggestion.js';

/** What decides which better wordings fit a passage. */
export interface SuggestionContext {
  /** The passage's signals, with their polarity and without. */
  readonly signals: ReadonlySet<string>;
  /** The words of each signal where it stands first in the passage, by the signal's name. */
  readonly words: ReadonlyMap<string, string>;
  /** How the mail speaks to its reader; undefined where it doesn't show. */
  readonly address: AddressForm | undefined;
  readonly types: readonly MailType[];
}

/** The signal in whose polarity a vocabulary says how a mail speaks to its reader. */
const addressSignal = 'address-form';

/** Where nothing is known. */
export const unknownSuggestionContext: SuggestionContext = {
  signals: new Set(),
  words: new Map(),
  address: undefined,
  types: [],
};

/**
 * Gathers what decides which better wordings fit.
 *
 * @param sentences of the passage; none for a finding about the whole mail.
 * @example suggestionContextOf(match.places.map(({ sentence }) => sentence), reading).address // 'familiar'
 */
export function suggestionContextOf(sentences: readonly Sentence[], reading: Reading): SuggestionContext {
  const signals = new Set<string>();
  const words = new Map<string, string>();
  for (const sentence of sentences) {
    for (const { name, polarity, start, end } of sentence.signals) {
      signals.add(name);
      if (polarity !== undefined) signals.add(`${name}:${polarity}`);
      if (!words.has(name)) words.set(name, wordsOf(sentence, start, end));
    }
  }
  const { types, typesAreDeclared } = reading;
  const known = (typesAreDeclared ? types : types.slice(0, 1)).map(({ type }) => type);
  return { signals, words, address: addressOf(reading), types: known };
}

function wordsOf({ block, tokens }: Sentence, first: number, end: number): string {
  return block.text.value.slice(tokens[first]?.start, tokens[end - 1]?.end);
}

const addresses = new WeakMap<Reading, AddressForm | undefined>();

/** Counted once for a mail, since it may hold many findings. */
function addressOf(reading: Reading): AddressForm | undefined {
  if (addresses.has(reading)) return addresses.get(reading);
  const address = countAddress(reading);
  addresses.set(reading, address);
  return address;
}

/** Words of the formal address can mean others as well, so as many of the familiar one outweigh them. */
function countAddress({ sentences }: Reading): AddressForm | undefined {
  let formal = 0;
  let familiar = 0;
  for (const { signals } of sentences) {
    for (const { name, polarity } of signals) {
      if (name !== addressSignal) continue;
      if (polarity === 'familiar') familiar += 1;
      else formal += 1;
    }
  }
  if (formal + familiar === 0) return undefined;
  return familiar >= formal ? 'familiar' : 'formal';
}
