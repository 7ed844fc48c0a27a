import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { headKey } from '../../src/adapters/dynamodb/relation-rows.ts';
import { relationsSeed } from '../../src/adapters/dynamodb/relations-seed.ts';
import { addDays, type CalendarDate } from '../../src/domain/calendar-date.ts';
import type { Change } from '../../src/domain/change.ts';
import { dayOfRelease } from '../../src/domain/correction.ts';
import type { Preferences } from '../../src/domain/preferences.ts';
import type { Timeline } from '../../src/domain/timeline.ts';
import type { TablesInMemory } from '../support/tables-in-memory.ts';
import { eventsOfEveryDay } from './dates-of-every-day.ts';
import type { AcceptedMail } from './simulated-ses.ts';

/** A data release that the stack has applied: at which instant (ms), and from which day it counts. */
export type AppliedRelease = { readonly number: number; readonly at: number; readonly day: CalendarDate };

/** Of each release the year of the act that it removes: known by year alone, it matters on every day and falls due on none of them. */
const years = ['1990', '1991'] as const;

const changes = years.map(
  (date, index): Change => ({
    ...{ release: `2024.1.${index + 1}`, pair: 'PT-SE', what: 'gone', reason: 'No source gives it.', sources: [] },
    before: { kind: 'upgraded', date, evidence: 'unconfirmed' },
  }),
);

/** The dataset as the first `count` releases left it. */
function datasetAfter(count: number): readonly Timeline[] {
  if (count === 0) return eventsOfEveryDay;
  return [...eventsOfEveryDay, { pair: 'PT-SE', events: [], changes: changes.slice(0, count) }];
}

/** Seeds the dataset of before and after each release, between which a simulated deployment switches by turning the head. */
export async function releasesIn(tables: TablesInMemory) {
  const heads: object[] = [];
  for (let count = 0; count <= years.length; count += 1) {
    await relationsSeed(tables.client, 'relations').seed(datasetAfter(count), []);
    const { Item = {} } = await tables.client.send(new GetCommand({ TableName: 'relations', Key: headKey }));
    heads.push(Item);
  }

  async function turnTo(count: number, releases: readonly AppliedRelease[]): Promise<void> {
    const days = releases.map(({ number, day }) => [changes[number]?.release ?? '', day] as const);
    const Item = { ...heads[count], releases: Object.fromEntries(days) };
    await tables.client.send(new PutCommand({ TableName: 'relations', Item }));
  }

  return {
    turnTo,
    /** Applies the next release at an instant. */
    async apply(applied: AppliedRelease[], at: number): Promise<void> {
      applied.push({ number: applied.length, at, day: dayOfRelease(new Date(at)) });
      await turnTo(applied.length, applied);
    },
  };
}

/** A stretch of time in which somebody is active, and the days that they must have been told of in it. */
type ActiveSpan = {
  readonly subscriptionVersion: number;
  readonly from: number;
  readonly stages: readonly { readonly preferences: Pick<Preferences, 'frequency'> }[];
  readonly required: readonly CalendarDate[];
};

/** Each release is announced once to everybody subscribed when it came, and by no digest of an earlier day. */
export function correctionViolations(
  name: string,
  {
    spans,
    mails,
    isExcused,
  }: { readonly spans: readonly ActiveSpan[]; readonly mails: readonly AcceptedMail[]; readonly isExcused: boolean },
  releases: readonly AppliedRelease[],
): string[] {
  return releases.flatMap(({ number, day }) => {
    const telling = mails.filter(({ text }) => text.includes(`Given before: upgraded ${years[number]}`));
    const early = telling.filter(({ on = day }) => on < day);
    return [
      ...early.map(({ on }) => `${name}: the digest of ${on} tells release ${number}, which counts from ${day}`),
      ...spans.flatMap((span) => spanViolations(`${name}: release ${number}`, span, { telling, day, isExcused })),
    ];
  });
}

type Told = { readonly telling: readonly AcceptedMail[]; readonly day: CalendarDate; readonly isExcused: boolean };

function spanViolations(what: string, span: ActiveSpan, { telling, day, isExcused }: Told): string[] {
  const times = telling.filter(({ subscriptionVersion }) => subscriptionVersion === span.subscriptionVersion).length;
  if (times > 1) return [`${what} is announced ${times} times`];
  const isThere = dayOfRelease(new Date(span.from)) <= day;
  const waits = span.stages.every(({ preferences }) => preferences.frequency === 'daily') ? 0 : MAX_DAYS_TO_DIGEST;
  const isRequired = span.required.some((date) => date >= addDays(day, waits));
  return isThere && isRequired && times === 0 && !isExcused ? [`${what} is never told`] : [];
}

/** Until the next weekly digest. */
const MAX_DAYS_TO_DIGEST = 7;
