import type { QueueEvent } from '../../cli/local/queue-event.ts';
import { logger } from '../../src/adapters/lambda/log.ts';
import { newSender, patientDocumentClient } from './sender.ts';

// A sender in a process of its own, like its container, so that its computing does not delay others' slots.
logger.setLogLevel('SILENT');
const { handle } = newSender({
  documents: patientDocumentClient(),
  postpone: async ({ receiptHandle }, ms) => void process.send?.({ postpone: { receiptHandle, ms } }),
});
process.on('message', async (event: QueueEvent | 'usage') =>
  process.send?.(event === 'usage' ? { usage: usage() } : { answer: await handle(event) }),
);

/** Returns the CPU time (ms) and the peak memory (MB) of this sender. */
function usage() {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  return { cpuMs: (userCPUTime + systemCPUTime) / 1000, memoryMb: maxRSS / 1024 };
}
