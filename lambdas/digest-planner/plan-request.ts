import * as z from 'zod';
import { tickAt } from '../../src/domain/schedule.ts';

/** The schedule hands over the instant for which it fired, `<aws.scheduler.scheduled-time>`; an operator may ask for a replay. */
const planRequest = z.object({
  tick: z.iso.datetime({ offset: true }).transform((text) => tickAt(new Date(text))),
  replay: z.boolean().default(false),
});

export type PlanRequest = z.output<typeof planRequest>;

/** @throws ZodError when the event is no such request. */
export function readPlanRequest(event: unknown): PlanRequest {
  return planRequest.parse(event);
}
