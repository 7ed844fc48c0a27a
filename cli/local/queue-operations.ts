import type { Operations } from './embedded-json-services.ts';
import { localAccount } from './local-account.ts';
import type { LocalQueue } from './local-queue.ts';

/** The part of a queue that these operations need. */
type Queue = Pick<LocalQueue<never>, 'size' | 'deadLetters' | 'putBack'>;

const DEAD_LETTERS = '-dead-letters';

/** Creates the SQS operations for other processes and the `aws` command: count messages and dead letters, and redrive dead letters. */
export function queueOperations(queues: Readonly<Record<string, Queue>>): Operations {
  const last = (urlOrArn: string): string => urlOrArn.split(/[/:]/).at(-1) ?? '';
  return {
    'AmazonSQS.GetQueueAttributes': async ({ QueueUrl }: { readonly QueueUrl: string }) => {
      const name = last(QueueUrl);
      const attributes = await findAttributes(name, queues);
      return attributes && { Attributes: { QueueArn: arnOf(name), ...attributes } };
    },
    'AmazonSQS.StartMessageMoveTask': async ({ SourceArn }: { readonly SourceArn: string }) => {
      const queue = queues[last(SourceArn).replace(DEAD_LETTERS, '')];
      await queue?.putBack();
      return queue && { TaskHandle: SourceArn };
    },
  };
}

/** Returns the URLs of queues and of their dead-letter queues. */
export function queueUrls(endpoint: string, names: readonly string[]): string[] {
  return names.flatMap((name) => [name, `${name}${DEAD_LETTERS}`]).map((name) => `${endpoint}/000000000000/${name}`);
}

async function findAttributes(name: string, queues: Readonly<Record<string, Queue>>) {
  const queue = queues[name];
  if (queue) return { ApproximateNumberOfMessages: String(queue.size()), RedrivePolicy: arnOf(name + DEAD_LETTERS) };
  const letters = await queues[name.replace(DEAD_LETTERS, '')]?.deadLetters();
  return letters && { ApproximateNumberOfMessages: String(letters.length) };
}

function arnOf(name: string): string {
  return `arn:aws:sqs:${localAccount.region}:000000000000:${name}`;
}
