import { expect, test } from 'vitest';
import { packContent, readPack, snapshotRows } from '../../../src/adapters/dynamodb/relations-snapshot.ts';
import { anEvent, aTimeline } from '../../support/builders.ts';

const confidence = { share: 0.96, low: 0.94, high: 0.98, n: 321 };
const ministry = { publisher: 'Ministère des Affaires étrangères, 外交部 🇸🇬', url: 'https://mfa.example/a' };
const book = { publisher: 'A book', url: '' };
const timelines = [
  aTimeline('AR-SG', anEvent('established', '1974-02-01', { cited: [ministry, book], confidence })),
  aTimeline(
    'BR-SG',
    anEvent('established', '1967-11-02', { cited: [ministry], confidence }),
    anEvent('severed', '1970'),
  ),
];

test('what many events share is read back with each of them, in every script', () => {
  const { rows } = snapshotRows({ timelines, sources: [], states: [] });
  const everything = rows.filter(({ pk }) => pk.endsWith(' everything'));
  expect(readPack(packContent.everything, everything, { table: 't', pk: 'p' }).timelines).toEqual(timelines);
  const day = rows.filter(({ pk }) => pk.endsWith(' day 11-02'));
  expect(readPack(packContent.timelines, day, { table: 't', pk: 'p' })).toEqual([timelines[1]]);
});
