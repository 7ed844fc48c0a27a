// Loads a deployed bundle as Lambda does and hands it the events that come over the channel.
import { randomUUID } from 'node:crypto';

const { handler } = await import(process.argv[2]);
process.on('message', async ({ event }) => {
  const context = { awsRequestId: randomUUID(), getRemainingTimeInMillis: () => 900_000 };
  try {
    process.send({ result: await handler(event, context) });
  } catch (error) {
    process.send({ error: String(error?.stack ?? error) });
  }
});
process.send({ isReady: true });
