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

/** The items of the limits table that are the brakes. Deleting one releases the brake; counting then starts over. */
const counters: Readonly<Record<BrakeName, string>> = { confirmed: 'brake', unconfirmed: 'brake-unconfirmed' };

/** How long an answer is cached (ms). */
const MS_TO_REMEMBER = 60_000;

/**
 * A brake on sending. It judges the last 1,000 to 2,000 mails with a known outcome: the present thousand, and this together
 * with the thousand before it. The brake on mails to confirmed addresses stays on until an operator releases it; the one
 * on mails to unconfirmed addresses releases by itself after a day.
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

  /** Lets mails go out again; counting starts over. The senders notice within a minute. */
  async function release(): Promise<void> {
    await documentClient.send(new DeleteCommand({ TableName: tableName, Key: key }));
  }

  function isBraked({ brakedAt }: Brake, now: Date): boolean {
    if (brakedAt === undefined) return false;
    return name === 'confirmed' || now.getTime() - Date.parse(brakedAt) < UNCONFIRMED_BRAKE_MS;
  }

  return {
    /** What is counted, and why and since when the brake is on; `undefined` before anything is counted. */
    state,

    release,

    /** Whether no mail may be sent. Reads the table once a minute at most. */
    async isOn(now: Date): Promise<boolean> {
      if (now.getTime() < remembered.until) return remembered.isOn;
      const brake = await state();
      const isOn = brake !== undefined && isBraked(brake, now);
      remembered = { isOn, until: now.getTime() + MS_TO_REMEMBER };
      return isOn;
    },

    /** Counts mails and puts the brake on when there is a reason. @returns whether it is on. */
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

/** Both brakes. */
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

/** The thousand is full: it becomes the previous one, unless another invocation did that or the brake was released. */
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
  /** The thousand before. */
  earlier: z.object(counts).default(noMails),
  /** How many thousands there have been. */
  turns: z.int(),
  /** Since when the brake is on, and why. */
  brakedAt: z.iso.datetime().optional(),
  brakedFor: z.enum(brakeReasons).optional(),
});
