/** Sets worked on at a time: disks sync several files in little more than the time of one. */
const WIDTH = 8;

/**
 * Does the work for each item, some at a time, each started in order. Where one fails, no more are
 * started, and the first failure is thrown when those under way have ended.
 */
export async function inParallel<Item>(
  items: Iterable<Item>,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const iterator = items[Symbol.iterator]();
  const failures: unknown[] = [];
  const worker = async () => {
    for (;;) {
      const next = failures.length === 0 ? iterator.next() : { done: true as const };
      if (next.done) return;
      await work(next.value).catch((error) => failures.push(error));
    }
  };
  await Promise.all(Array.from({ length: WIDTH }, worker));
  if (failures.length > 0) throw failures[0];
}
