/** A request to SES: an action and its parameters, in the AWS query protocol (a form; responses are XML). */
export type SesRequest = { readonly action: string; readonly parameters: URLSearchParams };

/** An error of SES: the SDK turns its code into the error of that name. `Receiver` means a fault of SES itself. */
export type SesRefusal = {
  readonly code: string;
  readonly message: string;
  readonly fault?: 'Sender' | 'Receiver';
};

/** A mail of the action SendRawEmail. */
export type RawEmail = {
  readonly source: string;
  readonly destinations: readonly string[];
  readonly raw: Buffer;
  readonly configurationSet: string | undefined;
  readonly tags: Readonly<Record<string, string>>;
};

export type SesAnswer = { readonly status: number; readonly xml: string };

const NAMESPACE = 'http://ses.amazonaws.com/doc/2010-12-01/';

export function readSesRequest(body: string): SesRequest {
  const parameters = new URLSearchParams(body);
  return { action: parameters.get('Action') ?? '', parameters };
}

export function readRawEmail({ parameters }: SesRequest): RawEmail {
  return {
    source: parameters.get('Source') ?? '',
    destinations: members(parameters, 'Destinations').map(({ value }) => value),
    raw: Buffer.from(parameters.get('RawMessage.Data') ?? '', 'base64'),
    configurationSet: parameters.get('ConfigurationSetName') ?? undefined,
    tags: Object.fromEntries(
      members(parameters, 'Tags')
        .filter(({ name }) => name.endsWith('.Name'))
        .map(({ name, value }) => [value, parameters.get(name.replace(/Name$/, 'Value')) ?? '']),
    ),
  };
}

export function answer(
  action: string,
  result: Readonly<Record<string, string | number>>,
  requestId: string,
): SesAnswer {
  const fields = Object.entries(result).map(([name, value]) => `<${name}>${escapeXml(String(value))}</${name}>`);
  const metadata = `<ResponseMetadata><RequestId>${requestId}</RequestId></ResponseMetadata>`;
  const body = `<${action}Result>${fields.join('')}</${action}Result>${metadata}`;
  return { status: 200, xml: `<${action}Response xmlns="${NAMESPACE}">${body}</${action}Response>` };
}

export function refuse({ code, message, fault = 'Sender' }: SesRefusal, requestId: string): SesAnswer {
  const error = `<Error><Type>${fault}</Type><Code>${code}</Code><Message>${escapeXml(message)}</Message></Error>`;
  const xml = `<ErrorResponse xmlns="${NAMESPACE}">${error}<RequestId>${requestId}</RequestId></ErrorResponse>`;
  return { status: fault === 'Sender' ? 400 : 500, xml };
}

function members(parameters: URLSearchParams, list: string): { readonly name: string; readonly value: string }[] {
  return [...parameters]
    .filter(([name]) => name.startsWith(`${list}.member.`))
    .map(([name, value]) => ({ name, value }));
}

function escapeXml(text: string): string {
  return text.replace(/[<>&"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
