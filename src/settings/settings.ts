/** The operator's settings, from the settings file or `-c name=value`. */
export type Settings = {
  /** The name of the stack, and of everything that it names; includes the stage. */
  readonly stackName: string;
  /** The region of the stack; by default that of the terminal. */
  readonly region: string | undefined;
  /** The sender address of digests. Without `domain` SES mails it a link to click before the first digest. */
  readonly from: string;
  /** The domain verified with SES instead of the address alone: mails are signed (DKIM) and bounce to a subdomain. */
  readonly domain: string | undefined;
  /** The Route 53 zone for the records of `domain`; otherwise the operator creates them from the outputs. */
  readonly hostedZoneId: string | undefined;
  /** `own`: the stack creates and removes the SES identity. `existing`: the stack only sends from it. */
  readonly identity: 'own' | 'existing';
  /** The policy of the DMARC record that the stack creates in that zone; `leave` creates none, as the domain has one. */
  readonly dmarc: 'none' | 'quarantine' | 'reject' | 'leave';
  /** The address of the site for links in mails, without a trailing slash; by default that of API Gateway. */
  readonly siteUrl: string | undefined;
  /** The host name of the site behind CloudFront and its certificate; both or neither. */
  readonly cdn: { readonly siteDomain: string; readonly certificateArn: string } | undefined;
  /** The address for alarms. */
  readonly alarmEmail: string | undefined;
  /** The most concurrent senders, and the most concurrent consumers of feedback. */
  readonly senders: number;
  /** `prod` retains and protects subscribers' data; `dev` leaves nothing behind. */
  readonly stage: 'dev' | 'prod';
  /** Whether the template checks that the account is bootstrapped; tools other than the CDK may not support that. */
  readonly bootstrapVersionRule: boolean;
};

type Shape = {
  readonly accepted: RegExp;
  readonly meaning: string;
  readonly example: string;
  readonly otherwise?: string;
};

// RFC 5321 mailboxes that SES accepts: ASCII before the @, Punycode after it.
const mailbox = /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@((?!-)[A-Za-z\d-]{1,63}\.)+[A-Za-z][A-Za-z\d-]{1,62}$/;
const domainName = /^((?!-)[a-z\d-]{1,63}\.)+[a-z][a-z\d-]{1,62}$/;
const webAddress = /^https:\/\/[A-Za-z\d.-]+(:\d+)?(\/[\w./~-]*)?$/;
const yesOrNo = /^(true|false)$/;

const shapes = {
  stage: { accepted: /^(dev|prod)$/, meaning: 'dev or prod', example: 'dev', otherwise: 'prod' },
  stackName: {
    accepted: /^(?!.*-dev$)[A-Za-z][A-Za-z\d-]{0,59}$/,
    meaning: 'the name of the stack without its stage: letters, digits and hyphens, not ending in -dev',
    example: 'Jubilee',
    otherwise: 'Jubilee',
  },
  region: { accepted: /^[a-z]{2}(-[a-z]+)+-\d$/, meaning: 'the AWS region of the stack', example: 'eu-central-1' },
  from: { accepted: mailbox, meaning: 'the address that digests come from', example: 'alerts@example.org' },
  domain: { accepted: domainName, meaning: 'the domain that mails come from', example: 'example.org' },
  hostedZoneId: {
    accepted: /^Z[A-Z\d]{1,31}$/,
    meaning: 'the id of the Route 53 zone that holds "domain"',
    example: 'Z0123456789ABCDEFGHIJ',
  },
  identity: { accepted: /^(own|existing)$/, meaning: 'own or existing', example: 'existing' },
  dmarc: {
    accepted: /^(none|quarantine|reject|leave)$/,
    meaning: 'none, quarantine or reject, or leave where the domain has a record',
    example: 'leave',
    otherwise: 'none',
  },
  siteUrl: { accepted: webAddress, meaning: 'where the links in a mail lead', example: 'https://example.org' },
  siteDomain: { accepted: domainName, meaning: 'the name of the site behind CloudFront', example: 'days.example.org' },
  certificateArn: {
    accepted: /^arn:aws[\w-]*:acm:us-east-1:\d{12}:certificate\/[\w-]+$/,
    meaning: 'the certificate for "siteDomain", issued by ACM in us-east-1, where CloudFront looks for it',
    example: 'arn:aws:acm:us-east-1:111122223333:certificate/00000000-0000-0000-0000-000000000000',
  },
  alarmEmail: { accepted: mailbox, meaning: 'the address for alarms', example: 'ops@example.org' },
  senders: { accepted: /^([2-9]|[1-9]\d|100)$/, meaning: 'a whole number from 2 to 100', example: '4', otherwise: '2' },
  bootstrapVersionRule: { accepted: yesOrNo, meaning: 'true or false', example: 'false', otherwise: 'true' },
} as const satisfies Record<string, Shape>;

export type SettingName = keyof typeof shapes;
type Given = Readonly<Partial<Record<SettingName, string>>>;

/** Looks a setting up by its name; `undefined` if not set. */
export type Choice = (name: string) => unknown;

/** The settings that identify a stack: enough to bootstrap and to remove it. */
export type StackPlace = Pick<Settings, 'stage' | 'stackName' | 'region'>;

/** Reads the settings that identify a stack, or returns one line that explains the fault and how to fix it. */
export function readStackPlace(choice: Choice): StackPlace | string {
  const given = readGiven(choice, ['stage', 'stackName', 'region']);
  return typeof given === 'string' ? given : toPlace(given);
}

/** Reads all settings, or returns one line that explains the fault and how to fix it. */
export function readSettings(choice: Choice): Settings | string {
  const given = readGiven(choice, settingNames);
  return typeof given === 'string' ? given : (contradiction(given) ?? toSettings(given));
}

export const settingNames = Object.keys(shapes).filter((name): name is SettingName => name in shapes);

/** Explains a setting to operators. */
export function describeSetting(name: SettingName): Pick<Shape, 'meaning' | 'example'> {
  return shapes[name];
}

function readGiven(choice: Choice, names: readonly SettingName[]): Given | string {
  const given: Partial<Record<SettingName, string>> = {};
  for (const name of names) {
    const shape: Shape = shapes[name];
    const value = choice(name) ?? shape.otherwise;
    if (value === undefined && name !== 'from') continue;
    const text = typeof value === 'boolean' || typeof value === 'number' ? String(value) : value;
    if (typeof text !== 'string' || !shape.accepted.test(text)) return fault(name, value);
    given[name] = text;
  }
  return given;
}

/** Finds combinations of settings that are invalid although each is valid alone. */
function contradiction({ from = '', domain, hostedZoneId, siteUrl, siteDomain, certificateArn }: Given) {
  if (domain && !from.toLowerCase().endsWith(`@${domain}`)) {
    return fault('from', from, `the address that digests come from, at ${domain}`, `alerts@${domain}`);
  }
  if (hostedZoneId && !domain) return fault('domain', undefined, 'the domain that "hostedZoneId" holds');
  if (siteDomain && !certificateArn) return fault('certificateArn', undefined);
  if (certificateArn && !siteDomain) return fault('siteDomain', undefined, 'the name that "certificateArn" is for');
  if (siteUrl && siteDomain && siteUrl !== `https://${siteDomain}`) {
    return fault('siteUrl', siteUrl, 'the address of "siteDomain", or left out', `https://${siteDomain}`);
  }
  return undefined;
}

/** Names a stack; with the suffix of the stage dev it can never be one in production. */
function toPlace({ stage, stackName = '', region }: Given): StackPlace {
  return stage === 'dev' ? { stage, stackName: `${stackName}-dev`, region } : { stage: 'prod', stackName, region };
}

function toSettings(given: Given): Settings {
  const { from = '', domain, hostedZoneId, siteUrl, siteDomain, certificateArn, alarmEmail } = given;
  const place = toPlace(given);
  return {
    ...place,
    from,
    domain,
    hostedZoneId,
    identity: wordOrFirst(['own', 'existing'], given.identity ?? (place.stage === 'dev' ? 'existing' : 'own')),
    dmarc: wordOrFirst(['none', 'quarantine', 'reject', 'leave'], given.dmarc),
    siteUrl: siteUrl?.replace(/\/+$/, ''),
    cdn: siteDomain && certificateArn ? { siteDomain, certificateArn } : undefined,
    alarmEmail,
    senders: Number(given.senders),
    bootstrapVersionRule: given.bootstrapVersionRule === 'true',
  };
}

/** Returns the chosen word, or the first as the default. */
function wordOrFirst<const Word extends string>(words: readonly [Word, ...Word[]], chosen: string | undefined): Word {
  return words.find((word) => word === chosen) ?? words[0];
}

function fault(
  name: SettingName,
  value: unknown,
  meaning: string = shapes[name].meaning,
  example: string = shapes[name].example,
): string {
  const wrong = value === undefined ? `"${name}" is missing` : `"${name}" cannot be ${JSON.stringify(value)}`;
  return `The setting ${wrong}: it is ${meaning}. Write it with "npm run -s jubilee -- setup", or give it as: -c ${name}=${example}`;
}
