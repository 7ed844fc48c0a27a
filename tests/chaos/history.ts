import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { addressKey } from '../../src/adapters/dynamodb/address-key.ts';
import { brakeTables } from '../../src/adapters/dynamodb/brake-table.ts';
import { runTable } from '../../src/adapters/dynamodb/run-table.ts';
import { subscriberTable } from '../../src/adapters/dynamodb/subscriber-table.ts';
import type { MetricName } from '../../src/adapters/lambda/metric-names.ts';
import { addDays, dayOf } from '../../src/domain/calendar-date.ts';
import { scheduleFrom } from '../../src/domain/change-of-schedule.ts';
import { TICK_MINUTES, tickAt, tickServing } from '../../src/domain/schedule.ts';
import { aSubscriber, preferencesWith } from '../support/builders.ts';
import type { Item } from '../support/expressions.ts';
import { wishes } from './dates-of-every-day.ts';
import { expire } from './expire.ts';
import { addressOf, type FaultSchedule } from './fault-schedule.ts';
import { type Acknowledged, happenings } from './happenings.ts';
import { seeded } from './random.ts';
import type { AppliedRelease } from './releases.ts';
import type { SentMessage } from './simulated-queue.ts';
import type { AcceptedMail } from './simulated-ses.ts';
import { type Circumstances, releases, type Simulation, simulation, tables, type Written } from './simulation.ts';

/** What came of a schedule, once everything has come to rest. */
export type History = {
  readonly schedule: FaultSchedule;
  /** The id of each person's subscriber. */
  readonly ids: ReadonlyMap<string, string>;
  /** The data releases that came, in order. */
  readonly applied: readonly AppliedRelease[];
  readonly accepted: readonly AcceptedMail[];
  /** Every write of a subscriber's item, and every erasure, in order. */
  readonly subscribers: readonly Written[];
  readonly deliveries: readonly Item[];
  /** The bodies of the digests that were given up. */
  readonly deadDigests: readonly string[];
  readonly deadNotices: number;
  /** What the notice sender counted. */
  readonly counted: readonly MetricName[];
  /** Everything that ever waited in the two queues of mails. */
  readonly sentMessages: Readonly<Record<'digests' | 'notices', readonly SentMessage[]>>;
  /** The subscribers that are left once DynamoDB has removed what has expired, and when that was (ms). */
  readonly kept: readonly Item[];
  readonly end: number;
  readonly missedTicks: number;
  readonly acknowledged: readonly Acknowledged[];
  /** The number of the invocation that made each request to AWS, in order. */
  readonly callers: readonly number[];
  readonly start: number;
  readonly lastTick: number;
  readonly trace: readonly string[];
  /** What the product never came to an end with. */
  readonly isAtRest: boolean;
};

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const TICK_MS = TICK_MINUTES * MINUTE;

/** The most requests of one history: far more than any needs that comes to rest. */
const MAX_CALLS = 20_000;

/** Turns of the event loop after which a function that still computes is waiting for something that will never come. */
const MAX_TURNS = 10_000_000;

const ADDRESS_KEY = { id: 'address-key', key: 'a'.repeat(40) };

/** Lets a schedule happen. */
export async function historyOf(schedule: FaultSchedule, circumstances: Circumstances = {}): Promise<History> {
  const chance = Math.random;
  Math.random = seeded(schedule.seed).next;
  try {
    return await happen(simulation(schedule, circumstances));
  } finally {
    Math.random = chance;
  }
}

async function happen(simulated: Simulation): Promise<History> {
  const { schedule, start, trace, calls, queues, ses, subscriberWrites } = simulated;
  const ids = await subscribeAll(schedule);
  const applied: AppliedRelease[] = [];
  await releases.turnTo(0, applied);
  const all = happenings(simulated, ids);
  const lastTick = start + schedule.days * 24 * HOUR;
  putOnAgenda(simulated, all, lastTick);
  for (const at of schedule.releases ?? [])
    simulated.later(start + at * MINUTE, () => void releases.apply(applied, simulated.clock.now));
  const isAtRest = await comeToRest(simulated, all);
  const deliveries = tables.items('deliveries');
  const end = simulated.clock.now;
  expire(tables, end);
  return {
    ...{ schedule, ids, start, lastTick, trace, isAtRest, applied },
    acknowledged: all.acknowledged,
    missedTicks: all.missedTicks(),
    accepted: ses.accepted,
    subscribers: subscriberWrites,
    deliveries,
    sentMessages: { digests: queues.digests.all, notices: queues.notices.all },
    kept: tables.items('subscribers'),
    end,
    deadDigests: queues.digests.deadLetters.map(({ body }) => body),
    deadNotices: queues.notices.deadLetters.length,
    counted: simulated.counted,
    callers: calls.callers(),
  };
}

type Happenings = ReturnType<typeof happenings>;

/** What people do, and the ticks: some come late, some twice. */
function putOnAgenda(simulation: Simulation, { act, doAsStranger, plan }: Happenings, lastTick: number) {
  const { schedule, start, random, later } = simulation;
  for (const one of schedule.acts) later(start + one.at * MINUTE, () => act(one));
  for (const doing of schedule.strangers ?? []) later(start + doing.at * MINUTE, () => doAsStranger(doing));
  for (let day = random.next(); day < schedule.days; day += 2)
    later(start + day * 24 * HOUR, () => expire(tables, simulation.clock.now));
  for (const tick of ticksThatMatter(schedule, lastTick)) {
    const lateMs = !schedule.isOrderly && random.chance(0.1) ? random.below(10 * MINUTE) : 500;
    later(tick + lateMs, () => void plan(new Date(tick)));
    if (!schedule.isOrderly && random.chance(0.05)) later(tick + random.below(2_000), () => void plan(new Date(tick)));
  }
  later(lastTick + TICK_MS, () => void plan(new Date(tickAt(new Date(lastTick)).getTime() + TICK_MS)));
}

/** Takes one step after another. Returns whether nothing was left to do in the end. */
async function comeToRest(simulated: Simulation, all: Happenings): Promise<boolean> {
  const { calls, invocations } = simulated;
  while (calls.callers().length < MAX_CALLS) {
    if (!(await compute(invocations))) return false;
    all.confirmNewMails();
    if (!takeStep(simulated, all) && !moveClock(simulated)) return true;
  }
  return false;
}

/** Lets each invocation run until it waits for AWS or ends: the clock stands still meanwhile. Returns whether all came so far. */
async function compute({ isAtWork }: Simulation['invocations']): Promise<boolean> {
  for (let turn = 0; turn < MAX_TURNS; turn += 1) {
    await new Promise((resolve) => setImmediate(resolve));
    if (!isAtWork()) return true;
  }
  return false;
}

/** Lets one of the things happen that can happen now. Returns whether there was any. */
function takeStep({ schedule, clock, random, calls, agenda }: Simulation, { feed, feedsDue }: Happenings): boolean {
  const ready = calls.ready();
  const due = agenda.filter(({ at }) => at <= clock.now);
  const fed = schedule.isOrderly && ready.length > 0 ? [] : feedsDue();
  const choices = [...ready, ...due, ...fed];
  const choice = schedule.isOrderly ? choices[0] : choices[random.below(choices.length)];
  if (choice === undefined) return false;
  if ('by' in choice) calls.take(choice);
  else if ('queue' in choice) void feed(choice);
  else {
    agenda.splice(agenda.indexOf(choice), 1);
    choice.happens();
  }
  return true;
}

/** Moves the clock to when something can happen next. Returns whether anything can. */
function moveClock({ schedule, start, clock, calls, agenda, queues }: Simulation): boolean {
  const endsOfOutages = schedule.outages.map(({ through }) => start + through * MINUTE);
  const nexts = [calls.next(), ...agenda.map(({ at }) => at), ...Object.values(queues).map((queue) => queue.next())];
  const next = Math.min(...[...nexts, ...endsOfOutages].filter((at) => at > clock.now));
  if (!Number.isFinite(next)) return false;
  clock.now = next;
  return true;
}

/** Starts the brakes' counts one mail short of a decision. */
const NEARLY_JUDGED = { mails: 999, bounces: 0, complaints: 0 };

/** Writes the subscribers of the start. Returns everybody's id. */
async function subscribeAll({ people, start, strangers }: FaultSchedule): Promise<Map<string, string>> {
  await tables.answer(new PutCommand({ TableName: 'subscribers', Item: ADDRESS_KEY }));
  const { subscriberId } = addressKey(tables.client, 'subscribers');
  const { put } = subscriberTable(tables.client, 'subscribers', () => new Date(start));
  const ids = new Map<string, string>();
  await runTable(tables.client, 'runs').beginAfter(new Date(tickAt(new Date(start)).getTime() - TICK_MS));
  if (strangers)
    for (const brake of Object.values(brakeTables(tables.client, 'limits')))
      await brake.count(NEARLY_JUDGED, new Date(start));
  for (const { name, isSubscribed, preferences } of people) {
    const email = addressOf(name);
    const id = await subscriberId(email);
    ids.set(name, id);
    const schedule = scheduleFrom(preferencesWith({ ...wishes, ...preferences }), new Date(start));
    if (isSubscribed) await put(aSubscriber({ id, email, ...schedule }));
  }
  return ids;
}

/** The ticks at which it is an hour that somebody has chosen, and those that could bring a reminder. The others would find nobody. */
function ticksThatMatter({ start, people, acts, days }: FaultSchedule, lastTick: number): number[] {
  const began = Date.parse(start);
  const chosen = [...people, ...acts].map(({ preferences }) => preferencesWith(preferences));
  const zones = new Set(chosen.map(({ timeZone }) => timeZone));
  const hours = new Set(chosen.map(({ hour }) => hour));
  const dates = Array.from({ length: days + 3 }, (_, index) => addDays(dayOf(new Date(began)), index - 1));
  const ticks = new Set([Math.ceil(began / TICK_MS) * TICK_MS]);
  for (const zone of zones)
    for (const hour of hours) for (const date of dates) ticks.add(tickServing({ date, hour }, zone).getTime());
  for (const { does, at } of acts)
    if (does === 'subscribe')
      for (const hour of [24, 25, 26]) ticks.add(Math.floor((began + at * MINUTE) / HOUR) * HOUR + hour * HOUR);
  return [...ticks].filter((tick) => began <= tick && tick <= lastTick).sort((one, other) => one - other);
}
