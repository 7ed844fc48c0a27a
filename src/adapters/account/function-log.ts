import { STSClient } from '@aws-sdk/client-sts';
import * as z from 'zod';
import { endpointOf } from '../lambda/env.ts';
import { callSigned } from '../lambda/signed-call.ts';

export type LogQuestion = {
  /** The name of the log group. */
  readonly group: string;
  readonly from: Date;
  /** A filter pattern of CloudWatch Logs. */
  readonly filter: string | undefined;
  readonly now: Date;
};

/** Reads the log entries since `from`, oldest first. */
export async function* readLog({ group, from, filter, now }: LogQuestion) {
  const { config } = new STSClient();
  let nextToken: string | undefined;
  do {
    const input = { logGroupName: group, startTime: from.getTime(), filterPattern: filter, nextToken };
    const call = { service: 'logs', target: 'Logs_20140328.FilterLogEvents', input, now, endpoint: endpointOf('logs') };
    const page = logPage.parse(await callSigned(config, call));
    for (const { timestamp, message } of page.events) yield { at: new Date(timestamp), message };
    nextToken = page.nextToken;
  } while (nextToken !== undefined);
}

const logPage = z.object({
  events: z.array(z.object({ timestamp: z.number(), message: z.string() })),
  nextToken: z.string().optional(),
});
