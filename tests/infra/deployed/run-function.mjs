// Loads a deployed bundle as Lambda does and hands it the events that come over the channel.
const { handler } = await import(process.argv[2]);
process.on('message', async ({ event }) => {
  try {
    process.send({ result: await handler(event, {}) });
  } catch (error) {
    process.send({ error: String(error?.stack ?? error) });
  }
});
process.send({ isReady: true });
