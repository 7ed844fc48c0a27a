import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { type Listening, listen } from '../../../cli/local/listen.ts';
import { refuse } from '../../../cli/local/ses-protocol.ts';
import { callerOf, callOf } from './calls.ts';
import { type Call, forbidden, type Statement } from './permissions.ts';

/** How a service answers a request: elsewhere, by its address, or here. */
export type Service = { readonly at: string } | { readonly answer: (request: never) => object };

export type FrontDoor = Listening & {
  /** What was asked for without permission, as `function action resource`. */
  readonly denied: readonly string[];
  /** What was asked for with permission, as `function action resource`, each once. */
  readonly used: ReadonlySet<string>;
};

/** The one address at which functions reach every service of AWS. It lets a call through only if the policies of the caller's role allow it. */
export async function frontDoor(
  services: Readonly<Record<string, Service>>,
  statementsOf: (caller: string) => readonly Statement[],
): Promise<FrontDoor> {
  const denied: string[] = [];
  const used = new Set<string>();

  function isAllowed(caller: string, call: Call): boolean {
    const on = forbidden(call, statementsOf(caller));
    if (on !== undefined) denied.push(`${caller} ${call.action} ${on}`);
    else for (const resource of call.resources) used.add(`${caller} ${call.action} ${resource}`);
    return on === undefined;
  }

  const server = createServer(async (request, response) => {
    const { caller, service } = callerOf(request.headers);
    const body = await text(request);
    if (!isAllowed(caller, callOf(service, request.headers, body))) return deny(service, response);
    const through = services[service];
    if (through && 'at' in through) return pass(request, body, { to: through.at, response });
    const answer = through?.answer && Reflect.apply(through.answer, undefined, [JSON.parse(body)]);
    response.writeHead(200, { 'content-type': 'application/x-amz-json-1.0' }).end(JSON.stringify(answer));
  });
  return { ...(await listen(server, 0)), denied, used };
}

function deny(service: string, response: ServerResponse): void {
  const refusal = { code: 'AccessDenied', message: 'The role does not allow it' };
  if (service === 'ses') response.writeHead(403, { 'content-type': 'text/xml' }).end(refuse(refusal, '0').xml);
  else response.writeHead(400).end(JSON.stringify({ __type: 'AccessDeniedException', ...refusal }));
}

async function pass(
  { headers, url }: IncomingMessage,
  body: string,
  { to, response }: { readonly to: string; readonly response: ServerResponse },
): Promise<void> {
  const kept = ['authorization', 'content-type', 'x-amz-target', 'x-amz-date'];
  const passed = kept.flatMap((name): [string, string][] => (headers[name] ? [[name, String(headers[name])]] : []));
  const answer = await fetch(new URL(url ?? '/', to), { method: 'POST', headers: passed, body });
  const content = Buffer.from(await answer.arrayBuffer());
  const type = answer.headers.get('content-type') ?? 'text/plain';
  const checksum = answer.headers.get('x-amz-crc32');
  response
    .writeHead(answer.status, { 'content-type': type, ...(checksum && { 'x-amz-crc32': checksum }) })
    .end(content);
}
