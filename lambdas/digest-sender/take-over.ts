import type { DeliveryTable } from '../../src/adapters/dynamodb/delivery-table.ts';
import type { LimitTable } from '../../src/adapters/dynamodb/limit-table.ts';
import type { WatermarkTable } from '../../src/adapters/dynamodb/watermark-table.ts';
import type { Mailer } from '../../src/adapters/ses/mailer.ts';
import type { LeasableDigest, LeaseOutcome } from '../../src/domain/delivery.ts';
import { settledThrough } from '../../src/domain/watermark.ts';

export type Ports = {
  readonly deliveries: Pick<DeliveryTable, 'acquire'>;
  readonly watermark: Pick<WatermarkTable, 'read'>;
  /** Checks whether SES events are in the dead-letter queue. */
  readonly isFeedbackGivenUp: () => Promise<boolean>;
  readonly limits: Pick<LimitTable, 'take'>;
  readonly mailer: Mailer;
};

/**
 * Takes over the lease of a sender that crashed or lost the response of SES, if feedback has caught up with its end: had
 * SES accepted the mail, it would be on record. Otherwise the digest waits, and a probe makes SES publish an event.
 */
export async function takeOver(planned: LeasableDigest, now: Date, ports: Ports): Promise<LeaseOutcome> {
  if (await ports.isFeedbackGivenUp()) return 'unsettled';
  const settled = settledThrough(await ports.watermark.read(), now);
  const lease = settled ? await ports.deliveries.acquire(planned, now, settled) : 'unsettled';
  if (lease === 'unsettled') await probe(now, ports);
  return lease;
}

/** The SES mailbox simulator, which accepts every mail, also from the sandbox, and does not affect the reputation. */
const SIMULATOR = 'success@simulator.amazonses.com';

/** The limit on probes of the whole stack, however many digests wait. */
const PROBES = { most: 2, hours: 1 };

const words = 'A probe: what SES publishes about it says how far its feedback has come.';

/** Sends a probe, as a quiet stack may send no other mail for days, and SES would publish no event. */
async function probe(now: Date, { limits, mailer }: Ports): Promise<void> {
  if (!(await limits.take('feedback-probe', PROBES, now))) return;
  await mailer.send({
    to: SIMULATOR,
    mail: { subject: 'Probe', text: words, html: `<p>${words}</p>`, headers: {} },
    date: now,
    tags: { subscriber: 'probe', notice: 'probe' },
  });
}
