import { describe, expect, test } from 'vitest';
import { type PreviewAnswer, previewLines, previewSentence } from '../../src/web/preview-words.ts';
import { wordsIn } from '../../src/wording/pages.ts';

const names = new Map([
  ['CN', 'China'],
  ['LS', 'Lesotho'],
]);
const { form, digests } = wordsIn('en');
const words = {
  messages: form.preview,
  more: digests.more('{count}'),
  state: (code: string) => names.get(code) ?? code,
};
const resumption = { pair: 'CN-LS', years: 30, title: '30th anniversary of the resumption of diplomatic relations' };
const list = 'https://jubilee.example/due?from=2024-01-12&through=2024-01-12';
const empty = { on: '2024-01-11', items: [], more: 0, list };

function answering(digestsInNext12Months: number, next: PreviewAnswer['next']): PreviewAnswer {
  return { digestsInNext12Months, next };
}

describe('the preview says in one sentence', () => {
  test.each([
    [
      'how many digests come and what the next one contains',
      answering(17, [{ on: '2024-01-12', items: [resumption], more: 0, list }]),
      '17 digests in the next 12 months; the next: 12 January, China – Lesotho, 30 years',
    ],
    [
      'which digest comes when it is the only one',
      answering(1, [{ on: '2024-01-12', items: [{ ...resumption, years: 1 }], more: 0, list }]),
      '1 digest in the next 12 months: 12 January, China – Lesotho, 1 year',
    ],
    ['that none comes', answering(0, []), 'No digest in the next 12 months.'],
    ['how many notes come when nothing is due', answering(366, [empty]), '366 digests in the next 12 months'],
    [
      'what is next after notes that nothing is due',
      answering(366, [empty, { on: '2024-01-12', items: [resumption], more: 0, list }]),
      '366 digests in the next 12 months; the next: 12 January, China – Lesotho, 30 years',
    ],
  ])('%s', (_what, answer, sentence) => {
    expect(previewSentence(answer, words)).toBe(sentence);
  });
});

test('each of the next digests is shown with its first milestone and a link to the others', () => {
  const next = [empty, { on: '2024-01-12', items: [resumption, resumption], more: 3, list }];
  expect(previewLines(answering(2, next), words)).toEqual([
    { date: '11 January', text: '–', more: undefined },
    {
      date: '12 January',
      text: `China – Lesotho: ${resumption.title}`,
      more: { text: '4 more in the complete list', url: list },
    },
  ]);
});
