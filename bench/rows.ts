import type { Result } from './result.ts';

/** A measurement of one row, or of several in one run; reports its progress from 0 to 1. */
export type Measure = (onProgress: (part: number) => void) => Promise<Result[]>;

/** The rows by file name, each loaded when measured, so that rows do not affect each other. */
export const rows: Readonly<Record<string, () => Promise<Measure>>> = {
  'milestones-due': async () => (await import('./milestones-due.ts')).measureMilestonesDue,
  'plan-tick': async () => (await import('./plan-tick.ts')).measurePlanTick,
  'compose-mail': async () => (await import('./compose-mail.ts')).measureComposeMail,
  sending: async () => (await import('./sending.ts')).measureSending,
  'idle-day': async () => (await import('./idle-day.ts')).measureIdleDay,
  cost: async () => (await import('./cost.ts')).measureCost,
  preview: async () => (await import('./preview.ts')).measurePreview,
  pages: async () => (await import('./pages.ts')).measurePages,
  calendar: async () => (await import('./calendar.ts')).measureCalendar,
  'open-data': async () => (await import('./open-data.ts')).measureOpenData,
  'mail-size': async () => (await import('./mail-size.ts')).measureMailSize,
  'bundle-import': async () => (await import('./bundle-import.ts')).measureBundleImport,
  'cold-start': async () => (await import('./cold-start.ts')).measureColdStart,
  'seed-table': async () => (await import('./seed-table.ts')).measureSeedTable,
  command: async () => (await import('./command.ts')).measureCommand,
};
