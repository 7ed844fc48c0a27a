import * as z from 'zod';
import { newDocumentClient, newSqsClient } from '../../src/adapters/clients.ts';
import { digestQueue } from '../../src/adapters/digest-queue.ts';
import { environment } from '../../src/adapters/env.ts';
import { logger } from '../../src/adapters/log.ts';
import { noticeQueue } from '../../src/adapters/notice-queue.ts';
import { relationsTable } from '../../src/adapters/relations-table.ts';
import { subscriberTable } from '../../src/adapters/subscriber-table.ts';
import { timelinesDue } from '../../src/adapters/timelines-due.ts';
import { tickAt } from '../../src/domain/schedule.ts';
import { planDigests } from './plan-digests.ts';
import { planReminders } from './plan-reminders.ts';

const env = environment('RELATIONS_TABLE', 'SUBSCRIBERS_TABLE', 'DIGEST_QUEUE_URL', 'NOTICE_QUEUE_URL');
const documents = newDocumentClient();
const relations = relationsTable(documents, env.RELATIONS_TABLE);
const subscribers = subscriberTable(documents, env.SUBSCRIBERS_TABLE);
const sqs = newSqsClient();
const queue = digestQueue(sqs, env.DIGEST_QUEUE_URL);
const notices = noticeQueue(sqs, env.NOTICE_QUEUE_URL);

/** The schedule hands over the instant for which it fired: `<aws.scheduler.scheduled-time>`. */
const scheduled = z.object({ tick: z.iso.datetime({ offset: true }) });

export async function handler(event: unknown): Promise<void> {
  const tick = tickAt(new Date(scheduled.parse(event).tick));
  const report = await planDigests(tick, { subscribers, timelinesDue: timelinesDue(relations), queue });
  const reminders = await planReminders(tick, { subscribers, notices });
  logger.info('Planned a tick', { tick: tick.toISOString(), ...report, reminders });
}
