import type { Departures } from '../../src/sending/send-slots.ts';

/** Where SES grants more than anybody needs: every mail leaves at once, and no message stays away longer than its queue says. */
export const freeDepartures: {
  departures: Departures;
  waitUntil: (instant: number) => Promise<void>;
  postpone: () => Promise<void>;
} = {
  departures: { reserve: async (mails) => ({ slots: Array(mails).fill(0) }), pushBack: async () => {} },
  waitUntil: async () => {},
  postpone: async () => {},
};
