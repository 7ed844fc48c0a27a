import type { Preferences } from '../../src/domain/preferences.ts';
import {
  type Act,
  type Doing,
  type Fault,
  type FaultSchedule,
  faultKinds,
  type Outage,
  type Person,
} from './fault-schedule.ts';
import { type Random, seeded } from './random.ts';

/** Where the clocks change, or have just changed, and where they never do. */
const starts = [
  '2024-03-30T09:07:00Z',
  '2024-10-26T05:00:00Z',
  '2024-11-02T13:41:00Z',
  '2024-02-28T06:14:59Z',
] as const;

/** Few, so that people meet at one hour: with clocks that change in the night, with odd offsets, on both sides of the date line. */
const zones = [
  'UTC',
  'Europe/Paris',
  'America/New_York',
  'Asia/Kathmandu',
  'Pacific/Chatham',
  'Pacific/Pago_Pago',
] as const;
const hours = [0, 1, 2, 3, 8, 8, 8, 17, 23] as const;

const DAY = 24 * 60;

/** The schedule of a number, in a run from a seed. */
export function randomSchedule(seed: number, number: number): FaultSchedule {
  const random = seeded(seed * 1_000_003 + number);
  if (random.chance(0.02)) return weeksOfForgetting(random);
  const isLong = random.chance(0.05);
  const releases = releasesOf(seeded(seed * 7_919 + number));
  const days = isLong ? 9 : 2 + releases.length;
  const zone = [random.pick(zones), random.pick(zones)];
  const scheduleOf = (): Partial<Preferences> => ({
    timeZone: random.pick(zone),
    hour: random.pick(hours),
    ...(isLong && {
      frequency: random.pick(['daily', 'weekly', 'weekly']),
      weekday: random.pick(['monday', 'sunday', 'wednesday']),
    }),
  });
  const stalled = stalls(random);
  const people = ['ann', 'bob', 'cyd']
    .slice(0, random.between(2, 3))
    .map((name, index) => aPerson(name, index < 2, random, scheduleOf));
  const schedule = {
    seed: random.below(2 ** 31),
    start: random.pick(starts),
    days,
    people,
    acts: people.flatMap((person) => actsOf(person, random, { scheduleOf, mostDays: isLong ? 2 : 1 })),
    releases,
    outages: [...outages(random, days), ...stalled],
    faults: sortFaults(stalled.length > 0 ? lostAcceptances(random) : faults(random)),
    isOrderly: false,
  };
  return random.chance(0.2) ? withStrangers(schedule, random) : schedule;
}

/** Few, because each takes as long as some others: addresses are to be forgotten, and somebody comes back just before or after. */
function weeksOfForgetting(random: Random): FaultSchedule {
  const [who, at] = ['ann', random.below(DAY)];
  const back = at + random.between(20, 30) * DAY + random.below(DAY);
  const preferences = { timeZone: random.pick(zones), hour: random.pick(hours) };
  const acts: Act[] = [{ who, does: 'unsubscribe', at }];
  if (random.chance(0.7)) acts.push({ who, does: random.pick(['undo', 'subscribe']), at: back, preferences });
  return {
    seed: random.below(2 ** 31),
    start: random.pick(starts),
    days: 31,
    people: [{ name: who, isSubscribed: true, preferences, fate: 'delivered' }],
    acts,
    strangers: strangersOf(['nobody', 'ann'], random),
    outages: [],
    faults: sortFaults(faults(random)),
    isOrderly: false,
  };
}

function aPerson(name: string, isSubscribed: boolean, random: Random, scheduleOf: () => Partial<Preferences>): Person {
  const fate = random.chance(0.9)
    ? 'delivered'
    : random.pick(['bounced', 'bounced for now', 'complained about'] as const);
  const preferences: Partial<Preferences> = { ...scheduleOf(), ...(random.chance(0.5) && { kinds: ['upgraded'] }) };
  return { name, isSubscribed, preferences, fate };
}

/** Nobody bounces or complains but strangers, so that whatever stops the digests is their doing. Half of the time nothing else goes wrong. */
function withStrangers(schedule: FaultSchedule, random: Random): FaultSchedule {
  const people = schedule.people.map((person) => ({ ...person, fate: 'delivered' as const }));
  const names = people.map(({ name }) => name);
  const isFlood = random.chance(0.1);
  const strangers = isFlood ? flood(random) : strangersOf(names, random);
  const isCalm = isFlood || random.chance(0.5);
  return { ...schedule, people, strangers, ...(isFlood && SMALL_QUOTA), ...(isCalm && { outages: [], faults: [] }) };
}

/** Room for everybody's digests, unless strangers use it up. */
const SMALL_QUOTA = { mailsPerDay: 30 };

function strangersOf(names: readonly string[], random: Random): Doing[] {
  return Array.from({ length: random.between(1, 6) }, (_, index) => {
    const own = { name: random.pick(names), domain: 'ministry.example' };
    const other = { name: `${random.pick(['dead', 'angry', 'somebody'])}${index}`, domain: 'town.example' };
    const asks = random.pick(['to subscribe', 'to subscribe', 'for a link'] as const);
    return { at: random.below(DAY), asks, ...random.pick([own, other]), ip: `198.51.100.${random.below(3)}` };
  });
}

/** As many sign-ups as the quota has mails, each from a network of its own. */
function flood(random: Random): Doing[] {
  const from = random.below(DAY / 2);
  return Array.from({ length: SMALL_QUOTA.mailsPerDay }, (_, index) => ({
    at: from + random.below(60),
    asks: 'to subscribe',
    name: `somebody${index}`,
    domain: `town${index}.example`,
    ip: `203.0.113.${index}`,
  }));
}

type Wishing = { readonly scheduleOf: () => Partial<Preferences>; readonly mostDays: number };

function actsOf(
  { name: who, isSubscribed, preferences }: Person,
  random: Random,
  { scheduleOf, mostDays }: Wishing,
): Act[] {
  const at = () => random.below(mostDays * DAY);
  const erasing = erasingOf(who, random, { at, preferences });
  if (!isSubscribed) return [{ who, does: 'subscribe', at: random.below(DAY / 2), preferences }, ...erasing];
  const acts: Act[] = [...erasing];
  if (random.chance(0.5)) acts.push({ who, does: 'prefer', at: at(), preferences: scheduleOf() });
  if (random.chance(0.2)) acts.push({ who, does: 'prefer', at: at(), preferences: scheduleOf() });
  if (random.chance(0.25)) {
    const leaves = at();
    acts.push({ who, does: 'unsubscribe', at: leaves });
    if (random.chance(0.5)) acts.push({ who, does: 'undo', at: leaves + random.below(DAY) });
  }
  return acts;
}

/** Somebody has everything erased, and perhaps asks for digests again, at once or later. */
function erasingOf(
  who: string,
  random: Random,
  { at, preferences }: { readonly at: () => number; readonly preferences: Partial<Preferences> },
): Act[] {
  if (!random.chance(0.2)) return [];
  const erases = at();
  const erasing: Act = { who, does: 'erase', at: erases };
  return random.chance(0.5)
    ? [erasing, { who, does: 'subscribe', at: erases + random.below(DAY / 2), preferences }]
    : [erasing];
}

/** At the beginning, so that the digests that must tell of them come before the end. */
function releasesOf(random: Random): number[] {
  if (!random.chance(0.2)) return [];
  return Array.from({ length: random.between(1, 2) }, () => random.below(DAY / 2)).sort((one, other) => one - other);
}

function outages(random: Random, days: number): Outage[] {
  if (!random.chance(0.25)) return [];
  const of = random.pick<Outage['of']>([
    ['digest-planner'],
    ['digest-sender'],
    ['digest-planner', 'digest-sender', 'notice-sender', 'api'],
  ]);
  const from = random.below(DAY);
  return [{ of, from, through: Math.min(from + random.between(30, 2 * DAY), (days - 0.7) * DAY) }].filter(
    (outage) => outage.through > outage.from,
  );
}

/** What SES tells of mails is not heard for a day. */
function stalls(random: Random): Outage[] {
  if (!random.chance(0.2)) return [];
  const from = random.below(DAY / 2);
  const of = random.pick<Outage['of']>([['feedback'], ['SES events'], ['feedback', 'SES events']]);
  return [{ of, from, through: from + DAY }];
}

function faults(random: Random): Fault[] {
  return Array.from({ length: random.below(7) }, () => ({
    call: random.between(1, 200),
    kind: random.pick(faultKinds),
  }));
}

/** Faults that leave it to feedback to tell whether SES accepted a mail. */
function lostAcceptances(random: Random): Fault[] {
  return Array.from({ length: 4 }, () => ({
    call: random.between(1, 200),
    kind: random.pick(['crash after', 'answer lost'] as const),
  }));
}

function sortFaults(all: readonly Fault[]): Fault[] {
  return all.toSorted((one, other) => one.call - other.call);
}

/** The smallest schedule that still fails, found by leaving out one thing after another. */
export async function shrunk(
  failing: FaultSchedule,
  fails: (schedule: FaultSchedule) => Promise<boolean>,
): Promise<FaultSchedule> {
  let smallest = failing;
  for (let isSmaller = true; isSmaller; ) {
    isSmaller = false;
    for (const smaller of smallerThan(smallest)) {
      if (!(await fails(smaller))) continue;
      smallest = smaller;
      isSmaller = true;
      break;
    }
  }
  return smallest;
}

function* smallerThan(schedule: FaultSchedule): Generator<FaultSchedule> {
  const { people, acts, outages: all, faults: befalling, strangers } = schedule;
  if (!schedule.isOrderly) yield { ...schedule, isOrderly: true };
  for (const { name } of people)
    yield {
      ...schedule,
      people: people.filter((one) => one.name !== name),
      acts: acts.filter(({ who }) => who !== name),
    };
  const { releases = [] } = schedule;
  for (const release of releases) yield { ...schedule, releases: releases.filter((one) => one !== release) };
  for (const outage of all) yield { ...schedule, outages: all.filter((one) => one !== outage) };
  for (const fault of befalling) yield { ...schedule, faults: befalling.filter((one) => one !== fault) };
  for (const doing of strangers ?? []) yield { ...schedule, strangers: strangers?.filter((one) => one !== doing) };
  for (const act of acts) yield { ...schedule, acts: acts.filter((one) => one !== act) };
  if (schedule.days > 2) yield { ...schedule, days: schedule.days - 1 };
}
