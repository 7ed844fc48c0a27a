import type { Ports as PlannerPorts } from '../../lambdas/digest-planner/plan-through.ts';
import type { BatchPorts as SenderPorts } from '../../lambdas/digest-sender/send-batch.ts';
import type { BatchPorts as FeedbackPorts } from '../../lambdas/feedback/apply-batch.ts';
import type { BatchPorts as NoticePorts } from '../../lambdas/notice-sender/send-batch.ts';
import { addDays, parseCalendarDate } from '../../src/domain/calendar-date.ts';
import type { FindDueFacts } from '../../src/relations/due-facts.ts';

/** The product with a fault built in, which the invariants must catch. */
export type Mutant = {
  readonly planner: (ports: PlannerPorts) => PlannerPorts;
  readonly sender: (ports: SenderPorts) => SenderPorts;
  readonly noticeSender: (ports: NoticePorts) => NoticePorts;
  readonly feedback: (ports: FeedbackPorts) => FeedbackPorts;
  /** Spoils an item that is about to be stored. */
  readonly stored: (item: Record<string, unknown>) => void;
};

/** The product as it is. */
export const none: Mutant = {
  planner: (ports) => ports,
  sender: (ports) => ports,
  noticeSender: (ports) => ports,
  feedback: (ports) => ports,
  stored: () => {},
};

type Name =
  | 'no lease at all'
  | 'no lease'
  | 'short lease'
  | 'recorded before it is sent'
  | 'ledger first'
  | 'told by release'
  | 'no former schedules'
  | 'erasures that queued requests undo'
  | 'suppressions that are not applied'
  | 'addresses that never expire'
  | 'one brake for all mails'
  | 'no share of the quota for strangers';

const LONG_AGO = '1970-01-01T00:00:00.000Z';
const FAR_AHEAD = '2100-01-01T00:00:00.000Z';

export const mutants: Readonly<Record<Name, Mutant>> = {
  /** Every sender that has the message sends. */
  'no lease at all': {
    ...none,
    sender: (ports) => ({ ...ports, deliveries: { ...ports.deliveries, acquire: acquiringAll(ports) } }),
  },
  /** What another has claimed is taken over at once. */
  'no lease': {
    ...none,
    sender: ({ deliveries, ...ports }) => ({
      ...ports,
      deliveries: {
        ...deliveries,
        async acquire(planned, now) {
          const outcome = await deliveries.acquire(planned, now);
          if (outcome === 'acquired') await deliveries.release(planned, now);
          return outcome;
        },
      },
    }),
  },
  /** A lease is taken over as soon as it has ended, even if feedback is behind. */
  'short lease': {
    ...none,
    sender: (ports) => ({
      ...ports,
      watermark: { read: async () => ({ heardThrough: FAR_AHEAD, steadySince: LONG_AGO }) },
    }),
  },
  'recorded before it is sent': {
    ...none,
    sender: ({ deliveries, mailer, ...ports }) => ({
      ...ports,
      deliveries,
      mailer: {
        async send(mail) {
          const { subscriber: subscriberId = '', digest } = mail.tags;
          const day = parseCalendarDate(digest ?? '');
          if (day) await deliveries.recordSent({ subscriberId, on: day }, { messageId: 'early', at: ports.now() });
          return mailer.send(mail);
        },
      },
    }),
  },
  /** The ledger says that a run is over, and only then its digests go into the queue. */
  'ledger first': {
    ...none,
    planner: ({ queue, runs, ...ports }) => {
      const waiting: Parameters<typeof queue.send>[0][number][] = [];
      return {
        ...ports,
        queue: { send: async (digests) => void waiting.push(...digests) },
        runs: {
          ...runs,
          async finish(run, now) {
            const isFinished = await runs.finish(run, now);
            await queue.send(waiting.splice(0));
            return isFinished;
          },
        },
      };
    },
  },
  /** A release is announced on the day on which it comes, although digests of that day have gone out. */
  'told by release': {
    ...none,
    planner: ({ dueFacts, ...ports }) => ({ ...ports, dueFacts: () => onTheDayOfRelease(dueFacts()) }),
    sender: ({ dueFacts, ...ports }) => ({ ...ports, dueFacts: onTheDayOfRelease(dueFacts) }),
  },
  /** Ticks that come before a change of schedule and are planned after it find nobody. */
  'no former schedules': {
    ...none,
    planner: ({ subscribers, ...ports }) => ({
      ...ports,
      subscribers: {
        ...subscribers,
        async *at(zoneHour, after) {
          for await (const { waiting, last } of subscribers.at(zoneHour, after))
            yield { last, waiting: waiting.filter(({ until }) => until === undefined) };
        },
      },
    }),
  },
  'erasures that queued requests undo': {
    ...none,
    noticeSender: ({ subscribers, ...ports }) => ({
      ...ports,
      subscribers: {
        ...subscribers,
        erasureOf: async () => ({}),
        change: (id, decide) => subscribers.change(id, (known) => decide(known, {})),
      },
    }),
  },
  'suppressions that are not applied': {
    ...none,
    feedback: (ports) => ({ ...ports, subscribers: { change: async () => undefined } }),
  },
  'addresses that never expire': {
    ...none,
    stored: (item) => {
      if (item.email !== undefined) item.expiresAt = undefined;
    },
  },
  /** What strangers sign up counts for the brake that stops the digests. */
  'one brake for all mails': {
    ...none,
    feedback: ({ brakes, ...ports }) => ({ ...ports, brakes: { ...brakes, unconfirmed: brakes.confirmed } }),
  },
  'no share of the quota for strangers': {
    ...none,
    noticeSender: ({ sendSlots, ...ports }) => ({
      ...ports,
      sendSlots: { ...sendSlots, reserve: (mails) => sendSlots.reserve(mails, 'import') },
    }),
  },
};

/** A release counts from the second day after its own where it comes after Kiritimati's midnight. */
const DAYS_BEFORE = 2;

function onTheDayOfRelease(find: FindDueFacts): FindDueFacts {
  return async ({ coverage, changeSpan }, leadTimes) => {
    const later = changeSpan && { ...changeSpan, through: addDays(changeSpan.through, DAYS_BEFORE) };
    const { timelines, changes = [] } = await find({ coverage, changeSpan: later }, leadTimes);
    const byRelease = changes.map((one) => ({ ...one, appliedOn: addDays(one.appliedOn, -DAYS_BEFORE) }));
    return { timelines, changes: byRelease };
  };
}

/** It looks into the record, so that what is sent already is not sent over and over: senders who meet, and those who died, are the point. */
function acquiringAll({ deliveries }: SenderPorts): SenderPorts['deliveries']['acquire'] {
  return async (planned, now) => {
    const outcome = await deliveries.acquire(planned, now);
    return outcome === 'held' || outcome === 'unsettled' ? 'acquired' : outcome;
  };
}
