import { randomBytes } from 'node:crypto';
import type { CloudFormationCustomResourceEvent } from 'aws-lambda';
import { answerDeployment } from '../../src/adapters/lambda/answer-deployment.ts';
import { environment } from '../../src/adapters/lambda/env.ts';
import { makeLinkKeys, removeLinkKeys } from '../../src/adapters/lambda/link-keys.ts';
import { logger } from '../../src/adapters/lambda/log.ts';

const env = environment('LINK_KEYS_PARAMETER');

/** Creates the keys of a deployment: those that sign links, and the one that CloudFront sends to the API. */
export function handler(event: CloudFormationCustomResourceEvent): Promise<void> {
  return event.ResourceType === 'Custom::EdgeKey'
    ? answerDeployment(event, async () => ({ key: randomBytes(32).toString('base64url') }), { isSecret: true })
    : answerDeployment(event, () => makeOrRemove(event.RequestType));
}

/** Creates the link-signing key on first deploy. Deletes it only for `stage=dev`. */
async function makeOrRemove(request: CloudFormationCustomResourceEvent['RequestType']) {
  if (request === 'Delete') {
    await removeLinkKeys(env.LINK_KEYS_PARAMETER);
    return {};
  }
  const isNew = await makeLinkKeys(env.LINK_KEYS_PARAMETER);
  logger.info(isNew ? 'Created the link-signing keys' : 'The link-signing keys exist already');
  return { isNew };
}
