import type { KeptMail, MailStore } from './mail-store.ts';
import { type SesEvent, simulateEvents } from './ses-events.ts';

export type EventPublisher = ReturnType<typeof eventPublisher>;

type Settings = { readonly mails: MailStore; readonly onEvent?: (event: SesEvent) => unknown };

/** Creates a publisher for the events of accepted mails, one mail at a time. */
export function eventPublisher({ mails, onEvent }: Settings) {
  let published = Promise.resolve();

  async function tell(mail: KeptMail): Promise<void> {
    if (onEvent === undefined || mail.configurationSet === undefined) return;
    for (const event of simulateEvents(mail)) await onEvent(event);
    await mails.markTold(mail);
  }

  return {
    /** Publishes the events of mails. Resolves once these and all earlier ones are published. */
    publish(all: readonly KeptMail[]): Promise<void> {
      for (const mail of all) published = published.then(() => tell(mail));
      return published;
    },

    idle: (): Promise<void> => published,
  };
}
