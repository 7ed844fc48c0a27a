import { expect, test } from 'vitest';
import { datasetStatistics } from '../../src/domain/dataset-statistics.ts';
import { anEvent, aSource, aTimeline, chinaLesotho } from '../support/builders.ts';

const undated = aTimeline(
  'FR-LS',
  anEvent('established', '1966-10', { evidence: 'disputed' }),
  anEvent('upgraded', '1970'),
);
const sources = [aSource('ministry'), aSource('list', { grade: 'encyclopedia' })];

test('the dataset is counted by states, pairs and acts, by how precise and how well supported they are', () => {
  expect(datasetStatistics([chinaLesotho, undated], sources)).toEqual({
    states: 3,
    pairs: 2,
    events: 5,
    day: 3,
    month: 1,
    year: 1,
    evidence: { official: 4, corroborated: 0, listed: 0, unconfirmed: 0, disputed: 1 },
    sources: 2,
    officialSources: 1,
  });
});

test('an empty dataset counts nothing', () => {
  const { evidence, ...counts } = datasetStatistics([], []);
  expect(new Set([...Object.values(evidence), ...Object.values(counts)])).toEqual(new Set([0]));
});
