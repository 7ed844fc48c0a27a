import {
  GetAccountCommand,
  GetConfigurationSetCommand,
  GetConfigurationSetEventDestinationsCommand,
  GetEmailIdentityCommand,
  type SESv2Client,
} from '@aws-sdk/client-sesv2';

export type MailIdentity = {
  readonly isVerified: boolean;
  /** `SUCCESS` when SES has seen the records; `undefined` if not set up. */
  readonly dkim: string | undefined;
  readonly mailFrom: string | undefined;
};

export type SendingRules = {
  /** The events that go to the topics of the configuration set. */
  readonly events: readonly string[];
  /** The reasons for which SES itself suppresses an address: `BOUNCE`, `COMPLAINT`; `undefined` leaves it to the account. */
  readonly suppressedFor: readonly string[] | undefined;
  readonly maySend: boolean;
};

/** The address that mails come from, or its domain. */
export async function readMailIdentity(client: SESv2Client, identity: string): Promise<MailIdentity> {
  const found = await client.send(new GetEmailIdentityCommand({ EmailIdentity: identity }));
  return {
    isVerified: found.VerifiedForSendingStatus ?? false,
    dkim: found.DkimAttributes?.Status,
    mailFrom: found.MailFromAttributes?.MailFromDomainStatus,
  };
}

/** The standing of the account with SES: `HEALTHY`, `PROBATION` (under review) or `SHUTDOWN`. */
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
