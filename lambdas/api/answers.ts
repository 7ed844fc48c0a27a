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
    detail: z.string().optional().describe('How to fix it.'),
    errors: z
      .array(z.object({ field: z.string(), pointer: z.string(), message: z.string() }))
      .optional()
      .describe('Every fault of the request; `pointer` locates it in the body (RFC 6901).'),
  })
  .meta({ id: 'Problem' });

export const healthAnswer = z.object({
  version: z.string().describe('The version of the software.'),
  dataset: z.string().describe('The version of the data, which changes with its content.'),
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
  more: z.int().describe('The number of further milestones.'),
  list: z.string().describe('The page with all milestones of the digest.'),
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
    .describe(
      'The personal calendar (iCalendar), while the subscription is active. Anybody with this address can read it.',
    ),
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
    .describe('All stored data about the subscriber.'),
  earlierAddresses: z
    .array(z.object({ email: z.string(), until: z.string() }))
    .describe('Recently replaced addresses, and until when each can take the subscription back.'),
  deliveries: z
    .array(z.looseObject({ on: z.string(), status: z.enum(deliveryStatuses) }))
    .describe('Every digest on record, for 400 days.'),
});
export type Export = z.infer<typeof exportAnswer>;
