import {
  DeleteCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
} from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { parsePartialDate } from '../../domain/calendar-date.ts';
import type { ErrorReport, FiledReport } from '../../domain/error-report.ts';
import { eventKinds, type Pair } from '../../domain/relation-event.ts';
import { jsonText, readRow } from './row.ts';

export type ReportTable = ReturnType<typeof reportTable>;

/** The days that a report is kept. */
const DAYS_ON_FILE = 180;

/** The reports of errors, in the table of runs. Reports are never changed, only removed. */
export function reportTable(documentClient: DynamoDBDocumentClient, tableName: string) {
  const reportKey = (id: string) => ({ kind: 'report', at: id });
  const read = (row: Record<string, unknown>) =>
    readRow(reportFields, row, { table: tableName, key: ['report', row.at] });

  return {
    /** Stores a report; the same `requestId` overwrites it. */
    async file(
      report: ErrorReport,
      { requestId, at }: { readonly requestId: string; readonly at: Date },
    ): Promise<void> {
      const Item = {
        ...reportKey(`${at.toISOString()} ${requestId.slice(0, 8)}`),
        report: JSON.stringify(report),
        expiresAt: Math.floor(at.getTime() / 1000) + DAYS_ON_FILE * 86_400,
      };
      await documentClient.send(new PutCommand({ TableName: tableName, Item }));
    },

    /** Lists reports, oldest first. */
    async list(most: number): Promise<FiledReport[]> {
      const { Items = [] } = await documentClient.send(
        new QueryCommand({
          TableName: tableName,
          KeyConditionExpression: 'kind = :report',
          ExpressionAttributeValues: { ':report': 'report' },
          Limit: most,
        }),
      );
      return Items.map(read);
    },

    async find(id: string): Promise<FiledReport | undefined> {
      const { Item } = await documentClient.send(new GetCommand({ TableName: tableName, Key: reportKey(id) }));
      return Item && read(Item);
    },

    async remove(id: string): Promise<void> {
      await documentClient.send(new DeleteCommand({ TableName: tableName, Key: reportKey(id) }));
    },
  };
}

const partialDate = z.string().transform((text) => parsePartialDate(text) ?? z.NEVER);

/** The schema of a report in our own queue and table. */
export const writtenReport = z.object({
  pair: z.string().refine((text): text is Pair => /^[A-Z]{2}-[A-Z]{2}$/.test(text)),
  act: z.object({ kind: z.enum(eventKinds), date: partialDate }).optional(),
  text: z.string(),
  date: partialDate.optional(),
  source: z.string().optional(),
});

const reportFields = z
  .object({ at: z.string(), report: jsonText(writtenReport) })
  .transform(({ at, report }): FiledReport => ({ id: at, at: new Date(at.slice(0, 24)), ...report }));
