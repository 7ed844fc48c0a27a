import { createHash, randomUUID } from 'node:crypto';
import type { Message } from '../../../cli/local/message-files.ts';

type Sent = { readonly Id?: string; readonly MessageBody: string };
type Asked = { readonly QueueUrl: string } & (
  | Sent
  | { readonly Entries: readonly Sent[] }
  | { readonly ReceiptHandle: string }
);

/**
 * Queues that answer SendMessage, SendMessageBatch and ChangeMessageVisibility in the JSON protocol of SQS and keep what
 * comes until it is taken: then it is gone, and there is nothing to keep away.
 */
export function embeddedQueues() {
  const queues = new Map<string, Message[]>();

  function add(url: string, { Id, MessageBody }: Sent) {
    const message = { id: randomUUID(), body: MessageBody, sentAt: Date.now(), receiveCount: 1, visibleAt: 0 };
    queues.set(url, [...(queues.get(url) ?? []), message]);
    return { Id, MessageId: message.id, MD5OfMessageBody: createHash('md5').update(MessageBody).digest('hex') };
  }

  return {
    answer(asked: Asked): object {
      if ('ReceiptHandle' in asked) return {};
      const { QueueUrl } = asked;
      if (!('Entries' in asked)) return add(QueueUrl, asked);
      return { Successful: asked.Entries.map((entry) => add(QueueUrl, entry)), Failed: [] };
    },

    add: (url: string, body: string): void => void add(url, { MessageBody: body }),

    /** Takes at most this many messages off the queue. */
    take: (url: string, most: number): Message[] => queues.get(url)?.splice(0, most) ?? [],
  };
}
