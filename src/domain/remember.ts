type Options<Question> = {
  /** The most answers kept; the oldest is evicted first. */
  readonly most: number;
  /** Returns the cache key of a question; by default the whole question. */
  readonly keyOf?: (question: Question) => unknown;
};

/**
 * Caches what `answer` returns, keyed by the question: a text, or a value that JSON can write. A rejected promise is
 * dropped, so that the next call tries again.
 */
export function remember<Answer>(answer: () => Answer): () => Answer;
export function remember<Question, Answer>(
  answer: (question: Question) => Answer,
  options: Options<Question>,
): (question: Question) => Answer;
export function remember<Question, Answer>(
  answer: (question: Question) => Answer,
  { most, keyOf = (question) => question }: Options<Question> = { most: 1 },
): (question: Question) => Answer {
  const answers = new Map<string | undefined, Answer>();
  return (question) => {
    const key = JSON.stringify(keyOf(question));
    const known = answers.get(key);
    if (known !== undefined) return known;
    const found = answer(question);
    answers.set(key, found);
    if (found instanceof Promise) found.catch(() => answers.delete(key));
    const [oldest] = answers.keys();
    if (answers.size > most) answers.delete(oldest);
    return found;
  };
}
