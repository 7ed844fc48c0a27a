import * as z from 'zod';
import { tickEvent } from '../../src/adapters/lambda/tick-event.ts';

/** The event of the schedule at a tick; an operator may request a replay. */
const planRequest = tickEvent.extend({ replay: z.boolean().default(false) });

export type PlanRequest = z.output<typeof planRequest>;

/** @throws ZodError when the event is no such request. */
export function readPlanRequest(event: unknown): PlanRequest {
  return planRequest.parse(event);
}
