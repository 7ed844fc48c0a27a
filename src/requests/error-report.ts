import * as z from 'zod';
import { type PartialDate, parsePartialDate } from '../domain/calendar-date.ts';
import { type EventKind, eventKinds } from '../domain/relation-event.ts';

const MAX_TEXT = 1_000;
const MAX_URL = 500;

/** The form to report an error: what is wrong and, optionally, the act, the right date and a source. */
export const errorReportForm = z.strictObject({
  act: optional(z.string().max(40).transform(readAct)),
  text: z
    .string()
    .transform((text) => text.replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ').trim())
    .pipe(z.string().min(1, 'says nothing').max(MAX_TEXT, `has more than ${MAX_TEXT} characters`)),
  date: optional(
    z
      .string()
      .trim()
      .refine((text): text is PartialDate => parsePartialDate(text) !== undefined, 'is not a date such as 2024-01-12'),
  ),
  source: optional(z.url({ protocol: /^https?$/, error: 'is not a web address' }).max(MAX_URL, 'is too long')),
  website: z.string().max(2_000).optional(),
});

/** Drops empty fields. */
function optional<Schema extends z.ZodType>(schema: Schema) {
  return z.preprocess(
    (value) => (typeof value === 'string' && value.trim() === '' ? undefined : value),
    schema.optional(),
  );
}

function readAct(text: string): { readonly kind: EventKind; readonly date: PartialDate } | undefined {
  const [kindText = '', dateText = ''] = text.split(' ');
  const kind = eventKinds.find((known) => known === kindText);
  const date = parsePartialDate(dateText);
  return kind && date && { kind, date };
}
