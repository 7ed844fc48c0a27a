import { expect, test } from 'vitest';
import { countKinds } from '../../src/dataset/counts.ts';
import { evidences } from '../../src/domain/relation-event.ts';
import { anEvent, aTimeline } from '../support/builders.ts';

test('claims and events are counted by kind, and events by precision and evidence', () => {
  const claim = { pair: 'CN-LS', kind: 'severed', date: '1990', source: 'ministry' } as const;
  const timelines = [
    aTimeline('CN-LS', anEvent('severed', '1990'), anEvent('resumed', '1994-01', { evidence: 'listed' })),
    aTimeline('CN-MK', anEvent('severed', '1999-02-09', { evidence: 'disputed' })),
    aTimeline('CN-PE', ...evidences.map((evidence) => anEvent('consular', '1875', { evidence }))),
  ];
  const none = { day: 0, month: 0, year: 0, official: 0, corroborated: 0, listed: 0, unconfirmed: 0, disputed: 0 };
  const counts = countKinds({ claims: [claim, { ...claim, kind: 'upgraded' }] }, timelines);
  expect(counts.map(({ kind }) => kind)).toEqual([
    ...['recognised', 'consular', 'established', 'upgraded', 'severed', 'resumed', 'all'],
  ]);
  const oneEach = { official: 1, corroborated: 1, listed: 1, unconfirmed: 1, disputed: 1 };
  expect(counts[1]).toEqual({ kind: 'consular', claims: 0, events: 5, day: 0, month: 0, year: 5, ...oneEach });
  expect(counts.slice(3, 6)).toEqual([
    { ...none, kind: 'upgraded', claims: 1, events: 0 },
    { ...none, kind: 'severed', claims: 1, events: 2, day: 1, year: 1, official: 1, disputed: 1 },
    { ...none, kind: 'resumed', claims: 0, events: 1, month: 1, listed: 1 },
  ]);
  expect(counts[6]).toMatchObject({ kind: 'all', claims: 2, events: 8, official: 2, listed: 2, disputed: 2 });
});
