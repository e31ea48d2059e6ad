/** `##vso[` of Azure Pipelines, `##teamcity[`, and `##[` of older GitHub runners, which act anywhere in a line. */
const bracketCommand = /##([a-z]*)\[/giu;

/**
 * Makes lines of text safe to print in a build log, where the build server would take some lines as its commands:
 * `::command::` at the start of a line gets a backslash before it, the bracket of `##command[` becomes a round one.
 *
 * @example withoutLogCommands('::set-output name=a::b') // '\\::set-output name=a::b'
 */
export function withoutLogCommands(text: string): string {
  return text.replace(bracketCommand, '##$1(').split('\n').map(withoutLeadingColons).join('\n');
}

function withoutLeadingColons(line: string): string {
  const content = line.trimStart();
  return content.startsWith('::') ? `${line.slice(0, line.length - content.length)}\\${content}` : line;
}
