import { randomBytes } from 'node:crypto';
import type { CloudFormationCustomResourceEvent } from 'aws-lambda';
import { answerDeployment } from '../../src/adapters/lambda/answer-deployment.ts';
import { environment } from '../../src/adapters/lambda/env.ts';
import { makeLinkKeys, removeLinkKeys } from '../../src/adapters/lambda/link-keys.ts';
import { logger } from '../../src/adapters/lambda/log.ts';

const env = environment('LINK_KEYS_PARAMETER');

/** Makes the keys of a deployment: those that sign links, and the one that CloudFront shows to the API. */
export function handler(event: CloudFormationCustomResourceEvent): Promise<void> {
  return event.ResourceType === 'Custom::EdgeKey'
    ? answerDeployment(event, async () => ({ key: randomBytes(32).toString('base64url') }), { isSecret: true })
    : answerDeployment(event, () => makeOrRemove(event.RequestType));
}

/** Makes the key of links once for a stack. CloudFormation asks to remove it only where nothing is to be left. */
async function makeOrRemove(request: CloudFormationCustomResourceEvent['RequestType']) {
  if (request === 'Delete') {
    await removeLinkKeys(env.LINK_KEYS_PARAMETER);
    return {};
  }
  const isNew = await makeLinkKeys(env.LINK_KEYS_PARAMETER);
  logger.info(isNew ? 'Made the keys of links' : 'The keys of links are there');
  return { isNew };
}
