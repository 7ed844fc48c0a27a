import type { SendSlots } from '../../src/sending/send-slots.ts';

/** Where SES grants more than anybody needs: every mail leaves at once, and no message stays away longer than its queue says. */
export const freeSendSlots: {
  sendSlots: SendSlots;
  waitUntil: (instant: number) => Promise<void>;
  postpone: () => Promise<void>;
} = {
  sendSlots: { reserve: async (mails) => ({ slots: Array(mails).fill(0) }), pushBack: async () => {} },
  waitUntil: async () => {},
  postpone: async () => {},
};
