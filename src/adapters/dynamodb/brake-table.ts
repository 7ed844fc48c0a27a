import { DeleteCommand, type DynamoDBDocumentClient, GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import {
  type BrakeName,
  type BrakeReason,
  brakeReasons,
  type MailCounts,
  MIN_MAILS_TO_JUDGE,
  noMails,
  reasonToBrake,
  sumCounts,
  UNCONFIRMED_BRAKE_MS,
} from '../../domain/brake.ts';
import { isWritten } from './conditional-write.ts';
import { readRow } from './row.ts';

export type BrakeTable = ReturnType<typeof brakeTable>;

/** The items of the brakes in the limits table. Deleting one releases the brake and restarts the counting. */
const counters: Readonly<Record<BrakeName, string>> = { confirmed: 'brake', unconfirmed: 'brake-unconfirmed' };

/** The time (ms) that the state is cached. */
const MS_TO_REMEMBER = 60_000;

/**
 * A brake on sending. It judges the present thousand mails with a known outcome, and these together with the previous
 * thousand. The brake on mails to confirmed addresses stays on until an operator releases it; the one on mails to
 * unconfirmed addresses releases itself after a day.
 */
export function brakeTable(documentClient: DynamoDBDocumentClient, tableName: string, name: BrakeName) {
  const key = { counter: counters[name] };
  const read = (item: unknown) => readRow(brakeFields, item, { table: tableName, key: [key.counter] });
  let remembered = { isOn: false, until: Number.NEGATIVE_INFINITY };

  async function update(change: Change): Promise<Brake> {
    const command = new UpdateCommand({ TableName: tableName, Key: key, ReturnValues: 'ALL_NEW', ...change });
    return read((await documentClient.send(command)).Attributes);
  }

  async function state(): Promise<Brake | undefined> {
    const { Item } = await documentClient.send(new GetCommand({ TableName: tableName, Key: key }));
    return Item && read(Item);
  }

  /** Releases the brake and restarts the counting. Senders notice within a minute. */
  async function release(): Promise<void> {
    await documentClient.send(new DeleteCommand({ TableName: tableName, Key: key }));
  }

  function isBraked({ brakedAt }: Brake, now: Date): boolean {
    if (brakedAt === undefined) return false;
    return name === 'confirmed' || now.getTime() - Date.parse(brakedAt) < UNCONFIRMED_BRAKE_MS;
  }

  return {
    /** Reads the counts, and why and since when the brake is on; `undefined` before anything is counted. */
    state,

    release,

    /** Checks whether sending is stopped. Reads the table once a minute at most. */
    async isOn(now: Date): Promise<boolean> {
      if (now.getTime() < remembered.until) return remembered.isOn;
      const brake = await state();
      const isOn = brake !== undefined && isBraked(brake, now);
      remembered = { isOn, until: now.getTime() + MS_TO_REMEMBER };
      return isOn;
    },

    /** Counts mails, and puts the brake on if there is a reason. @returns whether it is on. */
    async count(counts: MailCounts, now: Date): Promise<boolean> {
      const before = name === 'unconfirmed' ? await state() : undefined;
      if (before?.brakedAt !== undefined && !isBraked(before, now)) await release();
      const brake = await update(addCounts(counts));
      if (brake.mails >= MIN_MAILS_TO_JUDGE) await isWritten(update(beginningAnew(brake)));
      if (isBraked(brake, now)) return true;
      const reason = reasonToBrake(brake) ?? reasonToBrake(sumCounts([brake, brake.earlier]));
      if (reason !== undefined) await isWritten(update(putBrakeOn(reason, now)));
      return reason !== undefined;
    },
  };
}

/** Opens both brakes. */
export function brakeTables(
  documentClient: DynamoDBDocumentClient,
  tableName: string,
): Readonly<Record<BrakeName, BrakeTable>> {
  return {
    confirmed: brakeTable(documentClient, tableName, 'confirmed'),
    unconfirmed: brakeTable(documentClient, tableName, 'unconfirmed'),
  };
}

type Brake = z.output<typeof brakeFields>;
type Change = Pick<
  ConstructorParameters<typeof UpdateCommand>[0],
  'UpdateExpression' | 'ConditionExpression' | 'ExpressionAttributeValues'
>;

function addCounts({ mails, bounces, complaints }: MailCounts): Change {
  return {
    UpdateExpression: 'ADD mails :mails, bounces :bounces, complaints :complaints, turns :none',
    ExpressionAttributeValues: { ':mails': mails, ':bounces': bounces, ':complaints': complaints, ':none': 0 },
  };
}

/** Turns a full thousand into the previous one, unless another invocation did so or the brake was released. */
function beginningAnew({ mails, bounces, complaints, turns }: Brake): Change {
  return {
    UpdateExpression:
      'SET earlier = :earlier, mails = mails - :mails, bounces = bounces - :bounces, complaints = complaints - :complaints ADD turns :one',
    ConditionExpression: 'turns = :turns',
    ExpressionAttributeValues: {
      ':earlier': { mails, bounces, complaints },
      ':mails': mails,
      ':bounces': bounces,
      ':complaints': complaints,
      ':turns': turns,
      ':one': 1,
    },
  };
}

function putBrakeOn(reason: BrakeReason, now: Date): Change {
  return {
    UpdateExpression: 'SET brakedAt = :now, brakedFor = :reason',
    ConditionExpression: 'attribute_exists(turns) AND attribute_not_exists(brakedAt)',
    ExpressionAttributeValues: { ':now': now.toISOString(), ':reason': reason },
  };
}

const counts = { mails: z.int(), bounces: z.int(), complaints: z.int() };

const brakeFields = z.object({
  ...counts,
  /** The previous thousand. */
  earlier: z.object(counts).default(noMails),
  /** The number of full thousands so far. */
  turns: z.int(),
  /** When the brake was put on, and why. */
  brakedAt: z.iso.datetime().optional(),
  brakedFor: z.enum(brakeReasons).optional(),
});
