import type { CloudFormationCustomResourceEvent } from 'aws-lambda';
import { answerDeployment } from '../../src/adapters/lambda/answer-deployment.ts';
import { environment } from '../../src/adapters/lambda/env.ts';
import { makeLinkKeys, removeLinkKeys } from '../../src/adapters/lambda/link-keys.ts';
import { logger } from '../../src/adapters/lambda/log.ts';

const env = environment('LINK_KEYS_PARAMETER');

/** Sees to it, once for a stack, that there are keys to sign links with. It is asked to remove them only where nothing is to be left. */
export function handler(event: CloudFormationCustomResourceEvent): Promise<void> {
  return answerDeployment(event, async () => {
    if (event.RequestType === 'Delete') {
      await removeLinkKeys(env.LINK_KEYS_PARAMETER);
      return {};
    }
    const isNew = await makeLinkKeys(env.LINK_KEYS_PARAMETER);
    logger.info(isNew ? 'Made the keys of links' : 'The keys of links are there');
    return { isNew };
  });
}
