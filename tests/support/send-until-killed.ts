import { setTimeout as wait } from 'node:timers/promises';
import { localStack } from '../../cli/local/local-stack.ts';
import { aSubscriber, preferencesWith } from './builders.ts';

/**
 * The whole product, sending digests until it is killed, or has nothing left to send. Every start is half an hour after
 * the one before, so that no lease of a killed process holds: only SES's own events tell what that one has sent.
 */
const [folder = '', start = '0', subscribers = '0'] = process.argv.slice(2);
const began = Date.now();
const startedAt = Date.parse('2024-01-05T00:00:00Z') + Number(start) * 30 * 60_000;
const now = () => new Date(startedAt + Date.now() - began);

const stack = await localStack({ folder, port: 0, now, onError: (error) => process.stderr.write(`${error}\n`) });
if (start === '0') {
  const preferences = preferencesWith({ hour: 0, sendEmpty: true });
  const coveredThrough = '2024-01-04';
  const scheduledSince = '2024-01-05T00:00:00.000Z';
  for (let number = 0; number < Number(subscribers); number += 1) {
    await stack.subscribers.put(aSubscriber({ id: `s-${number}`, preferences, coveredThrough, scheduledSince }));
  }
  await stack.plan(new Date(startedAt));
}
process.stdout.write('sending\n');
await stack.drained();
await wait(100);
await stack.close();
process.stdout.write('done\n');
