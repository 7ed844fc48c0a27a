import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { type Message, openMessageFiles, receiptOf } from './message-files.ts';

export type LocalQueue<Sent> = Awaited<ReturnType<typeof localQueue<Sent>>>;

export type QueueSettings<Sent> = {
  readonly folder: string;
  /** Serialises a message. */
  readonly bodyOf: (sent: Sent) => string;
  /** The clock that decides when a message is visible again. */
  readonly now: () => Date;
  /** The visibility time-out (ms). */
  readonly visibilityMs: number;
  /** The most receipts of a message before it becomes a dead letter. */
  readonly maxReceives: number;
};

/** The default batch size of SQS. */
const BATCH_SIZE = 10;
/** The interval between polls (ms of real time). */
const REST_MS = 20;

/**
 * Opens an embedded queue with the semantics of SQS: a received message is hidden for the visibility time-out and returns
 * unless deleted; after too many receipts it becomes a dead letter. Each message is a file, so that none is lost if the
 * process is killed; the next process gets those in flight at once.
 */
export async function localQueue<Sent>({ folder, bodyOf, now, visibilityMs, maxReceives }: QueueSettings<Sent>) {
  const files = await openMessageFiles(folder);
  const messages = new Map(files.waiting.map((message) => [message.id, { ...message, visibleAt: 0 }]));
  const inHand = new Set<string>();

  async function add(message: Message): Promise<void> {
    await files.write(message);
    messages.set(message.id, message);
  }

  async function take(message: Message): Promise<Message> {
    messages.set(message.id, message);
    await files.write(message);
    return message;
  }

  async function giveUp(message: Message): Promise<void> {
    messages.delete(message.id);
    await files.giveUp(message);
  }

  return {
    /** Sends messages. Resolves once every one is on disk. */
    async send(all: readonly Sent[]): Promise<void> {
      const sentAt = now().getTime();
      const toMessage = (sent: Sent) => ({ id: messageId(sentAt), body: bodyOf(sent), sentAt });
      await Promise.all(all.map((sent) => add({ ...toMessage(sent), receiveCount: 0, visibleAt: sentAt })));
    },

    /** Receives at most `most` visible messages, and hides them. */
    async receive(most = BATCH_SIZE): Promise<Message[]> {
      const time = now().getTime();
      const due = [...messages.values()].filter(({ visibleAt }) => visibleAt <= time);
      const isSpent = ({ receiveCount }: Message) => receiveCount >= maxReceives;
      const received = due.filter((message) => !isSpent(message)).slice(0, most);
      for (const { id } of received) inHand.add(id);
      const visibleAt = time + visibilityMs;
      const taking = received.map((message) => take({ ...message, receiveCount: message.receiveCount + 1, visibleAt }));
      await Promise.all(due.filter(isSpent).map(giveUp));
      return Promise.all(taking);
    },

    async done(message: Message): Promise<void> {
      messages.delete(message.id);
      await files.remove(message);
    },

    /** Ends the receipt of messages; those not deleted return after their time-out. */
    ended(received: readonly Message[]): void {
      for (const { id } of received) inHand.delete(id);
    },

    /** Hides a received message for this long (ms), unless it has been received again meanwhile. */
    async postpone({ receiptHandle }: { readonly receiptHandle: string }, ms: number): Promise<void> {
      const message = [...messages.values()].find((each) => receiptOf(each) === receiptHandle);
      if (message) await take({ ...message, visibleAt: now().getTime() + ms });
    },

    /** Counts the messages that are waiting or in flight. */
    size: (): number => messages.size,

    deadLetters: files.deadLetters,

    /** Puts every dead letter back, as if it had never been received. */
    async putBack(): Promise<void> {
      for (const message of await files.deadLetters()) {
        await files.putBack(message);
        await add({ ...message, receiveCount: 0, visibleAt: now().getTime() });
      }
    },

    /** Resolves once no message is visible or in flight: all that remain have failed, and wait for the next attempt. */
    async attempted(): Promise<void> {
      const isDue = ({ visibleAt }: Message) => visibleAt <= now().getTime();
      while (inHand.size > 0 || [...messages.values()].some(isDue)) await wait(REST_MS);
    },

    /** Resolves once every message is deleted or a dead letter. */
    async drained(): Promise<void> {
      while (messages.size > 0) await wait(REST_MS);
    },
  };
}

function messageId(sentAt: number): string {
  return `${String(sentAt).padStart(15, '0')}-${randomUUID()}`;
}
