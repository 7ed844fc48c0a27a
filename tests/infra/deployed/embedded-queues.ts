import { createHash, randomUUID } from 'node:crypto';
import type { Message } from '../../../cli/local/message-files.ts';

type Sent = { readonly Id?: string; readonly MessageBody: string };

/** Queues that answer SendMessage and SendMessageBatch in the JSON protocol of SQS and keep what comes until it is taken. */
export function embeddedQueues() {
  const queues = new Map<string, Message[]>();

  function add(url: string, { Id, MessageBody }: Sent) {
    const message = { id: randomUUID(), body: MessageBody, sentAt: Date.now(), receiveCount: 1, visibleAt: 0 };
    queues.set(url, [...(queues.get(url) ?? []), message]);
    return { Id, MessageId: message.id, MD5OfMessageBody: createHash('md5').update(MessageBody).digest('hex') };
  }

  return {
    answer({ QueueUrl, Entries, ...single }: { QueueUrl: string; Entries?: Sent[]; MessageBody: string }): object {
      return Entries ? { Successful: Entries.map((entry) => add(QueueUrl, entry)), Failed: [] } : add(QueueUrl, single);
    },

    add: (url: string, body: string): void => void add(url, { MessageBody: body }),

    /** At most so many messages, which are gone then. */
    take: (url: string, most: number): Message[] => queues.get(url)?.splice(0, most) ?? [],
  };
}
