import type { Frame } from './frame.ts';
import { Sheet } from './notice.tsx';
import { page } from './page.tsx';
import { readerOf } from './reader.ts';

/** The answer to every request for a mail with a link: byte for byte the same for every address. */
export function inboxPage(frame: Frame): string {
  const { inbox } = readerOf(frame).words;
  return page(
    frame,
    { title: inbox.title, isPersonal: true },
    <Sheet notice={inbox}>
      <p class="quiet">{inbox.closing}</p>
    </Sheet>,
  );
}
