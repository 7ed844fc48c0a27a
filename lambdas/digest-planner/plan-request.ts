import * as z from 'zod';
import { tickEvent } from '../../src/adapters/lambda/tick-event.ts';

/** What the schedule hands over at a tick; an operator may ask for a replay. */
const planRequest = tickEvent.extend({ replay: z.boolean().default(false) });

export type PlanRequest = z.output<typeof planRequest>;

/** @throws ZodError when the event is no such request. */
export function readPlanRequest(event: unknown): PlanRequest {
  return planRequest.parse(event);
}
