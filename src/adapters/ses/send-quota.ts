import { MetricUnit } from '@aws-lambda-powertools/metrics';
import { GetSendQuotaCommand, type GetSendQuotaResponse, type SESClient } from '@aws-sdk/client-ses';
import { isSandbox, percentUsed, type SendQuota } from '../../domain/pacing.ts';
import { logger, metrics } from '../lambda/log.ts';
import { metricNames } from '../lambda/metric-names.ts';

export type ReadSendQuota = () => Promise<SendQuota>;

/**
 * The time that a response is cached (ms). At the 14 mails a second that SES first grants, fewer are sent meanwhile than
 * the share of its 50,000 a day that is reserved for notices.
 */
const MS_TO_REMEMBER = 120_000;

/**
 * Creates a cached reader of the account's sending quota, which passes each response to `tell`.
 *
 * @throws Error if SES does not answer.
 */
export function sendQuota(
  sesClient: SESClient,
  now: () => Date,
  tell: (quota: SendQuota) => void = () => {},
): ReadSendQuota {
  let known: { readonly quota: Promise<SendQuota>; readonly until: number } | undefined;

  async function read(): Promise<SendQuota> {
    const quota = readQuota(await sesClient.send(new GetSendQuotaCommand({})));
    tell(quota);
    return quota;
  }

  return () => {
    const time = now().getTime();
    if (known && time < known.until) return known.quota;
    const reading = { quota: read(), until: time + MS_TO_REMEMBER };
    known = reading;
    return reading.quota.catch((error) => {
      if (known === reading) known = undefined;
      throw error;
    });
  };
}

/** Creates a function that records the metrics of a quota, and warns once in the sandbox. */
export function quotaReport() {
  let isSaid = false;
  return (quota: SendQuota): void => {
    metrics.addMetric(metricNames.inSandbox, MetricUnit.Count, Number(isSandbox(quota)));
    metrics.addMetric(metricNames.quotaUsed, MetricUnit.Percent, percentUsed(quota));
    if (isSandbox(quota) && !isSaid) logger.warn(IN_SANDBOX, { ...quota });
    isSaid = true;
  };
}

const IN_SANDBOX =
  'SES IS IN ITS SANDBOX: it delivers to verified addresses only, and 200 mails a day at most. Ask for production access in the SES console.';

function readQuota({ MaxSendRate, Max24HourSend, SentLast24Hours }: GetSendQuotaResponse): SendQuota {
  if (!MaxSendRate || Max24HourSend === undefined || SentLast24Hours === undefined)
    throw new Error('SES returned no quota');
  const perDay = Max24HourSend === UNLIMITED ? Number.POSITIVE_INFINITY : Max24HourSend;
  return { perSecond: MaxSendRate, perDay, sentInLastDay: SentLast24Hours };
}

/** The value that SES returns for "no limit". */
const UNLIMITED = -1;
