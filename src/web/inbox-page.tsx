import { pagesIn } from '../wording/pages.ts';
import { Sheet } from './notice.tsx';
import { type Frame, page } from './page.tsx';

/** The answer to every request for a mail with a link: byte for byte the same for every address. */
export function inboxPage(frame: Frame): string {
  const { inbox } = pagesIn(frame.language);
  return page(
    frame,
    { title: inbox.title, isPersonal: true },
    <Sheet notice={inbox}>
      <p class="quiet">{inbox.closing}</p>
    </Sheet>,
  );
}
