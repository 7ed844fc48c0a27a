import * as z from 'zod';
import { tickAt } from '../../domain/schedule.ts';

/** The event of a schedule, with the tick for which it fired (`<aws.scheduler.scheduled-time>`). */
export const tickEvent = z.object({
  tick: z.iso.datetime({ offset: true }).transform((text) => tickAt(new Date(text))),
});
