import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { DamagedFile, readJson, writeWhole } from './kept-file.ts';

export type MailStore = Awaited<ReturnType<typeof openMailStore>>;

/** The details of an accepted mail, without its content. */
export type KeptMail = z.infer<typeof keptMail>;

/**
 * Opens the store of mails that the embedded SES accepted, in order. Each has a file with the exact bytes of the mail, and
 * one with its details; a mail that is only half-written was never accepted. An empty third file marks its events as
 * published.
 */
export async function openMailStore(folder: string) {
  await mkdir(folder, { recursive: true });
  const mails = await readMails(folder);
  const told = await readTold(folder);
  let lastNumber = Number(mails.at(-1)?.id ?? 0);

  return {
    async keep(raw: Buffer, details: Omit<KeptMail, 'id'>): Promise<KeptMail> {
      lastNumber += 1;
      const mail = { id: String(lastNumber).padStart(8, '0'), ...details };
      await writeWhole(join(folder, `${mail.id}.eml`), raw);
      await writeWhole(join(folder, `${mail.id}.json`), JSON.stringify(mail));
      mails.push(mail);
      return mail;
    },

    /** Lists the mails, oldest first. */
    all: (): readonly KeptMail[] => mails.toSorted((one, other) => (one.id < other.id ? -1 : 1)),

    find: (id: string): KeptMail | undefined => mails.find((mail) => mail.id === id),

    /** Lists the mails with events left unpublished by the end of a process, oldest first. */
    untold: (): readonly KeptMail[] => mails.filter(({ id }) => !told.has(id)),

    async markTold({ id }: KeptMail): Promise<void> {
      await writeFile(join(folder, `${id}${TOLD}`), '');
      told.add(id);
    },

    raw: (mail: KeptMail): Promise<Buffer> => readFile(join(folder, `${mail.id}.eml`)),
  };
}

const TOLD = '.told';

const keptMail = z.object({
  id: z.string(),
  /** The message id in the response of SES. */
  messageId: z.string(),
  source: z.string(),
  destinations: z.array(z.string()).readonly(),
  tags: z.record(z.string(), z.string()).readonly(),
  configurationSet: z.string().optional(),
  /** ISO 8601 in UTC. */
  receivedAt: z.string(),
});

async function readTold(folder: string): Promise<Set<string>> {
  const names = await readdir(folder);
  return new Set(names.filter((name) => name.endsWith(TOLD)).map((name) => name.slice(0, -TOLD.length)));
}

async function readMails(folder: string): Promise<KeptMail[]> {
  const names = await readdir(folder);
  const cutShort = names.filter((name) => isWithoutDetails(name, names));
  await Promise.all(cutShort.map((name) => rm(join(folder, name))));
  const details = names.filter((name) => name.endsWith('.json')).sort();
  return Promise.all(details.map((name) => readMail(join(folder, name))));
}

/** Reads the details of a mail. @throws DamagedFile */
async function readMail(details: string): Promise<KeptMail> {
  const raw = details.replace(/\.json$/, '.eml');
  const { size } = await stat(raw).catch(() => ({ size: 0 }));
  if (size === 0) throw new DamagedFile(raw);
  return readJson(details, keptMail);
}

function isWithoutDetails(name: string, names: readonly string[]): boolean {
  return name.endsWith('.eml') && !names.includes(name.replace('.eml', '.json'));
}
