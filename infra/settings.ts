/** What an operator chooses with `-c name=value`. */
export type Settings = {
  /** The address that digests come from. Without `domain` SES mails it a link to click before the first digest. */
  readonly from: string;
  /** Verified with SES as a whole, in place of the address alone: mails are signed (DKIM) and bounce to a subdomain. */
  readonly domain: string | undefined;
  /** The Route 53 zone in which the records of `domain` are made; otherwise the operator makes them from the outputs. */
  readonly hostedZoneId: string | undefined;
  /** Whether the stack makes the DMARC record in that zone: not where the domain has one already. */
  readonly dmarc: boolean;
  /** Where the links in a mail lead, without a final slash; otherwise to the address that API Gateway gives. */
  readonly siteUrl: string | undefined;
  /** The name of the site behind CloudFront, and the certificate for it; together or not at all. */
  readonly cdn: { readonly siteDomain: string; readonly certificateArn: string } | undefined;
  /** Whom alarms are mailed to. */
  readonly alarmEmail: string | undefined;
  /** Where readers report a wrong date. */
  readonly issuesUrl: string | undefined;
  /** `prod` keeps and protects what people entrusted to it; `dev` leaves nothing behind. */
  readonly stage: 'dev' | 'prod';
  /** Whether the template checks that the account was bootstrapped: tools other than the CDK may not know how. */
  readonly bootstrapVersionRule: boolean;
};

type Shape = {
  readonly accepted: RegExp;
  readonly meaning: string;
  readonly example: string;
  readonly otherwise?: string;
};

// RFC 5321 mailboxes that SES takes: ASCII before the @, Punycode behind it.
const mailbox = /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@((?!-)[A-Za-z\d-]{1,63}\.)+[A-Za-z][A-Za-z\d-]{1,62}$/;
const domainName = /^((?!-)[a-z\d-]{1,63}\.)+[a-z][a-z\d-]{1,62}$/;
const webAddress = /^https:\/\/[A-Za-z\d.-]+(:\d+)?(\/[\w./~-]*)?$/;
const yesOrNo = /^(true|false)$/;

const shapes = {
  from: { accepted: mailbox, meaning: 'the address that digests come from', example: 'alerts@example.org' },
  domain: { accepted: domainName, meaning: 'the domain that mails come from', example: 'example.org' },
  hostedZoneId: {
    accepted: /^Z[A-Z\d]{1,31}$/,
    meaning: 'the id of the Route 53 zone that holds "domain"',
    example: 'Z0123456789ABCDEFGHIJ',
  },
  dmarc: { accepted: yesOrNo, meaning: 'true or false', example: 'false', otherwise: 'true' },
  siteUrl: { accepted: webAddress, meaning: 'where the links in a mail lead', example: 'https://example.org' },
  siteDomain: { accepted: domainName, meaning: 'the name of the site behind CloudFront', example: 'days.example.org' },
  certificateArn: {
    accepted: /^arn:aws[\w-]*:acm:us-east-1:\d{12}:certificate\/[\w-]+$/,
    meaning: 'the certificate for "siteDomain", issued by ACM in us-east-1, where CloudFront looks for it',
    example: 'arn:aws:acm:us-east-1:111122223333:certificate/00000000-0000-0000-0000-000000000000',
  },
  alarmEmail: { accepted: mailbox, meaning: 'whom alarms are mailed to', example: 'ops@example.org' },
  issuesUrl: {
    accepted: webAddress,
    meaning: 'where readers report a wrong date',
    example: 'https://example.org/issues/new',
  },
  stage: { accepted: /^(dev|prod)$/, meaning: 'dev or prod', example: 'dev', otherwise: 'prod' },
  bootstrapVersionRule: { accepted: yesOrNo, meaning: 'true or false', example: 'false', otherwise: 'true' },
} as const satisfies Record<string, Shape>;

type Name = keyof typeof shapes;
type Given = Readonly<Partial<Record<Name, string>>>;

/** The settings that the context holds, or one line that says what is wrong with them and how to mend it. */
export function readSettings(context: (name: string) => unknown): Settings | string {
  const given: Partial<Record<Name, string>> = {};
  for (const name of names) {
    const shape: Shape = shapes[name];
    const value = context(name) ?? shape.otherwise;
    if (value === undefined && name !== 'from') continue;
    const text = typeof value === 'boolean' ? String(value) : value;
    if (typeof text !== 'string' || !shape.accepted.test(text)) return fault(name, value);
    given[name] = text;
  }
  return contradiction(given) ?? settingsOf(given);
}

const names = Object.keys(shapes).filter((name): name is Name => name in shapes);

/** What each setting would accept alone, but not beside another. */
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

function settingsOf(given: Given): Settings {
  const { from = '', domain, hostedZoneId, siteUrl, siteDomain, certificateArn, alarmEmail, issuesUrl } = given;
  return {
    from,
    domain,
    hostedZoneId,
    dmarc: given.dmarc === 'true',
    siteUrl: siteUrl?.replace(/\/+$/, ''),
    cdn: siteDomain && certificateArn ? { siteDomain, certificateArn } : undefined,
    alarmEmail,
    issuesUrl,
    stage: given.stage === 'dev' ? 'dev' : 'prod',
    bootstrapVersionRule: given.bootstrapVersionRule === 'true',
  };
}

function fault(
  name: Name,
  value: unknown,
  meaning: string = shapes[name].meaning,
  example: string = shapes[name].example,
): string {
  const wrong = value === undefined ? `"${name}" is missing` : `"${name}" cannot be ${JSON.stringify(value)}`;
  return `The setting ${wrong}: it is ${meaning}. Give it as: -c ${name}=${example}`;
}
