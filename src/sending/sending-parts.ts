import { type BrakeTable, brakeTable } from '../adapters/dynamodb/brake-table.ts';
import { paceTable } from '../adapters/dynamodb/pace-table.ts';
import { subscriberTable } from '../adapters/dynamodb/subscriber-table.ts';
import type { LinkSigner } from '../adapters/lambda/link-signer.ts';
import { type Mailer, mailer } from '../adapters/ses/mailer.ts';
import { sendQuota } from '../adapters/ses/send-quota.ts';
import type { SendQuota } from '../domain/pacing.ts';
import { sendSlots } from './send-slots.ts';

export type SendingParts = ReturnType<typeof sendingParts>;

type Settings = {
  readonly documents: Parameters<typeof brakeTable>[0];
  /** Must ask SES only once per call: see `newSesClient`. */
  readonly sesClient: Parameters<typeof mailer>[0];
  readonly sesQuotaClient: Parameters<typeof sendQuota>[0];
  readonly tables: { readonly subscribers: string; readonly limits: string };
  readonly from: string;
  readonly configurationSet: string;
  /** Where the pages are: absolute, without a slash at the end. */
  readonly siteUrl: string;
  readonly links: LinkSigner;
  readonly onQuota?: (quota: SendQuota) => void;
  readonly now: () => Date;
};

/** Wires what everything that sends mail needs: one brake, one pace and one quota for all senders. */
export function sendingParts({ documents, tables, from, siteUrl, links, now, ...ses }: Settings) {
  const brake = brakeTable(documents, tables.limits);
  const sender = { from: { name: 'Jubilee', address: from }, configurationSet: ses.configurationSet };
  const pace = paceTable(documents, tables.limits);
  return {
    subscribers: subscriberTable(documents, tables.subscribers),
    mailer: brakedMailer(mailer(ses.sesClient, sender), brake, now),
    sendSlots: sendSlots({ quota: sendQuota(ses.sesQuotaClient, now, ses.onQuota), pace, brake, now }),
    waitUntil: (instant: number) =>
      new Promise<void>((resolve) => setTimeout(resolve, Math.max(0, instant - now().getTime()))),
    links,
    siteUrl,
    /** Names the list and the messages. */
    domain: from.slice(from.indexOf('@') + 1),
    now,
  };
}

/** A mailer that sends nothing while the brake is on; its mails may be retried in hours. */
export function brakedMailer(ses: Mailer, brake: Pick<BrakeTable, 'isOn'>, now: () => Date): Mailer {
  return {
    async send(mail) {
      if (await brake.isOn(now())) return { outcome: 'closed', reason: 'The brake on all sending is on' };
      return ses.send(mail);
    },
  };
}
