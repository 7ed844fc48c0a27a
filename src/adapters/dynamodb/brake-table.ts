import { DeleteCommand, type DynamoDBDocumentClient, GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import {
  type BrakeReason,
  brakeReasons,
  type MailCounts,
  MIN_MAILS_TO_JUDGE,
  noMails,
  reasonToBrake,
  sumOf,
} from '../../domain/brake.ts';
import { isWritten } from './conditional-write.ts';
import { readRow } from './row.ts';

export type BrakeTable = ReturnType<typeof brakeTable>;

/** The item of the limits table that is the brake. To delete it is to release the brake; counting then begins anew. */
const key = { counter: 'brake' };

/** For how long an answer is taken for true (ms). */
const MS_TO_REMEMBER = 60_000;

/**
 * The brake on all sending. It judges the last 1,000 to 2,000 mails whose fate is known: the present thousand, and
 * this together with the thousand before it. Once on, it stays on until an operator releases it.
 */
export function brakeTable(documentClient: DynamoDBDocumentClient, tableName: string) {
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

  return {
    /** What is counted, and why and since when the brake is on; `undefined` before anything is counted. */
    state,

    /** Lets mails go out again and begins counting anew. The senders notice within a minute. */
    async release(): Promise<void> {
      await documentClient.send(new DeleteCommand({ TableName: tableName, Key: key }));
    },

    /** Whether no mail may be sent. Reads the table once a minute at most. */
    async isOn(now: Date): Promise<boolean> {
      if (now.getTime() < remembered.until) return remembered.isOn;
      const isOn = (await state())?.brakedAt !== undefined;
      remembered = { isOn, until: now.getTime() + MS_TO_REMEMBER };
      return isOn;
    },

    /** Counts mails, and puts the brake on when there is a reason; tells whether it is on. */
    async count(counts: MailCounts, now: Date): Promise<boolean> {
      const brake = await update(adding(counts));
      if (brake.mails >= MIN_MAILS_TO_JUDGE) await isWritten(update(beginningAnew(brake)));
      if (brake.brakedAt !== undefined) return true;
      const reason = reasonToBrake(brake) ?? reasonToBrake(sumOf([brake, brake.earlier]));
      if (reason !== undefined) await isWritten(update(braking(reason, now)));
      return reason !== undefined;
    },
  };
}

type Brake = z.output<typeof brakeFields>;
type Change = Pick<
  ConstructorParameters<typeof UpdateCommand>[0],
  'UpdateExpression' | 'ConditionExpression' | 'ExpressionAttributeValues'
>;

function adding({ mails, bounces, complaints }: MailCounts): Change {
  return {
    UpdateExpression: 'ADD mails :mails, bounces :bounces, complaints :complaints, turns :none',
    ExpressionAttributeValues: { ':mails': mails, ':bounces': bounces, ':complaints': complaints, ':none': 0 },
  };
}

/** The thousand is full: it becomes the one before, unless somebody else has seen to that or the brake was released. */
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

function braking(reason: BrakeReason, now: Date): Change {
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
