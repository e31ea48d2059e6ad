/**
 * The first index from 0 to `length` for which `isBehind` holds, found by halving; `length` where it holds for none.
 *
 * @param isBehind holds for all indexes behind the first for which it does.
 * @example firstIndex(runs.length, (index) => (runs[index]?.end ?? 0) > offset)
 */
export function firstIndex(length: number, isBehind: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBehind(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
