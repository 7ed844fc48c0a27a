import type { CloudFormationCustomResourceEvent, CloudFormationCustomResourceResponse } from 'aws-lambda';
import { logger } from './log.ts';

/** The longest reason (characters): CloudFormation accepts about 4 KB in all, and the log has the rest. */
const MAX_REASON = 1_000;

/**
 * Does the work of a custom resource and reports its outcome, failures included, to CloudFormation: without an answer
 * the deployment hangs for an hour.
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
    logger.error('The deployment failed', { error });
    await answer(event, { Status: 'FAILED', Reason: String(error).slice(0, MAX_REASON) });
  }
}

/** The signed URL is for a request without a content type. With the one that `fetch` adds, S3 would answer 403 and the deployment hang. */
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
  if (!response.ok) throw new Error(`CloudFormation did not accept the answer: ${response.status}`);
}
