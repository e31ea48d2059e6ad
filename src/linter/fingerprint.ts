const basis = 0xcbf29ce484222325n;
const prime = 0x100000001b3n;

/**
 * What tells a finding from all others of its mail: the rule, the words of the sentence that it is about, and which of
 * several alike it is. Moving the sentence changes nothing, changing a word of it does; capitals, punctuation and white
 * space are no words.
 *
 * @param words as a reader sees them; empty for what is said of a mail as a whole.
 * @param occurrence 1 for the first in the mail.
 * @returns 16 hexadecimal digits, the same on every machine.
 * @example fingerprint('shouting', 'Act NOW!', 1) === fingerprint('shouting', 'act now', 1) // true
 */
export function fingerprint(rule: string, words: string, occurrence: number): string {
  // Two numbers of FNV-1a at 64 bits: http://www.isthe.com/chongo/tech/comp/fnv/
  let hash = basis;
  for (const unit of new TextEncoder().encode([rule, wordsOf(words), occurrence].join('\n'))) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(unit)) * prime);
  }
  return hash.toString(16).padStart(16, '0');
}

function wordsOf(text: string): string {
  const words = text
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '')
    .join(' ');
  return words === '' ? text.trim() : words;
}
