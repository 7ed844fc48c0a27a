import { brakeTables } from '../adapters/dynamodb/brake-table.ts';
import { limitTable } from '../adapters/dynamodb/limit-table.ts';
import { paceTable } from '../adapters/dynamodb/pace-table.ts';
import { subscriberTable } from '../adapters/dynamodb/subscriber-table.ts';
import { watermarkTable } from '../adapters/dynamodb/watermark-table.ts';
import type { LinkSigner } from '../adapters/lambda/link-signer.ts';
import { type Mailer, mailer } from '../adapters/ses/mailer.ts';
import { sendQuota } from '../adapters/ses/send-quota.ts';
import { brakeForNotice } from '../domain/brake.ts';
import type { SendQuota } from '../domain/pacing.ts';
import { type Brakes, sendSlots } from './send-slots.ts';

export type SendingParts = ReturnType<typeof sendingParts>;

type Settings = {
  readonly documents: Parameters<typeof brakeTables>[0];
  /** Must not retry: see `newSesClient`. */
  readonly sesClient: Parameters<typeof mailer>[0];
  readonly sesQuotaClient: Parameters<typeof sendQuota>[0];
  readonly tables: { readonly subscribers: string; readonly limits: string };
  readonly from: string;
  readonly configurationSet: string;
  /** The absolute address of the site, without a trailing slash. */
  readonly siteUrl: string;
  readonly links: LinkSigner;
  readonly onQuota?: (quota: SendQuota) => void;
  readonly now: () => Date;
};

/** Wires the parts that all senders share, such as brakes, pace and quota. */
export function sendingParts({ documents, tables, from, siteUrl, links, now, ...ses }: Settings) {
  const brakes = brakeTables(documents, tables.limits);
  const limits = limitTable(documents, tables.limits);
  const sender = { from: { name: 'Jubilee', address: from }, configurationSet: ses.configurationSet };
  const pace = paceTable(documents, tables.limits);
  return {
    subscribers: subscriberTable(documents, tables.subscribers, now),
    mailer: brakedMailer(mailer(ses.sesClient, sender), brakes, now),
    sendSlots: sendSlots({ quota: sendQuota(ses.sesQuotaClient, now, ses.onQuota), pace, brakes, limits, now }),
    waitUntil: (instant: number) =>
      new Promise<void>((resolve) => setTimeout(resolve, Math.max(0, instant - now().getTime()))),
    limits,
    watermark: watermarkTable(documents, tables.limits),
    links,
    siteUrl,
    /** The sending domain, part of the list's and the messages' ids. */
    domain: from.slice(from.indexOf('@') + 1),
    now,
  };
}

/** Wraps a mailer so that it sends nothing while the mail's brake is on; the mail may be retried in hours. */
export function brakedMailer(ses: Mailer, brakes: Brakes, now: () => Date): Mailer {
  return {
    async send(mail) {
      const name = brakeForNotice(mail.tags.notice);
      if (await brakes[name].isOn(now())) return { outcome: 'closed', reason: `The brake is on: ${name}` };
      return ses.send(mail);
    },
  };
}
