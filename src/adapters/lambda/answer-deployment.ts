import type { CloudFormationCustomResourceEvent, CloudFormationCustomResourceResponse } from 'aws-lambda';
import { logger } from './log.ts';

/** CloudFormation accepts about 4 KB in all; the log has the full reason. */
const MAX_REASON = 1_000;

/**
 * Does the work that a deployment waits for and reports the outcome to CloudFormation, failures included:
 * a deployment that is never answered hangs for an hour.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/crpg-ref-responses.html
 */
export async function answerDeployment(
  event: CloudFormationCustomResourceEvent,
  work: () => Promise<Readonly<Record<string, unknown>>>,
  { isSecret = false } = {},
): Promise<void> {
  try {
    await answer(event, { Status: 'SUCCESS', Data: { ...(await work()) }, NoEcho: isSecret });
  } catch (error) {
    logger.error('The deployment cannot go on', { error });
    await answer(event, { Status: 'FAILED', Reason: String(error).slice(0, MAX_REASON) });
  }
}

/** The address is signed for a request without a content type, which `fetch` would add: S3 would answer 403, and the deployment hang. */
const noContentType = { 'Content-Type': '' };

type Result =
  | { readonly Status: 'SUCCESS'; readonly Data: object; readonly NoEcho: boolean }
  | { readonly Status: 'FAILED'; readonly Reason: string };

async function answer(event: CloudFormationCustomResourceEvent, result: Result): Promise<void> {
  const { StackId, RequestId, LogicalResourceId } = event;
  const PhysicalResourceId = 'PhysicalResourceId' in event ? event.PhysicalResourceId : LogicalResourceId;
  const body: CloudFormationCustomResourceResponse = {
    Reason: '',
    ...result,
    StackId,
    RequestId,
    LogicalResourceId,
    PhysicalResourceId,
  };
  const response = await fetch(event.ResponseURL, {
    method: 'PUT',
    headers: noContentType,
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`CloudFormation did not take the answer: ${response.status}`);
}
