/** What an operator chooses with `-c name=value`. */
export type Settings = {
  /** The address that digests come from. SES mails it a link to click before the first digest. */
  readonly from: string;
  /** Where the links in a mail lead, without a final slash; otherwise to the address that API Gateway gives. */
  readonly siteUrl: string | undefined;
  /** Whether the template checks that the account was bootstrapped: tools other than the CDK may not know how. */
  readonly bootstrapVersionRule: boolean;
};

// RFC 5321 mailboxes that SES takes: ASCII before the @, Punycode behind it.
const mailbox = /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@((?!-)[A-Za-z\d-]{1,63}\.)+[A-Za-z][A-Za-z\d-]{1,62}$/;
const webAddress = /^https:\/\/[A-Za-z\d.-]+(:\d+)?(\/[\w./~-]*)?$/;

/** The settings that the context holds, or one line that says what is wrong with them and how to mend it. */
export function readSettings(context: (name: string) => unknown): Settings | string {
  const from = context('from');
  if (!matches(mailbox, from)) {
    return fault('from', from, 'the address that digests come from', 'alerts@example.org');
  }
  const siteUrl = context('siteUrl');
  if (siteUrl !== undefined && !matches(webAddress, siteUrl)) {
    return fault('siteUrl', siteUrl, 'where the links in a mail lead', 'https://example.org');
  }
  const bootstrapVersionRule = String(context('bootstrapVersionRule') ?? true);
  if (bootstrapVersionRule !== 'true' && bootstrapVersionRule !== 'false') {
    return fault('bootstrapVersionRule', bootstrapVersionRule, 'true or false', 'false');
  }
  return { from, siteUrl: siteUrl?.replace(/\/+$/, ''), bootstrapVersionRule: bootstrapVersionRule === 'true' };
}

function matches(shape: RegExp, value: unknown): value is string {
  return typeof value === 'string' && shape.test(value);
}

function fault(name: string, value: unknown, meaning: string, example: string): string {
  const wrong = value === undefined ? `"${name}" is missing` : `"${name}" cannot be ${JSON.stringify(value)}`;
  return `The setting ${wrong}: it is ${meaning}. Give it as: -c ${name}=${example}`;
}
