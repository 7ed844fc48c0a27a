import PostalMime from 'postal-mime';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LocalStack, localStack } from '../../cli/local/local-stack.ts';
import type { Timeline } from '../../src/domain/timeline.ts';
import { anEvent, aSource, aState, aSubscriber, aTimeline, preferencesWith } from '../support/builders.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const source = aSource('mfa-cn-list', { publisher: 'Ministry of Foreign Affairs of China' });
const states = [aState('CN'), aState('MK')];
const wrong = aTimeline('CN-MK', anEvent('established', '1993-10-21', { evidence: 'listed', sources: ['enwiki-mk'] }));
const right: Timeline = {
  ...aTimeline('CN-MK', anEvent('established', '1993-10-12')),
  changes: [
    {
      ...{ release: '2028.9.26', pair: 'CN-MK', what: 'day', sources: ['mfa-cn-list'] },
      before: { kind: 'established', date: '1993-10-21', evidence: 'listed' },
      after: { kind: 'established', date: '1993-10-12', evidence: 'official' },
      reason: 'Ministry of Foreign Affairs of China gives this date.',
    },
  ],
};

let now = new Date('2028-09-01T08:00:00Z');
let stack: LocalStack;
beforeAll(async () => {
  stack = await localStack({ folder: await temporaryFolder(), port: 0, now: () => now, onError: console.error });
  await stack.seed({ timelines: [wrong], sources: [source], states });
  const preferences = preferencesWith({ pairs: ['CN-MK'], leadTimes: [30, 7, 0] });
  await stack.subscribers.put(
    aSubscriber({ preferences, coveredThrough: '2028-08-31', scheduledSince: now.toISOString() }),
  );
  await stack.runs.beginAfter(new Date('2028-09-01T07:45:00Z'));
});
afterAll(() => stack.close());

/** Lets a day's tick come, and gives the subjects of the mails that it brought. */
async function dayCame(day: string): Promise<string[]> {
  now = new Date(`${day}T08:00:00Z`);
  const before = stack.mails.all().length;
  await stack.plan(now);
  await stack.drained();
  const mails = stack.mails.all().slice(before);
  const read = await Promise.all(
    mails.map(async (mail) => PostalMime.parse(new Uint8Array(await stack.mails.raw(mail)))),
  );
  return read.map(({ subject = '' }) => subject);
}

test('a subscriber who was sent the 21st is notified once that it is the 12th', async () => {
  const told: [day: string, subjects: string[]][] = [];
  for (const day of ['2028-09-21', '2028-09-25']) told.push([day, await dayCame(day)]);
  now = new Date('2028-09-26T10:00:00Z');
  await stack.seed({ timelines: [right], sources: [source], states });
  for (const day of ['2028-09-26', '2028-09-27', '2028-09-28', '2028-10-05', '2028-10-12', '2028-10-21'])
    told.push([day, await dayCame(day)]);
  expect(told.filter(([, subjects]) => subjects.length > 0)).toEqual([
    ['2028-09-21', ['35th anniversary of relations, 21 October 2028: China – North Macedonia']],
    ['2028-09-28', ['Date corrected: China – North Macedonia']],
    ['2028-10-05', ['35th anniversary of relations, 12 October 2028: China – North Macedonia']],
    ['2028-10-12', ['35th anniversary of relations, 12 October 2028: China – North Macedonia']],
  ]);
});
