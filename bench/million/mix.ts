import type { ZoneHour } from '../../src/adapters/dynamodb/subscriber-rows.ts';
import { addDays, dayNumber } from '../../src/domain/calendar-date.ts';
import { defaultPreferences, type Preferences } from '../../src/domain/preferences.ts';
import type { Pair, StateCode } from '../../src/domain/relation-event.ts';
import type { Subscriber } from '../../src/domain/subscriber.ts';

/** A generator of numbers from 0 (inclusive) to 1 (exclusive). */
type Random = () => number;

/** The states and pairs to follow. */
export type Followable = { readonly states: readonly StateCode[]; readonly pairs: readonly Pair[] };

/** Random choices of a state or a pair. */
type Pick = { readonly state: () => StateCode; readonly pair: () => Pair };

/** A kind of people: their share in percent, and their choices. */
type Persona = readonly [share: number, choose: (pick: Pick, random: Random) => Partial<Preferences>];

const personas: readonly Persona[] = [
  [40, (pick) => ({ states: [pick.state()] })],
  [15, (pick) => ({ states: [pick.state()], leadTimes: [365, 180, 90, 30, 7, 0] })],
  [15, (_, random) => ({ frequency: 'weekly', leadTimes: [7, 1, 0], policy: random() < 0.5 ? 'tens' : 'jubilees' })],
  [10, () => ({})],
  [15, (pick, random) => ({ pairs: several(1 + random() * 5, pick.pair), frequency: 'monthly', policy: 'every' })],
  [
    5,
    (pick, random) => ({
      states: several(5 + random() * 15, pick.state),
      kinds: ['established', 'resumed', 'upgraded', 'severed', 'recognised'],
      policy: [1, 10, 25, 50, 75, 100, 150, 200],
      leadTimes: [90, 30, 0],
      includeSevered: true,
    }),
  ],
];

/** Creates an active subscriber of the zone-hour, deterministic by number, confirmed within the two years before 23 November 2026. */
export function subscriberNumber(number: number, zoneHour: ZoneHour, followable: Followable): Subscriber {
  const random = randomFrom(number);
  const chosen = personaBy(random)(pickFrom(followable, random), random);
  const coveredThrough = addDays('2026-11-21', -Math.floor(random() * 730));
  return {
    id: `${number.toString(16).padStart(8, '0')}-5d2c-4f6e-9a3b-7c1e8d40f2b6`,
    email: `subscriber.${number}@ministry-of-foreign-affairs.example`,
    status: 'active',
    subscriptionVersion: 1,
    preferences: { ...defaultPreferences, sendEmpty: random() < 0.03, ...chosen, ...zoneHour },
    coveredThrough,
    scheduledSince: new Date(dayNumber(coveredThrough) * 86_400_000 + 90_000_000).toISOString(),
    confirmationMails: 0,
  };
}

function personaBy(random: Random): Persona[1] {
  let left = random() * 100;
  for (const [share, choose] of personas) {
    left -= share;
    if (left < 0) return choose;
  }
  return () => ({});
}

/** Creates random choices in which a few states have most of the followers. */
function pickFrom({ states, pairs }: Followable, random: Random): Pick {
  return {
    state: () => states[Math.floor(random() ** 3 * states.length)] ?? 'CN',
    pair: () => pairs[Math.floor(random() * pairs.length)] ?? 'CN-LS',
  };
}

function several<Each>(count: number, make: () => Each): Each[] {
  return [...new Set(Array.from({ length: Math.floor(count) }, make))];
}

/** Creates a generator (Mulberry32): small, fast, and the same everywhere. */
function randomFrom(seed: number): Random {
  let state = Math.imul(seed + 1, 0x9e3779b1);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
