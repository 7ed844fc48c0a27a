import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { readJson, writeWhole } from './kept-file.ts';

/** A message of the local queue; instants in ms of Unix time. */
export type Message = Readonly<z.infer<typeof message>>;

const message = z.object({
  /** The name of the file, which sorts by the order of sending. */
  id: z.string(),
  body: z.string(),
  sentAt: z.int(),
  receiveCount: z.int(),
  visibleAt: z.int(),
});

/** Returns the receipt handle of a message. */
export function receiptOf({ id, receiveCount }: Message): string {
  return `${id}#${receiveCount}`;
}

/**
 * Opens the messages of a queue, one file each, so that a killed process loses none: waiting ones in `folder`, dead letters
 * in `folder/dead-letters`.
 *
 * @throws DamagedFile
 */
export async function openMessageFiles(folder: string) {
  const dead = join(folder, 'dead-letters');
  await mkdir(dead, { recursive: true });
  const path = ({ id }: Message) => join(folder, `${id}.json`);

  return {
    waiting: await readMessages(folder),
    deadLetters: (): Promise<Message[]> => readMessages(dead),
    write: (written: Message): Promise<void> => writeWhole(path(written), JSON.stringify(written)),
    remove: (removed: Message): Promise<void> => rm(path(removed), { force: true }),
    giveUp: (given: Message): Promise<void> => rename(path(given), join(dead, `${given.id}.json`)),
    putBack: (given: Message): Promise<void> => rename(join(dead, `${given.id}.json`), path(given)),
  };
}

async function readMessages(folder: string): Promise<Message[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  return Promise.all(names.map((name) => readJson(join(folder, name), message)));
}
