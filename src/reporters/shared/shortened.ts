/** A text of at most so many UTF-16 code units; an ellipsis stands for what is left out. */
export function shortened(text: string, maximum: number): string {
  return text.length <= maximum ? text : `${text.slice(0, maximum - 1)}…`;
}
