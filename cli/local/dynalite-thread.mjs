import { parentPort, workerData } from 'node:worker_threads';
import { ClassicLevel } from 'classic-level';
import dynalite from 'dynalite';

const { folder } = workerData;

// DynamoDB on a thread of its own: says its port once it listens, and closes at the first message.
const server = dynalite({ path: folder, createTableMs: 0 });
server.listen(0, '127.0.0.1', () => parentPort.postMessage(server.address().port));
parentPort.once('message', () => {
  server.close(async () => {
    if (folder) await forget(folder);
    parentPort.close();
  });
  server.closeAllConnections();
});

// What was removed stays in the files of LevelDB until they are compacted. Files are rewritten only together with newer
// ones over the same keys: a key before all others and one behind them make the whole store one such case.
async function forget(location) {
  const store = new ClassicLevel(location);
  await store.batch([BEFORE_ALL, BEHIND_ALL].map((key) => ({ type: 'put', key, value: '' })));
  await store.batch([BEFORE_ALL, BEHIND_ALL].map((key) => ({ type: 'del', key })));
  await store.compactRange(BEFORE_ALL, BEHIND_ALL);
  await store.close();
}

const BEFORE_ALL = '\u0000';
const BEHIND_ALL = '\uffff';
