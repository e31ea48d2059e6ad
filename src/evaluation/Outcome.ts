/** What came of one label, or of one report that has no label. Everything that is printed is counted from these. */
export interface Outcome {
  /** Whether it is about a rule or about something that a passage conveys. */
  readonly about: 'rule' | 'says';
  /** The rule's id, or the conveyance. */
  readonly name: string;
  readonly verdict: 'found' | 'missed' | 'false-alarm';
  /** The mail, or the passages list; relative to the working folder. */
  readonly path: string;
  readonly language: string;
  /** 1-based place in that file; undefined for a label about a mail as a whole. */
  readonly line: number | undefined;
  readonly column: number | undefined;
  /** The id of the passage. */
  readonly passage: string | undefined;
  /** The labelled quote, the reported words, or the passage. */
  readonly text: string | undefined;
}
