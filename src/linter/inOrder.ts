/**
 * Does something with every item, with several under way at once, and takes what comes of it in the order of the items.
 *
 * @example await inOrder(paths, 4, read, (text) => texts.push(text))
 * @throws the first error that the work or the taking throws.
 */
export async function inOrder<Item, Result>(
  items: readonly Item[],
  atOnce: number,
  work: (item: Item) => Promise<Result>,
  take: (result: Result) => void | Promise<void>,
): Promise<void> {
  const running: Promise<Result>[] = [];
  for (const item of items) {
    const first = running.length < atOnce ? undefined : running.shift();
    if (first !== undefined) await take(await first);
    const started = work(item);
    // Whoever takes it is told of an error; while it waits for its turn, nobody else is to be.
    started.catch(() => undefined);
    running.push(started);
  }
  for (const result of running) await take(await result);
}
