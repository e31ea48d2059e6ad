/**
 * The name that was probably meant, for "did you mean …?".
 *
 * @param most how many letters may differ: one in six, and never more than two, unless said otherwise.
 * @returns the candidate that differs in the fewest letters; undefined when none is that near.
 * @example closestName('missing-opt-uot', ['missing-opt-out', 'shouting']) // 'missing-opt-out'
 */
export function closestName(
  name: string,
  candidates: Iterable<string>,
  most: number = Math.min(2, Math.floor(name.length / 6)),
): string | undefined {
  let closest: string | undefined;
  let limit = most;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - name.length) > limit) continue;
    const distance = editDistance(name, candidate);
    if (distance > limit || (closest !== undefined && distance === limit)) continue;
    closest = candidate;
    limit = distance;
  }
  return closest;
}

function editDistance(from: string, to: string): number {
  let previous = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const replaced = (previous[column - 1] ?? 0) + (from[row - 1] === to[column - 1] ? 0 : 1);
      const dropped = (previous[column] ?? 0) + 1;
      const inserted = (current[column - 1] ?? 0) + 1;
      current.push(Math.min(replaced, dropped, inserted));
    }
    previous = current;
  }
  return previous[to.length] ?? 0;
}
