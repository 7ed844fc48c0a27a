import { expect, test } from 'vitest';
import type { Pair } from '../../src/domain/relation-event.ts';
import { statusOn, type Timeline } from '../../src/domain/timeline.ts';
import { timelines } from './real-dataset.ts';

const asOf = '2026-11-28';
const byPair = new Map<Pair, Timeline>(timelines.map((timeline) => [timeline.pair, timeline]));

function statusOf(pair: Pair): string {
  const timeline = byPair.get(pair);
  return timeline === undefined ? 'nothing on file' : statusOn(timeline, asOf);
}

test.each<Pair>(['AL-RU', 'BG-ES', 'CO-EC', 'CU-PA', 'ES-MX', 'ET-QA', 'IR-SN', 'JP-VE', 'MV-QA', 'QA-TD'])(
  '%s is in force again after a break',
  (pair) => {
    expect(statusOf(pair)).toBe('in force');
  },
);

test.each<Pair>(['CU-IL', 'EC-NI', 'IL-ML', 'IL-MV', 'IL-NE', 'IR-SO', 'IR-YE'])(
  '%s, which lists carry as suspended, was broken off on a known date',
  (pair) => {
    expect(statusOf(pair)).toBe('severed');
  },
);

test.each<[Pair, string]>([
  ['BF-FR', 'severed'],
  ['BO-EH', 'severed'],
  ['BO-IL', 'in force'],
  ['BS-XK', 'in force'],
  ['CO-VE', 'in force'],
  ['CU-EC', 'severed'],
  ['CU-PE', 'in force'],
  ['DM-SY', 'severed'],
  ['EH-GH', 'severed'],
  ['US-VE', 'in force'],
])('%s is %s after the latest news on file', (pair, status) => {
  expect(statusOf(pair)).toBe(status);
});
