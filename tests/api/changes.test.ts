import { expect, test } from 'vitest';
import { inMemory, theApi } from '../../bench/served-api.ts';
import { anEvent, aState, aTimeline } from '../support/builders.ts';

const change = (pair: 'CN-MK' | 'FR-LS', release: string, reason: string) =>
  ({
    ...{ release, pair, reason, sources: [] },
    before: { kind: 'established', date: '1993-10-21', evidence: 'unconfirmed' },
    after: { kind: 'established', date: '1993-10-12', evidence: 'official' },
    what: 'day',
  }) as const;

const states = ['CN', 'FR', 'LS', 'MK'].map((code) => aState(code));
const timelines = [
  {
    ...aTimeline('CN-MK', anEvent('established', '1993-10-12')),
    changes: [change('CN-MK', '2026.12.1', 'The ministry.')],
  },
  { ...aTimeline('FR-LS', anEvent('established', '1993-10-12')), changes: [change('FR-LS', '2027.1.1', 'A note.')] },
];
const dataset = inMemory({ timelines, sources: [], states });
const app = theApi({ dataset: async () => dataset });
const textOf = async (path: string) => (await app.request(path)).text();

test('the page of changes has the latest release first, with what was said, what is right and why', async () => {
  const html = await textOf('/changes');
  expect(html.indexOf('2027.1.1')).toBeLessThan(html.indexOf('2026.12.1'));
  expect(html).toContain('21 October 1993 → Establishment, 12 October 1993');
  expect(html).toContain('The ministry.');
});

test('of one state there are only its own', async () => {
  const html = await textOf('/changes?state=CN');
  expect(html).toContain('The ministry.');
  expect(html).not.toContain('A note.');
});

test('a pair tells its history, on its page and to programs', async () => {
  expect(await textOf('/relations/CN-MK')).toContain('What has changed here');
  expect(JSON.parse(await textOf('/v1/relations/CN-MK')).changes).toMatchObject([
    { release: '2026.12.1', what: 'day' },
  ]);
});

test('a page of changes that makes no sense is refused', async () => {
  expect((await app.request('/changes?page=0')).status).toBe(400);
  expect(await textOf('/changes?page=7')).toContain('Nothing has changed yet');
});
