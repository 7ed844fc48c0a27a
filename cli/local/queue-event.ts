import { createHash } from 'node:crypto';
import { type Message, receiptOf } from './message-files.ts';

/** The event of a function invoked by an SQS queue. */
export type QueueEvent = ReturnType<typeof queueEvent>;

export function queueEvent(messages: readonly Message[]) {
  return { Records: messages.map(toSqsRecord) };
}

function toSqsRecord(message: Message) {
  const { id, body, receiveCount, sentAt } = message;
  return {
    messageId: id,
    receiptHandle: receiptOf(message),
    body,
    attributes: {
      ApproximateReceiveCount: String(receiveCount),
      SentTimestamp: String(sentAt),
      SenderId: 'local',
      ApproximateFirstReceiveTimestamp: String(sentAt),
    },
    messageAttributes: {},
    md5OfBody: createHash('md5').update(body).digest('hex'),
    eventSource: 'aws:sqs',
    eventSourceARN: 'arn:aws:sqs:us-east-1:000000000000:digests',
    awsRegion: 'us-east-1',
  };
}
