import { parentPort, workerData } from 'node:worker_threads';
import dynalite from 'dynalite';

// DynamoDB on a thread of its own: posts its port once it listens, and closes at the first message.
const server = dynalite({ path: workerData.folder, createTableMs: 0 });
server.listen(0, '127.0.0.1', () => parentPort.postMessage(server.address().port));
parentPort.once('message', () => {
  server.close(() => parentPort.close());
  server.closeAllConnections();
});
