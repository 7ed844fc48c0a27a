import type { DeliveryTable } from '../../src/adapters/dynamodb/delivery-table.ts';
import type { LimitTable } from '../../src/adapters/dynamodb/limit-table.ts';
import type { WatermarkTable } from '../../src/adapters/dynamodb/watermark-table.ts';
import type { Mailer } from '../../src/adapters/ses/mailer.ts';
import type { LeasableDigest, LeaseOutcome } from '../../src/domain/delivery.ts';
import { settledThrough } from '../../src/domain/watermark.ts';

export type Ports = {
  readonly deliveries: Pick<DeliveryTable, 'acquire'>;
  readonly watermark: Pick<WatermarkTable, 'read'>;
  /** Whether events were given up and wait for somebody to put them back. */
  readonly isFeedbackGivenUp: () => Promise<boolean>;
  readonly limits: Pick<LimitTable, 'take'>;
  readonly mailer: Mailer;
};

/**
 * Takes over the lease of a sender that died or lost the answer of SES, if feedback has caught up with its end: had SES
 * accepted the mail, it would be on record. Otherwise the digest waits, and a probe sees to it that there is something to hear.
 */
export async function takeOver(planned: LeasableDigest, now: Date, ports: Ports): Promise<LeaseOutcome> {
  if (await ports.isFeedbackGivenUp()) return 'unsettled';
  const settled = settledThrough(await ports.watermark.read(), now);
  const lease = settled ? await ports.deliveries.acquire(planned, now, settled) : 'unsettled';
  if (lease === 'unsettled') await probe(now, ports);
  return lease;
}

/** The mailbox simulator of SES, which takes every mail, in the sandbox too, and counts for no reputation. */
const SIMULATOR = 'success@simulator.amazonses.com';

/** Probes are for the whole stack, however many digests wait. */
const PROBES = { most: 2, hours: 1 };

const words = 'A probe: what SES publishes about it says how far its feedback has come.';

/** On a quiet stack nothing else may be mailed for days that SES could publish an event about. */
async function probe(now: Date, { limits, mailer }: Ports): Promise<void> {
  if (!(await limits.take('feedback-probe', PROBES, now))) return;
  await mailer.send({
    to: SIMULATOR,
    mail: { subject: 'Probe', text: words, html: `<p>${words}</p>`, headers: {} },
    date: now,
    tags: { subscriber: 'probe', notice: 'probe' },
  });
}
