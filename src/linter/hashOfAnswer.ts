import { createHash } from 'node:crypto';
import type { IncludeAnswer } from '../formats/includes/IncludeResolver.js';

const known = new WeakMap<IncludeAnswer, string>();

/** A hash of what an include got: of the file's path and text, or of why there is none. */
export function hashOfAnswer(answer: IncludeAnswer): string {
  const hash = known.get(answer) ?? createHash('sha256').update(textOf(answer)).digest('hex');
  known.set(answer, hash);
  return hash;
}

function textOf(answer: IncludeAnswer): string {
  switch (answer.kind) {
    case 'text':
      return `text ${JSON.stringify(answer.path)} ${answer.text}`;
    case 'refused':
      return `refused ${answer.why}`;
    case 'missing':
    case 'unreadable':
      return answer.kind;
  }
}
