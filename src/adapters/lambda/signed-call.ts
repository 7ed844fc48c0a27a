import { createHash, createHmac } from 'node:crypto';
import { type IncomingMessage, request as requestInClear } from 'node:http';
import { request as requestInTls } from 'node:https';
import { setTimeout as wait } from 'node:timers/promises';

/** The part of an SDK client's configuration that signing needs. */
export type Caller = {
  readonly region: () => Promise<string>;
  readonly credentials: () => Promise<Credentials>;
};

type Credentials = {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string | undefined;
};

export type SignedCall = {
  /** The name of the service in its host and in signatures, such as `ssm`. */
  readonly service: string;
  /** The value of the header X-Amz-Target, such as `AmazonSSM.GetParameter`. */
  readonly target: string;
  /** The version of AWS's JSON protocol. */
  readonly version?: '1.0' | '1.1';
  readonly input: object;
  readonly now: Date;
  /** An override of the service's own endpoint. */
  readonly endpoint?: string | undefined;
};

const TIMEOUT_MS = 5_000;
const MAX_ATTEMPTS = 4;

/**
 * Calls a read operation over AWS's JSON protocol with Signature Version 4: at a cold start an SDK client costs 40 to
 * 90 ms, and the first `fetch` 40. Retries like the SDK: without a response, when throttled, and after a server fault.
 *
 * @throws Error with the service's error code as its name
 */
export async function callSigned(caller: Caller, call: SignedCall): Promise<unknown> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await callOnce(caller, call);
    } catch (error) {
      if (attempt === MAX_ATTEMPTS || !isTransient(error)) throw error;
    }
    await wait(Math.random() * 50 * 2 ** attempt);
  }
}

function isTransient(error: unknown): boolean {
  const { status = 500, name } = Object(error);
  return status >= 500 || /Throttl|ThroughputExceeded|RequestLimitExceeded/.test(`${name}`);
}

async function callOnce(caller: Caller, call: SignedCall): Promise<unknown> {
  const [region, credentials] = await Promise.all([caller.region(), caller.credentials()]);
  const suffix = region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com';
  const url = new URL(call.endpoint || `https://${call.service}.${region}.${suffix}/`);
  const body = JSON.stringify(call.input);
  const headers = sign({ ...call, body, region, host: url.host }, credentials);
  const answer = await post(url, headers, body);
  const said = Object(JSON.parse(Buffer.concat(await answer.toArray()).toString()));
  const { statusCode: status = 500 } = answer;
  if (status === 200) return said;
  const name = String(said.__type).replace(/^.*#/, '');
  throw Object.assign(new Error(`${call.target}: ${said.message ?? said.Message ?? status}`), { name, status });
}

function post(url: URL, headers: Record<string, string>, body: string): Promise<IncomingMessage> {
  const request = url.protocol === 'https:' ? requestInTls : requestInClear;
  const settings = { method: 'POST', headers, signal: AbortSignal.timeout(TIMEOUT_MS) };
  return new Promise((resolve, reject) => {
    request(url, settings).on('response', resolve).on('error', reject).end(body);
  });
}

type Request = Pick<SignedCall, 'service' | 'target' | 'version' | 'now'> & {
  readonly body: string;
  readonly region: string;
  readonly host: string;
};

/** Signs a request: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html */
function sign(request: Request, { accessKeyId, secretAccessKey, sessionToken }: Credentials) {
  const time = request.now.toISOString().replace(/[-:]|\.\d{3}/g, '');
  const scope = [time.slice(0, 8), request.region, request.service, 'aws4_request'];
  const headers: Record<string, string> = {
    'content-type': `application/x-amz-json-${request.version ?? '1.1'}`,
    host: request.host,
    'x-amz-content-sha256': sha256(request.body),
    'x-amz-date': time,
    ...(sessionToken && { 'x-amz-security-token': sessionToken }),
    'x-amz-target': request.target,
  };
  const names = Object.keys(headers).join(';');
  const lines = Object.entries(headers).map(([name, value]) => `${name}:${value}\n`);
  const canonical = ['POST', '/', '', lines.join(''), names, sha256(request.body)].join('\n');
  const text = ['AWS4-HMAC-SHA256', time, scope.join('/'), sha256(canonical)].join('\n');
  const key = scope.reduce<string | Buffer>((secret, part) => hmac(secret, part).digest(), `AWS4${secretAccessKey}`);
  const signature = hmac(key, text).digest('hex');
  const { host, ...sent } = headers;
  const authorization = `AWS4-HMAC-SHA256 Credential=${accessKeyId}/${scope.join('/')}, SignedHeaders=${names}, Signature=${signature}`;
  return { ...sent, authorization };
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function hmac(key: string | Buffer, text: string) {
  return createHmac('sha256', key).update(text);
}
