import { queueEvent } from '../../cli/local/queue-event.ts';
import type { FaultSchedule } from './fault-schedule.ts';
import type { Random } from './random.ts';

export type SimulatedQueue = ReturnType<typeof simulatedQueue>;

type Message = {
  readonly id: string;
  readonly body: string;
  readonly sentAt: number;
  receiveCount: number;
  visibleAt: number;
};

/** A message as it was sent; in ms. */
export type SentMessage = Readonly<Pick<Message, 'id' | 'body' | 'sentAt'>>;

type World = {
  readonly schedule: Pick<FaultSchedule, 'isOrderly'>;
  readonly random: Random;
  readonly clock: { readonly now: number };
};

/** So often is a message received before it becomes a dead letter. */
const MAX_RECEIVES = 10;

/** How often, in a disorderly world, a message is handed out while another has it, and comes back though it was done. */
const HANDED_OUT_TWICE = 0.15;
const COMES_BACK = 0.05;

/**
 * A queue with the semantics of SQS, by the clock of the simulation: at least once, in any order, away for the visibility
 * time-out (ms) after a receipt, and a dead letter after ten.
 */
export function simulatedQueue(name: string, visibilityMs: number, { schedule, random, clock }: World) {
  const messages = new Map<string, Message>();
  const deadLetters: Message[] = [];
  const all: SentMessage[] = [];
  let sent = 0;

  function visible(): Message[] {
    const due: Message[] = [];
    for (const message of messages.values()) {
      if (message.visibleAt > clock.now) continue;
      if (message.receiveCount < MAX_RECEIVES) due.push(message);
      else {
        messages.delete(message.id);
        deadLetters.push(message);
      }
    }
    return due;
  }

  function remove({ id, receiveCount }: Message): void {
    const message = messages.get(id);
    if (message?.receiveCount !== receiveCount) return;
    if (schedule.isOrderly || !random.chance(COMES_BACK)) messages.delete(id);
    else message.visibleAt = clock.now + random.below(20 * 60_000);
  }

  return {
    name,
    deadLetters,
    /** Every message that was ever sent. */
    all,
    send(body: string, delayMs = 0): void {
      sent += 1;
      const id = `${name}-${sent}`;
      all.push({ id, body, sentAt: clock.now });
      messages.set(id, { id, body, sentAt: clock.now, receiveCount: 0, visibleAt: clock.now + delayMs });
    },
    /** Some of the messages that are due, as a function gets them, and what ends their receipt. */
    receive(most: number) {
      const due = visible();
      if (due.length === 0) return undefined;
      const taken: Message[] = [];
      const count = schedule.isOrderly ? most : random.between(1, most);
      while (due.length > 0 && taken.length < count)
        taken.push(...due.splice(schedule.isOrderly ? 0 : random.below(due.length), 1));
      for (const message of taken) {
        message.receiveCount += 1;
        const isTwice = !schedule.isOrderly && random.chance(HANDED_OUT_TWICE);
        message.visibleAt = clock.now + (isTwice ? random.below(5_000) : visibilityMs);
      }
      const received = taken.map((message) => ({ ...message }));
      return {
        event: queueEvent(received),
        done: (failed: ReadonlySet<string>) => {
          for (const message of received) if (!failed.has(message.id)) remove(message);
        },
      };
    },
    /** Changes for how long a message stays away, if its receipt is the last. */
    changeVisibility(receiptHandle: string, ms: number): void {
      const [id = '', receipt] = receiptHandle.split('#');
      const message = messages.get(id);
      if (message && message.receiveCount === Number(receipt)) message.visibleAt = clock.now + ms;
    },
    isDue: (): boolean => visible().length > 0,
    /** When the next message is due (ms). */
    next: (): number => Math.min(...[...messages.values()].map(({ visibleAt }) => visibleAt)),
  };
}
