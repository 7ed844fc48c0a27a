import * as z from 'zod';
import { tickEvent } from '../../src/adapters/lambda/tick-event.ts';

/** The event of the schedule at a tick, or an operator's request for a replay. */
const planRequest = tickEvent.extend({ replay: z.boolean().default(false) });

export type PlanRequest = z.output<typeof planRequest>;

/** Parses the event. @throws ZodError */
export function readPlanRequest(event: unknown): PlanRequest {
  return planRequest.parse(event);
}
