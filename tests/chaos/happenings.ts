import { confirmationIn, type PersonsRequest, requestOf, strangersRequest } from './acts.ts';
import { type Act, addressOf, type Doing, type FunctionName } from './fault-schedule.ts';
import type { Simulation } from './simulation.ts';

const MINUTE = 60_000;

const feeds = [
  { of: 'feedback', queue: 'events', batch: 100, atOnce: 2 },
  { of: 'digest-sender', queue: 'digests', batch: 3, atOnce: 2 },
  { of: 'notice-sender', queue: 'notices', batch: 3, atOnce: 2 },
] as const;

export type Feed = (typeof feeds)[number];

/** How often Lambda invokes the planner for one tick, and how long (ms) it waits in between. */
const ATTEMPTS_OF_A_TICK = 3;
const afterAttempt = (attempt: number) => attempt * MINUTE;

/** How often a person tries before giving up. */
const ATTEMPTS_OF_AN_ACT = 8;

export type Acknowledged = { readonly at: number; readonly act: Act; readonly status: number };

/** What starts functions: ticks start the planner, queues their consumers, people the API. */
export function happenings(simulation: Simulation, ids: ReadonlyMap<string, string>) {
  const { schedule, start, clock, later, note, queues, ses, invocations, subscriberWrites } = simulation;
  const { invoke, runningOf } = invocations;
  const acknowledged: Acknowledged[] = [];
  let missedTicks = 0;
  let confirmed = 0;

  const isOut = (of: FunctionName) =>
    schedule.outages.some(
      (outage) =>
        outage.of.includes(of) &&
        clock.now >= start + outage.from * MINUTE &&
        clock.now < start + outage.through * MINUTE,
    );

  async function plan(tick: Date, attempt = 1): Promise<void> {
    if (isOut('digest-planner')) return;
    const outcome = await invoke('digest-planner', (container, by) => container.run['digest-planner'](tick, by));
    if (outcome === 'planned' || outcome === 'busy') return;
    if (outcome === 'unfinished') return later(clock.now, () => void plan(tick));
    if (attempt < ATTEMPTS_OF_A_TICK) later(clock.now + afterAttempt(attempt), () => void plan(tick, attempt + 1));
    else missedTicks += 1;
  }

  async function feed({ of, queue, batch }: Feed): Promise<void> {
    const receipt = queues[queue].receive(batch);
    if (receipt === undefined) return;
    const answer = await invoke(of, (container) => container.run[of](receipt.event));
    if (answer) receipt.done(new Set(answer.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier)));
  }

  const isDue = (one: Feed) => !isOut(one.of) && runningOf(one.of) < one.atOnce && queues[one.queue].isDue();

  async function ask(request: () => PersonsRequest | undefined, onAnswer: (status: number) => void, attempt = 1) {
    const asked = request();
    if (asked === undefined) return;
    const status = isOut('api')
      ? undefined
      : await invoke('api', async (container) => (await container.run.api(asked.path, asked.init)).status);
    if (status !== undefined && status < 500) onAnswer(status);
    else if (attempt < ATTEMPTS_OF_AN_ACT)
      later(clock.now + MINUTE / 2, () => void ask(request, onAnswer, attempt + 1));
  }

  function act(one: Act): void {
    const email = addressOf(one.who);
    const request = () => {
      const id = ids.get(one.who) ?? '';
      const known = subscriberWrites.findLast(({ item }) => item.id === id)?.item;
      const subscriptionVersion = Number(known?.subscriptionVersion ?? 0);
      return requestOf(one, { id, email, subscriptionVersion }, new Date(clock.now));
    };
    void ask(request, (status) => {
      note(() => `  ${one.who}: ${one.does} is answered with ${status}`);
      acknowledged.push({ at: clock.now, act: one, status });
    });
  }

  const request = (doing: Doing) => () => strangersRequest(doing);
  const doAsStranger = (doing: Doing): void => void ask(request(doing), () => {});

  /** People confirm ten minutes after the mail that asks them to, if they have asked for it themselves. */
  function confirmNewMails(): void {
    for (const { text, notice, to } of ses.accepted.slice(confirmed)) {
      const hasAsked = schedule.acts.some(({ who, does }) => does === 'subscribe' && to === addressOf(who));
      const request = notice === undefined || !hasAsked ? undefined : confirmationIn(text);
      const confirm = () =>
        ask(
          () => request,
          () => {},
        );
      if (request) later(clock.now + 10 * MINUTE, () => void confirm());
    }
    confirmed = ses.accepted.length;
  }

  return {
    ...{ plan, feed, act, doAsStranger, confirmNewMails, acknowledged },
    feedsDue: () => feeds.filter(isDue),
    missedTicks: () => missedTicks,
  };
}
