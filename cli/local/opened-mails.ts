import PostalMime, { type Email } from 'postal-mime';
import type { KeptMail, MailStore } from './mail-store.ts';

/** A line of the inbox. */
export type InboxEntry = {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  /** ISO 8601 in UTC. */
  readonly receivedAt: string;
};

export type OpenedMail = { readonly entry: InboxEntry; readonly content: Email };

/** Creates a reader of stored mails that parses them like a mail program. */
export function openedMails(mails: MailStore) {
  const entries = new Map<string, InboxEntry>();

  async function open(mail: KeptMail): Promise<OpenedMail> {
    const content = await PostalMime.parse(await mails.raw(mail));
    const to = mail.destinations.join(', ');
    const entry = { id: mail.id, to, subject: content.subject ?? '', receivedAt: mail.receivedAt };
    entries.set(mail.id, entry);
    return { entry, content };
  }

  return {
    /** Lists the mails, newest first. Parses each once. */
    entries: (): Promise<InboxEntry[]> => {
      const newestFirst = [...mails.all()].reverse();
      return Promise.all(newestFirst.map(async (mail) => entries.get(mail.id) ?? (await open(mail)).entry));
    },

    async find(id: string): Promise<OpenedMail | undefined> {
      const mail = mails.find(id);
      return mail && open(mail);
    },

    async raw(id: string): Promise<Buffer | undefined> {
      const mail = mails.find(id);
      return mail && mails.raw(mail);
    },
  };
}
