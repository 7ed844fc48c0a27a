import { embeddedDynamoDb } from '../cli/local/embedded-dynamodb.ts';
import { localVariables } from '../cli/local/local-account.ts';
import { checkThrough } from '../lambdas/completeness-check/check-through.ts';
import { planThrough } from '../lambdas/digest-planner/plan-through.ts';
import { checkTable } from '../src/adapters/dynamodb/check-table.ts';
import { deliveryTable } from '../src/adapters/dynamodb/delivery-table.ts';
import { relationsSeed } from '../src/adapters/dynamodb/relations-seed.ts';
import { relationsTable } from '../src/adapters/dynamodb/relations-table.ts';
import { runTable } from '../src/adapters/dynamodb/run-table.ts';
import { subscriberTable } from '../src/adapters/dynamodb/subscriber-table.ts';
import { newDocumentClient } from '../src/adapters/lambda/clients.ts';
import { defaultPreferences } from '../src/domain/preferences.ts';
import { dueFacts } from '../src/relations/due-facts.ts';
import { keptDays } from '../src/relations/kept-days.ts';
import { countConsumed } from './consumed.ts';
import { sources, states, timelines } from './real-data.ts';
import { judge, type Result } from './result.ts';

const SUBSCRIBERS = 100;
const TICKS = 96;
const TICKS_PER_HOUR = 4;
const TICK_MS = 900_000;
const day = Date.parse('2026-11-24T00:00:00Z');

/** Ten zone-hours, spread over the world and the day. */
const zoneHours = [
  ['Asia/Shanghai', 8],
  ['Asia/Shanghai', 9],
  ['Asia/Tokyo', 8],
  ['Asia/Kolkata', 7],
  ['Europe/Paris', 8],
  ['Europe/London', 8],
  ['Africa/Maseru', 9],
  ['America/New_York', 7],
  ['America/Sao_Paulo', 8],
  ['Pacific/Auckland', 6],
] as const;

/** Measures a day of ticks with nothing due, by the planner and the check, in units of DynamoDB. */
export async function measureIdleDay(onProgress: (part: number) => void): Promise<Result[]> {
  const { url, close } = await embeddedDynamoDb();
  Object.assign(process.env, localVariables({ dynamoDb: url, ses: url, lambda: url, services: url }));
  const documents = newDocumentClient();
  await relationsSeed(documents, 'relations').seed(timelines, sources, { states });
  const subscribers = subscriberTable(documents, 'subscribers', () => new Date());
  for (let number = 0; number < SUBSCRIBERS; number += 1) await subscribers.put(subscriberNumber(number));
  const relations = relationsTable(documents, 'relations');
  const daysOfRun = keptDays(relations);
  const queued: unknown[] = [];
  const queue = { send: async (messages: readonly unknown[]) => void queued.push(...messages) };
  const consumed = countConsumed(documents);
  const checking = { reads: 0, writes: 0 };
  for (let number = 1; number <= TICKS; number += 1) {
    const tick = new Date(day + number * TICK_MS);
    const invocation = { holder: String(number), hasTime: () => true, onRun: () => {} };
    await planThrough(tick, invocation, {
      subscribers,
      runs: runTable(documents, 'runs'),
      dueFacts: () => dueFacts(daysOfRun()),
      queue,
      notices: queue,
      now: () => tick,
    });
    const planned = { ...consumed };
    if (number % TICKS_PER_HOUR === 0)
      await checkThrough(
        tick,
        { hasTime: () => true, onCheck: () => {} },
        {
          subscribers,
          deliveries: deliveryTable(documents, 'deliveries'),
          relations,
          checks: checkTable(documents, 'runs'),
          dueFacts: () => dueFacts(relations),
          now: () => tick,
        },
      );
    checking.reads += consumed.reads - planned.reads;
    checking.writes += consumed.writes - planned.writes;
    onProgress(number / TICKS);
  }
  await close();
  if (queued.length > 0) throw new Error('Somebody had something due');
  const name = `idle-day: ${SUBSCRIBERS} subscribers in ${zoneHours.length} zone-hours, nothing due`;
  const blind = {
    yardstick: TICKS * 24 * Intl.supportedValuesOf('timeZone').length * 0.5,
    beside: 'asking every zone and hour',
  };
  const ticks = { yardstick: TICKS, beside: 'ticks' };
  const planning = { reads: consumed.reads - checking.reads, writes: consumed.writes - checking.writes };
  return [
    judge({ name, unit: 'read units', value: planning.reads, ...blind }, { value: 200 }),
    judge({ name: 'idle-day: writes of the ledger', unit: 'write units', value: planning.writes, ...ticks }),
    judge({ name: 'idle-day: the checks, beside it', unit: 'read units', value: checking.reads, ...blind }),
    judge({ name: 'idle-day: writes of the checks', unit: 'write units', value: checking.writes, ...ticks }),
  ];
}

/** Creates a subscriber who follows one pair at one lead time, without an anniversary on that day. */
function subscriberNumber(number: number) {
  const [timeZone, hour] = zoneHours[number % zoneHours.length] ?? ['UTC', 0];
  const preferences = { ...defaultPreferences, pairs: ['CN-LS' as const], leadTimes: [0], timeZone, hour };
  return {
    id: `subscriber-${number}`,
    email: `desk${number}@ministry.example`,
    status: 'active' as const,
    subscriptionVersion: 1,
    preferences,
    coveredThrough: '2026-11-01' as const,
    scheduledSince: '2026-11-01T00:00:00.000Z',
    confirmationMails: 0,
  };
}
