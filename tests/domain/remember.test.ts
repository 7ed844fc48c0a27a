import { expect, test, vi } from 'vitest';
import { remember } from '../../src/domain/remember.ts';

test('an answer is worked out once for each question', () => {
  const square = vi.fn((number: number) => number ** 2);
  const remembered = remember(square, { most: 2 });
  expect([2, 3, 2, 3].map(remembered)).toEqual([4, 9, 4, 9]);
  expect(square).toHaveBeenCalledTimes(2);
});

test('the oldest answer is forgotten when there are too many', () => {
  const square = vi.fn((number: number) => number ** 2);
  const remembered = remember(square, { most: 2 });
  for (const number of [1, 2, 3, 2, 3, 1]) remembered(number);
  expect(square.mock.calls).toEqual([[1], [2], [3], [1]]);
});

test('questions that differ only in irrelevant parts share one answer', () => {
  const lengthOf = vi.fn(({ text }: { readonly text: string; readonly at: number }) => text.length);
  const remembered = remember(lengthOf, { most: 9, keyOf: ({ text }) => text });
  expect([remembered({ text: 'ab', at: 1 }), remembered({ text: 'ab', at: 2 })]).toEqual([2, 2]);
  expect(lengthOf).toHaveBeenCalledTimes(1);
});

test('the answer to an empty question is kept', () => {
  const answer = vi.fn(() => ({}));
  const remembered = remember(answer);
  expect(remembered()).toBe(remembered());
});

test('a promise is kept unless it is rejected', async () => {
  const answers = [Promise.reject(new Error('busy')), Promise.resolve('done')];
  const ask = vi.fn(() => answers[ask.mock.calls.length - 1] ?? Promise.resolve('again'));
  const remembered = remember(ask);
  await expect(remembered()).rejects.toThrow('busy');
  expect([await remembered(), await remembered()]).toEqual(['done', 'done']);
});
