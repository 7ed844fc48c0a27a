import * as z from 'zod';
import { writtenPreferences } from '../../src/adapters/dynamodb/subscriber-rows.ts';
import { deliveryStatuses } from '../../src/domain/delivery.ts';
import { subscriberStatuses } from '../../src/domain/subscriber.ts';

/*
 * The schemas of the API's responses, from which the OpenAPI document and the types of the responses are derived.
 */

export const acceptedAnswer = z.object({ status: z.literal('accepted'), message: z.string() });

/** The response to every request for a mail, whether or not one is sent. */
export const accepted: z.infer<typeof acceptedAnswer> = {
  status: 'accepted',
  message: 'If the address can receive our mail, a message with a link is on its way.',
};

export const problemAnswer = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional().describe('What to do about it.'),
    errors: z
      .array(z.object({ field: z.string(), pointer: z.string(), message: z.string() }))
      .optional()
      .describe('Each fault of the request; `pointer` leads to it in the body (RFC 6901).'),
  })
  .meta({ id: 'Problem' });

export const healthAnswer = z.object({
  version: z.string().describe('Of the software.'),
  dataset: z.string().describe('Changes with every change of the data.'),
});
export type Health = z.infer<typeof healthAnswer>;

const previewedDigest = z.object({
  on: z.string().describe('The day on which it goes out.'),
  items: z
    .array(
      z.object({
        pair: z.string(),
        kind: z.string(),
        years: z.int(),
        date: z.string().describe('As precise as the sources: `2024-01-12`, `2024-01` or `2024`.'),
        title: z.string().describe('In the language of the preferences.'),
      }),
    )
    .describe('At most ten, in the order of the digest.'),
  more: z.int().describe('How many milestones it tells beside the items.'),
  list: z.string().describe('The page that lists them all.'),
});

export const previewAnswer = z.object({
  digestsInNext12Months: z.int(),
  next: z.array(previewedDigest).describe('The next digests, at most five.'),
});
export type PreviewAnswer = z.infer<typeof previewAnswer>;

export const subscriptionAnswer = z.object({
  email: z.string(),
  status: z.enum(subscriberStatuses),
  ...writtenPreferences.shape,
  calendarUrl: z
    .string()
    .optional()
    .describe('The subscriber’s own calendar (iCalendar), while they are active. Anybody who knows it can read it.'),
});
export type Subscription = z.infer<typeof subscriptionAnswer>;

export const exportAnswer = z.object({
  subscriber: z
    .looseObject({
      id: z.string(),
      email: z.string(),
      status: z.enum(subscriberStatuses),
      preferences: writtenPreferences,
    })
    .describe('The subscriber, with all that is kept of them.'),
  earlierAddresses: z
    .array(z.object({ email: z.string(), until: z.string() }))
    .describe('The addresses that were left lately, and until when each can take the subscription back.'),
  deliveries: z
    .array(z.looseObject({ on: z.string(), status: z.enum(deliveryStatuses) }))
    .describe('Every digest that is on record, for 400 days.'),
});
export type Export = z.infer<typeof exportAnswer>;
