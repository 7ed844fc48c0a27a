import {
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  type PutCommandInput,
  QueryCommand,
  type QueryCommandInput,
} from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { noCounts, PLAN_LEASE_MS, type PlanRun } from '../../domain/plan-run.ts';
import { ticksDue } from '../../domain/schedule.ts';
import { isWritten } from './conditional-write.ts';
import { instant, jsonText, readRow } from './row.ts';

export type RunTable = ReturnType<typeof runTable>;

/** A finished run. */
export type RunRecord = Omit<PlanRun, 'position'> & { readonly doneAt: Date };

/** The start of a run: the unique id of the invocation, and the time. */
export type Beginning = { readonly holder: string; readonly now: Date };

/** The item that coordinates runs, with the last planned tick and the current run. */
const headKey = { kind: 'head', at: 'planning' };

/** The days that a run stays on record. */
const DAYS_ON_RECORD = 400;

/**
 * The ledger of ticks. At most one run is active, and each begins where the previous one ended, so that every tick is in
 * exactly one run. Another invocation can resume a run whose lease has expired.
 */
export function runTable(documentClient: DynamoDBDocumentClient, tableName: string) {
  async function readHead(isConsistent: boolean): Promise<Head> {
    const get = new GetCommand({ TableName: tableName, Key: headKey, ConsistentRead: isConsistent });
    const { Item } = await documentClient.send(get);
    return Item ? readRow(headFields, Item, { table: tableName, key: Object.values(headKey) }) : {};
  }

  const writeHead = (head: Head, condition: Condition): Promise<boolean> =>
    isWritten(documentClient.send(new PutCommand({ TableName: tableName, Item: headRow(head), ...condition })));

  /**
   * Takes over the current run or starts one. `busy` if another invocation won the race, or `head` is stale. If the run is
   * already ours, our first write succeeded and its response was lost (SDK retry).
   */
  async function take(head: Head, tick: Date, { holder, now }: Beginning): Promise<PlanRun | 'done' | 'busy'> {
    if (head.leaseEnds && head.leaseEnds > now) return head.run?.holder === holder ? head.run : 'busy';
    const due = ticksDue(head.plannedThrough, tick);
    const left = head.run ?? (due && { ...due, startedAt: now, counts: noCounts });
    if (left === undefined) return 'done';
    const run = { ...left, holder };
    return (await writeHead(heldHead(run, leaseFrom(now)), unchangedSince(head))) ? run : 'busy';
  }

  async function query(input: Omit<QueryCommandInput, 'TableName'>): Promise<RunRecord[]> {
    const { Items = [] } = await documentClient.send(new QueryCommand({ TableName: tableName, ...input }));
    return Items.map((row) => readRow(recordFields, row, { table: tableName, key: [row.kind, row.at] }));
  }

  return {
    /**
     * Begins the run that plans everything through `tick`, or resumes an abandoned one. `done`: everything is planned.
     * `busy`: another invocation holds it. Tries the cheaper read first, as an idle stack does little else.
     */
    async begin(tick: Date, beginning: Beginning): Promise<PlanRun | 'done' | 'busy'> {
      const taken = await take(await readHead(false), tick, beginning);
      return taken === 'busy' ? take(await readHead(true), tick, beginning) : taken;
    },

    /** Records the progress of a run and renews its lease; `false` if another invocation has taken it over. */
    hold: (run: PlanRun, now: Date): Promise<boolean> => writeHead(heldHead(run, leaseFrom(now)), heldBy(run)),

    /** Releases an unfinished run, so that the next invocation can resume it. */
    leave: (run: PlanRun): Promise<boolean> => writeHead(heldHead(run, new Date(0)), heldBy(run)),

    /** Finishes a run with all ticks planned. Records it first, so that no run is missing from the record. */
    async finish(run: PlanRun, now: Date): Promise<boolean> {
      await documentClient.send(new PutCommand({ TableName: tableName, Item: recordRow({ ...run, doneAt: now }) }));
      return writeHead({ plannedThrough: run.through }, heldBy(run));
    },

    /** Reads the last planned tick, and the current or abandoned run. */
    head: (): Promise<Head> => readHead(true),

    /** Restarts planning after `tick`, whatever has been planned before. */
    async beginAfter(tick: Date): Promise<void> {
      await documentClient.send(new PutCommand({ TableName: tableName, Item: headRow({ plannedThrough: tick }) }));
    },

    /** Lists the latest finished runs, newest first. */
    latest: (most: number): Promise<RunRecord[]> =>
      query({
        KeyConditionExpression: 'kind = :plan',
        ExpressionAttributeValues: { ':plan': 'plan' },
        ScanIndexForward: false,
        Limit: most,
      }),

    /** Finds the run that planned a tick; `undefined` if none is on record. */
    async of(tick: Date): Promise<RunRecord | undefined> {
      const [run] = await query({
        KeyConditionExpression: 'kind = :plan AND #at >= :tick',
        ExpressionAttributeNames: { '#at': 'at' },
        ExpressionAttributeValues: { ':plan': 'plan', ':tick': tick.toISOString() },
        Limit: 1,
      });
      return run && run.after < tick ? run : undefined;
    },
  };
}

type Head = z.output<typeof headFields>;
type Condition = Pick<PutCommandInput, 'ConditionExpression' | 'ExpressionAttributeValues'>;

function leaseFrom(now: Date): Date {
  return new Date(now.getTime() + PLAN_LEASE_MS);
}

function heldHead(run: PlanRun, leaseEnds: Date): Head {
  return { plannedThrough: run.after, leaseEnds, run };
}

function heldBy({ holder }: PlanRun): Condition {
  return { ConditionExpression: 'holder = :holder', ExpressionAttributeValues: { ':holder': holder } };
}

function unchangedSince({ plannedThrough, run }: Head): Condition {
  if (run) return heldBy(run);
  if (plannedThrough === undefined) return { ConditionExpression: 'attribute_not_exists(kind)' };
  return {
    ConditionExpression: 'attribute_not_exists(holder) AND plannedThrough = :known',
    ExpressionAttributeValues: { ':known': plannedThrough.toISOString() },
  };
}

function headRow({ plannedThrough, leaseEnds, run }: Head) {
  return {
    ...headKey,
    plannedThrough: plannedThrough?.toISOString(),
    ...(run && { holder: run.holder, leaseEnds: leaseEnds?.toISOString(), run: JSON.stringify(run) }),
  };
}

function recordRow({ doneAt, ...run }: RunRecord) {
  return {
    kind: 'plan',
    at: run.through.toISOString(),
    run: JSON.stringify(run),
    doneAt: doneAt.toISOString(),
    expiresAt: Math.floor(run.through.getTime() / 1000) + DAYS_ON_RECORD * 86_400,
  };
}

const runFields = z.object({
  after: instant,
  through: instant,
  holder: z.string(),
  startedAt: instant,
  position: z.object({ zoneHour: z.string(), page: z.record(z.string(), z.unknown()).optional() }).optional(),
  counts: z.object({ subscribers: z.int(), digests: z.int(), reminders: z.int() }),
});

const headFields = z.object({
  plannedThrough: instant.optional(),
  leaseEnds: instant.optional(),
  run: jsonText(runFields).optional(),
});

const recordFields = z
  .object({ run: jsonText(runFields.omit({ position: true })), doneAt: instant })
  .transform(({ run, doneAt }): RunRecord => ({ ...run, doneAt }));
