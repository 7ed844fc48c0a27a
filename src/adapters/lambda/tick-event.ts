import * as z from 'zod';
import { tickAt } from '../../domain/schedule.ts';

/** The tick for which a schedule fired, from `<aws.scheduler.scheduled-time>`. */
export const tickEvent = z.object({
  tick: z.iso.datetime({ offset: true }).transform((text) => tickAt(new Date(text))),
});
