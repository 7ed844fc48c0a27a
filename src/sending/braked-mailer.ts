import type { BrakeTable } from '../adapters/dynamodb/brake-table.ts';
import type { Mailer } from '../adapters/ses/mailer.ts';

/** A mailer that sends nothing while the brake is on; what it was to send may be tried again in hours. */
export function brakedMailer(mailer: Mailer, brake: Pick<BrakeTable, 'isOn'>, now: () => Date): Mailer {
  return {
    async send(mail) {
      if (await brake.isOn(now())) return { outcome: 'closed', reason: 'The brake on all sending is on' };
      return mailer.send(mail);
    },
  };
}
