import { expect, test } from 'vitest';
import { addDays } from '../../src/domain/calendar-date.ts';
import { functionNames } from './fault-schedule.ts';
import { historyOf } from './history.ts';
import { violationsOf } from './violations.ts';

const DAY = 24 * 60;

test('after an outage of 14 days everybody gets one mail with each day once, which says that it is late', async () => {
  const history = await historyOf({
    seed: 1,
    start: '2024-03-20T06:30:00Z',
    days: 16,
    people: [
      { name: 'ann', isSubscribed: true, preferences: { hour: 8 }, fate: 'delivered' },
      { name: 'bob', isSubscribed: true, preferences: { hour: 8, timeZone: 'Europe/Paris' }, fate: 'delivered' },
      { name: 'cyd', isSubscribed: true, preferences: { hour: 8, frequency: 'weekly' }, fate: 'delivered' },
    ],
    acts: [],
    // From after the first digests of the first two to just before their hour two weeks later.
    outages: [{ of: functionNames, from: DAY / 2, through: 14 * DAY + DAY / 2 }],
    faults: [],
    isOrderly: true,
  });
  expect(violationsOf(history)).toEqual([]);
  const caughtUp = history.accepted.filter(
    ({ at }) => at < history.start + 15 * DAY * 60_000 && at > history.start + DAY * 60_000,
  );
  const mailsOf = (name: string) => caughtUp.filter(({ to }) => to.startsWith(name));
  // The first tick after the outage is bob's of the 4th, when ann's of that day is still to come.
  for (const [name, days] of [
    ['ann', 14],
    ['bob', 15],
  ] as const) {
    const [mail, ...others] = mailsOf(name);
    expect(others).toEqual([]);
    expect(mail?.isLate).toBe(true);
    expect(mail?.tells).toEqual(Array.from({ length: days }, (_, index) => addDays('2024-03-21', index)));
  }
});

test('a change of hour at every hour of the day, around the clocks’ change, in the middle of an outage or not, loses no day and repeats none', async () => {
  for (const start of ['2024-03-30T00:30:00Z', '2024-10-26T00:30:00Z']) {
    for (let hour = 0; hour < 24; hour += 1) {
      for (const through of [0, 40 * 60]) {
        const history = await historyOf({
          seed: hour,
          start,
          days: 3,
          people: [
            { name: 'ann', isSubscribed: true, preferences: { hour: 2, timeZone: 'Europe/Paris' }, fate: 'delivered' },
            { name: 'bob', isSubscribed: true, preferences: { hour, timeZone: 'America/New_York' }, fate: 'delivered' },
          ],
          acts: [
            { at: 20 * 60, who: 'ann', does: 'prefer', preferences: { hour } },
            { at: hour * 60 + 45, who: 'bob', does: 'prefer', preferences: { hour: 3, timeZone: 'Pacific/Chatham' } },
          ],
          outages: through > 0 ? [{ of: ['digest-planner'], from: 60, through }] : [],
          faults: [],
          isOrderly: true,
        });
        expect({ start, hour, through, violations: violationsOf(history) }).toMatchObject({ violations: [] });
      }
    }
  }
});
