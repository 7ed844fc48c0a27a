import type { QueueEvent } from '../../cli/local/queue-event.ts';
import { logger } from '../../src/adapters/lambda/log.ts';
import { newSender, patientDocumentClient } from './sender.ts';

// A sender in a process of its own, as in its container: what one computes holds up nobody else's slots.
logger.setLogLevel('SILENT');
const { handle } = newSender({
  documents: patientDocumentClient(),
  postpone: async ({ receiptHandle }, ms) => void process.send?.({ postpone: { receiptHandle, ms } }),
});
process.on('message', async (event: QueueEvent | 'usage') =>
  process.send?.(event === 'usage' ? { usage: usage() } : { answer: await handle(event) }),
);

/** The CPU that this sender has used (ms), and the most memory that it has held (MB). */
function usage() {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  return { cpuMs: (userCPUTime + systemCPUTime) / 1000, memoryMb: maxRSS / 1024 };
}
