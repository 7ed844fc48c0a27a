import { isSandbox, mailsLeft } from '../../src/domain/pacing.ts';
import { bounceOnce } from './bounce.ts';
import { type Check, fail, inAws, ofParts, pass, skipped } from './finding.ts';

const FROM_ADDRESS_ONLY =
  'mails come from a verified address; a domain is set up with: npm run -s jubilee -- setup --domain …';

/** The SES events that the feedback function needs. */
const neededEvents = ['SEND', 'DELIVERY', 'BOUNCE', 'COMPLAINT', 'REJECT'];

/** The checks that mails are sent, arrive, and produce events. */
export const mailChecks: readonly Check[] = [
  {
    name: 'identity',
    about: 'SES has verified the address or its domain',
    look: inAws(async ({ identity }) =>
      (await identity()).isVerified
        ? pass('verified')
        : fail(
            'not verified',
            'click the link that SES mailed to the address, or create the DNS records that the deployment printed',
          ),
    ),
  },
  {
    name: 'DKIM',
    about: 'mails are signed by the domain',
    look: inAws(async ({ domain, identity, output }) => {
      if ((await domain()) === undefined) return skipped(FROM_ADDRESS_ONLY);
      const { dkim = 'NOT_STARTED' } = await identity();
      if (dkim === 'SUCCESS') return pass('signed');
      const records = await Promise.all(['DnsDkim1', 'DnsDkim2', 'DnsDkim3'].map(output));
      return fail(dkim, `create the records: ${records.join('; ')}`);
    }),
  },
  {
    name: 'MAIL FROM',
    about: "bounces go to the domain's own address",
    look: inAws(async ({ domain, identity, output }) => {
      if ((await domain()) === undefined) return skipped(FROM_ADDRESS_ONLY);
      const { mailFrom = 'not asked for' } = await identity();
      return mailFrom === 'SUCCESS' ? pass('set') : fail(mailFrom, `create the record: ${await output('DnsMailFrom')}`);
    }),
  },
  {
    name: 'SPF',
    about: 'the domain of bounces names SES as a sender',
    look: inAws(async ({ domain, txt, output }) => {
      const name = await domain();
      if (name === undefined) return skipped(FROM_ADDRESS_ONLY);
      const found = (await txt(`bounce.${name}`)).find((text) => text.startsWith('v=spf1'));
      if (found?.includes('include:amazonses.com')) return pass(found);
      return fail(found ?? 'no record', `create the record: ${await output('DnsSpf')}`);
    }),
  },
  {
    name: 'DMARC',
    about: 'the domain has a policy for mails that only claim to come from it',
    look: inAws(async ({ domain, txt, output }) => {
      const name = await domain();
      if (name === undefined) return skipped(FROM_ADDRESS_ONLY);
      const found = (await txt(`_dmarc.${name}`)).find((text) => text.startsWith('v=DMARC1'));
      return found ? pass(found) : fail('no record', `create the record: ${await output('DnsDmarc')}`);
    }),
  },
  {
    name: 'standing',
    about: 'SES has neither paused the account nor put it under review',
    look: inAws(async ({ standing }) => {
      const found = await standing();
      return found === 'HEALTHY'
        ? pass(found)
        : fail(
            found,
            'answer the case in the SES console, Account dashboard; for the cause see "Sending braked" in docs/runbook.md',
          );
    }),
  },
  {
    name: 'sandbox',
    about: 'SES mails everybody, not only verified addresses',
    look: ofParts(async ({ quota }) => {
      const granted = await quota();
      return isSandbox(granted)
        ? fail(
            `in the sandbox: ${granted.perDay} mails a day`,
            'SES console, Account dashboard, Request production access; docs/deploy.md has a text for the request',
          )
        : pass(`${granted.perDay} mails a day, ${granted.perSecond} a second`);
    }),
  },
  {
    name: 'quota',
    about: 'the daily quota is enough for a digest to each subscriber',
    look: ofParts(async ({ quota, subscriberCount }) => {
      const digests = mailsLeft({ ...(await quota()), sentInLastDay: 0 }, 'digest');
      const subscribers = await subscriberCount();
      const said = `room for ${digests} digests a day, about ${subscribers} subscribers`;
      return digests >= subscribers
        ? pass(said)
        : fail(said, 'Service Quotas console, Amazon SES, Sending quota: request an increase');
    }),
  },
  {
    name: 'room today',
    about: 'the last 24 hours have left room for more digests',
    look: ofParts(async ({ quota }) => {
      const granted = await quota();
      const left = mailsLeft(granted, 'digest');
      return left > 0
        ? pass(`${left} more`)
        : fail(
            `${granted.sentInLastDay} of ${granted.perDay} are sent`,
            'wait: digests stay queued until SES allows more; request a higher quota',
          );
    }),
  },
  {
    name: 'configuration set',
    about: 'mails may be sent with the configuration set',
    look: inAws(async ({ sendingRules, output }) => {
      const set = await output('ConfigurationSet');
      if ((await sendingRules()).maySend) return pass(set);
      return fail(
        `${set} is paused`,
        `aws sesv2 put-configuration-set-sending-options --configuration-set-name ${set} --sending-enabled`,
      );
    }),
  },
  {
    name: 'events',
    about: 'SES publishes the events of mails to the stack',
    look: inAws(async ({ sendingRules }) => {
      const { events } = await sendingRules();
      const missing = neededEvents.filter((event) => !events.includes(event));
      return missing.length === 0
        ? pass(events.join(', '))
        : fail(`not published: ${missing.join(', ')}`, 'deploy again to recreate the event destination');
    }),
  },
  {
    name: 'suppression',
    about: 'SES does not suppress mails that ask somebody to confirm again',
    look: inAws(async ({ sendingRules }) => {
      const { suppressedFor } = await sendingRules();
      return suppressedFor?.length === 0
        ? pass("the suppression list of SES is off, and the stack's own applies")
        : fail(
            suppressedFor?.join(', ') ?? "as the account's",
            'deploy again to switch it off in the configuration set',
          );
    }),
  },
  {
    name: 'bounce',
    about: 'a bounce travels from SES all the way to a suppression',
    look: async ({ parts, mayMail }) => {
      if (!mayMail) return skipped('sends one mail to the SES mailbox simulator: run with --bounce');
      const end = await bounceOnce(await parts());
      return end === 'suppressed'
        ? pass('the subscriber was suppressed')
        : fail(end, 'docs/runbook.md, "Feedback not applied"; see also the checks "events" and "workers"');
    },
  },
];
