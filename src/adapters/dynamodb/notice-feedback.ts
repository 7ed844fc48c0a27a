import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { MailEvent, MailFeedback } from '../../domain/feedback.ts';
import { feedbackFields, recordOnce } from './mail-feedback.ts';
import { readRow } from './row.ts';

export type NoticeFeedback = ReturnType<typeof noticeFeedback>;

/** For how long it is kept that a notice bounced: longer than SES publishes anything about a mail. */
const SECONDS_ON_RECORD = 30 * 86_400;

/** What SES told of mails that are not digests, in the limits table: so that a mail is counted once. It names nobody. */
export function noticeFeedback(documentClient: DynamoDBDocumentClient, tableName: string) {
  return {
    /** Records it once; gives all that is on record of the mail, or `undefined` when it is no news. */
    async record({ kind, at, mail }: MailEvent): Promise<MailFeedback | undefined> {
      const key = { counter: `notice#${mail.messageId}` };
      const set = { expiresAt: Math.floor(Date.parse(at) / 1000) + SECONDS_ON_RECORD };
      const item = await recordOnce(documentClient, { table: tableName, key, kind, at, set });
      return item && readRow(noticeFields, item, { table: tableName, key: [key.counter] });
    },
  };
}

const noticeFields = z.object(feedbackFields);
