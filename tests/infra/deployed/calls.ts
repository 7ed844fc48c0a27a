import type { IncomingHttpHeaders } from 'node:http';
import type { Call } from './permissions.ts';
import { account, region } from './template.ts';

/** Who calls which service, as the signature of a request says. */
export function callerOf({ authorization = '' }: IncomingHttpHeaders): {
  readonly caller: string;
  readonly service: string;
} {
  const [, caller = '', service = ''] = /Credential=([^/]+)\/\d+\/[\w-]+\/(\w+)\//.exec(authorization) ?? [];
  return { caller, service };
}

/** What the request asks IAM for; a service that nobody here knows is nobody's to call. */
export function callOf(service: string, { 'x-amz-target': target }: IncomingHttpHeaders, body: string): Call {
  const operation = String(target).split('.')[1] ?? '';
  if (service === 'dynamodb') return { action: `dynamodb:${operation}`, resources: tablesIn(JSON.parse(body)) };
  if (service === 'sqs') {
    const action = `sqs:${operation.replace(/Batch$/, '')}`;
    return { action, resources: [arn('sqs', String(JSON.parse(body).QueueUrl).split('/').at(-1) ?? '')] };
  }
  if (service === 'ssm') {
    return { action: `ssm:${operation}`, resources: [arn('ssm', `parameter${JSON.parse(body).Name}`)] };
  }
  return service === 'ses'
    ? mailIn(new URLSearchParams(body))
    : { action: `${service}:${operation}`, resources: ['?'] };
}

type Tables = { readonly TableName?: string; readonly IndexName?: string; readonly RequestItems?: object };

function tablesIn({ TableName, IndexName, RequestItems = {} }: Tables): string[] {
  const names = TableName === undefined ? Object.keys(RequestItems) : [TableName];
  return names.map((name) => arn('dynamodb', `table/${name}${IndexName === undefined ? '' : `/index/${IndexName}`}`));
}

/** In its sandbox SES asks for permission on the identities of the recipients as well. */
function mailIn(form: URLSearchParams): Call {
  const action = `ses:${form.get('Action')}`;
  if (action !== 'ses:SendRawEmail') return { action, resources: ['*'] };
  const from = form.get('Source') ?? '';
  const identities = [from, ...[...form].filter(([name]) => name.startsWith('Destinations.')).map(([, to]) => to)];
  const resources = identities.map((identity) => arn('ses', `identity/${identity}`));
  const configurationSet = arn('ses', `configuration-set/${form.get('ConfigurationSetName')}`);
  return { action, resources: [...resources, configurationSet], context: { 'ses:FromAddress': from } };
}

function arn(service: string, name: string): string {
  return `arn:aws:${service}:${region}:${account}:${name}`;
}
