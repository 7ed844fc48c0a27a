import type { DeliveryTable } from '../../src/adapters/dynamodb/delivery-table.ts';
import type { LimitTable } from '../../src/adapters/dynamodb/limit-table.ts';
import type { WatermarkTable } from '../../src/adapters/dynamodb/watermark-table.ts';
import type { Mailer } from '../../src/adapters/ses/mailer.ts';
import type { LeasableDigest, LeaseOutcome } from '../../src/domain/delivery.ts';
import { settledThrough } from '../../src/domain/watermark.ts';

export type Ports = {
  readonly deliveries: Pick<DeliveryTable, 'acquire'>;
  readonly watermark: Pick<WatermarkTable, 'read'>;
  /** Whether dead-lettered events wait to be put back. */
  readonly isFeedbackGivenUp: () => Promise<boolean>;
  readonly limits: Pick<LimitTable, 'take'>;
  readonly mailer: Mailer;
};

/**
 * Takes over the lease of a sender that died or lost the answer of SES, if feedback has caught up with its end: had SES
 * accepted the mail, it would be on record. Otherwise the digest waits, and a probe makes sure that SES publishes an event.
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

/** A quiet stack may send no other mail for days, so SES would publish no event. */
async function probe(now: Date, { limits, mailer }: Ports): Promise<void> {
  if (!(await limits.take('feedback-probe', PROBES, now))) return;
  await mailer.send({
    to: SIMULATOR,
    mail: { subject: 'Probe', text: words, html: `<p>${words}</p>`, headers: {} },
    date: now,
    tags: { subscriber: 'probe', notice: 'probe' },
  });
}
