/**
 * A text as the data of a log command, in which line breaks would end it. See `escapeData` of
 * https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts; Azure's agent reads the same.
 */
export function escapedLogData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
