import { expect, test } from 'vitest';
import { datasetStatistics } from '../../src/domain/dataset-statistics.ts';
import { anEvent, aSource, aState, aTimeline, chinaLesotho } from '../support/builders.ts';

const undated = aTimeline(
  'FR-LS',
  anEvent('established', '1966-10', { evidence: 'disputed' }),
  anEvent('upgraded', '1970', { evidence: 'listed' }),
  anEvent('upgraded', '1971', { evidence: 'corroborated' }),
  anEvent('severed', '1972'),
);
const sources = [aSource('ministry'), aSource('embassy'), aSource('list', { grade: 'encyclopedia' })];

const none = { least: 0, most: 0 };

const states = [aState('CN'), aState('EU', { kind: 'organisation' }), aState('FR'), aState('LS')];

test('the dataset is counted by states, pairs and acts, by how precise and how well supported they are', () => {
  expect(datasetStatistics({ timelines: [chinaLesotho, undated], sources, states })).toEqual({
    states: 3,
    pairs: 2,
    events: 7,
    day: 3,
    month: 1,
    year: 3,
    evidence: { official: 4, corroborated: 1, listed: 1, unconfirmed: 0, disputed: 1 },
    held: { official: none, corroborated: none, listed: none, unconfirmed: none, disputed: none },
    sources: 3,
    officialSources: 2,
  });
});

test('an empty dataset counts nothing', () => {
  const { evidence, held, ...counts } = datasetStatistics({ timelines: [], sources: [], states: [] });
  expect(Object.values(held)).toEqual(Object.values(held).map(() => none));
  expect(new Set([...Object.values(evidence), ...Object.values(counts)])).toEqual(new Set([0]));
});

test('the shares that held stand from the least to the most of any era', () => {
  const confidence = (share: number) => ({ share, low: 0.5, high: 1, n: 20 });
  const events = [
    anEvent('established', '1980', { evidence: 'unconfirmed', confidence: confidence(0.9) }),
    anEvent('severed', '1981', { evidence: 'unconfirmed', confidence: confidence(0.7) }),
    anEvent('resumed', '1982', { evidence: 'listed', confidence: confidence(0.6) }),
  ];
  expect(
    datasetStatistics({ timelines: [aTimeline('CN-LS', ...events)], sources: [], states }).held.unconfirmed,
  ).toEqual({ least: 0.7, most: 0.9 });
});
