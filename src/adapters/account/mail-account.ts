import {
  GetAccountCommand,
  GetConfigurationSetCommand,
  GetConfigurationSetEventDestinationsCommand,
  GetEmailIdentityCommand,
  type SESv2Client,
} from '@aws-sdk/client-sesv2';

export type MailIdentity = {
  readonly isVerified: boolean;
  /** `SUCCESS` once SES has found the DNS records; `undefined` if not set up. */
  readonly dkim: string | undefined;
  readonly mailFrom: string | undefined;
};

export type SendingRules = {
  /** The events that the configuration set publishes to topics. */
  readonly events: readonly string[];
  /** The reasons for which SES itself suppresses an address (`BOUNCE`, `COMPLAINT`); if `undefined`, the account's apply. */
  readonly suppressedFor: readonly string[] | undefined;
  readonly maySend: boolean;
};

/** Reads the state of the sender identity: an address or its domain. */
export async function readMailIdentity(client: SESv2Client, identity: string): Promise<MailIdentity> {
  const found = await client.send(new GetEmailIdentityCommand({ EmailIdentity: identity }));
  return {
    isVerified: found.VerifiedForSendingStatus ?? false,
    dkim: found.DkimAttributes?.Status,
    mailFrom: found.MailFromAttributes?.MailFromDomainStatus,
  };
}

/** Reads the account's standing with SES: `HEALTHY`, `PROBATION` (under review) or `SHUTDOWN`. */
export async function readStanding(client: SESv2Client): Promise<string> {
  const { EnforcementStatus = 'HEALTHY', SendingEnabled } = await client.send(new GetAccountCommand({}));
  return SendingEnabled === false ? 'SHUTDOWN' : EnforcementStatus;
}

export async function readSendingRules(client: SESv2Client, configurationSet: string): Promise<SendingRules> {
  const asked = { ConfigurationSetName: configurationSet };
  const { SuppressionOptions, SendingOptions } = await client.send(new GetConfigurationSetCommand(asked));
  const { EventDestinations = [] } = await client.send(new GetConfigurationSetEventDestinationsCommand(asked));
  const wired = EventDestinations.filter(({ Enabled, SnsDestination }) => Enabled && SnsDestination);
  return {
    events: wired.flatMap(({ MatchingEventTypes = [] }) => MatchingEventTypes),
    suppressedFor: SuppressionOptions?.SuppressedReasons,
    maySend: SendingOptions?.SendingEnabled ?? true,
  };
}
