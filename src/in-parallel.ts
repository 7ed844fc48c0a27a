/** Processes all, at most `atOnce` at a time. After an error it starts nothing more, and throws once all work in flight has ended. */
export async function inParallel<Each>(
  all: readonly Each[],
  atOnce: number,
  work: (each: Each) => Promise<void>,
): Promise<void> {
  const rest = oneByOne(all);
  const lane = async () => {
    for (const each of rest) await work(each);
  };
  const ends = await Promise.allSettled(Array.from({ length: atOnce }, lane));
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
}

/**
 * Splits the list into chunks of at most `size`.
 *
 * @example
 * inChunks([1, 2, 3], 2) // => [[1, 2], [3]]
 */
export function inChunks<Each>(all: readonly Each[], size: number): Each[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, index) =>
    all.slice(index * size, (index + 1) * size),
  );
}

/** Iterates for all lanes together: unlike an array's iterator, it ends for all of them when one throws. */
function* oneByOne<Each>(all: readonly Each[]): Generator<Each> {
  yield* all;
}
