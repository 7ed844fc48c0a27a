import type { CalendarDate } from '../domain/calendar-date.ts';
import type { Message } from '../wording/message.ts';
import type { Frame } from './frame.ts';
import { maskedAddress } from './masked-address.ts';
import { OneButton, Sheet } from './message.tsx';
import { page } from './page.tsx';
import { paths } from './paths.ts';
import { toReader } from './reader.ts';
import { AddressInWords } from './settings-in-words.tsx';

/** The state of a link to unsubscribe. */
export type UnsubscribeLink =
  | { readonly state: 'ready'; readonly token: string; readonly email: string }
  | { readonly state: 'invalid' };

/** Renders the page behind the unsubscribe link of a digest. Opening it changes nothing: its button unsubscribes. */
export function unsubscribePage(frame: Frame, link: UnsubscribeLink): string {
  const { leaving, centre } = toReader(frame).words;
  if (link.state === 'invalid') return sayingOnly(frame, leaving.invalid);
  return page(
    frame,
    { title: leaving.ready.title, isPersonal: true },
    <Sheet message={leaving.ready}>
      <AddressInWords label={centre.for} masked={maskedAddress(link.email)} />
      <OneButton action={paths.unsubscribe} token={link.token} label={leaving.ready.button} />
    </Sheet>,
  );
}

/** Renders the confirmation, with an undo. */
export function unsubscribedPage(frame: Frame, undo: { readonly token: string; readonly until: CalendarDate }): string {
  const { leaving } = toReader(frame).words;
  const message = leaving.left(undo.until);
  return page(
    frame,
    { title: message.title, isPersonal: true },
    <Sheet message={message}>
      <OneButton action={paths.undoUnsubscribe} token={undo.token} label={leaving.undo} look="plain" />
    </Sheet>,
  );
}

/** Renders the response to an undo: done, or too late. */
export function undonePage(frame: Frame, state: 'undone' | 'expired'): string {
  const { leaving } = toReader(frame).words;
  return sayingOnly(frame, state === 'undone' ? leaving.undone : leaving.undoExpired);
}

/** Renders the last page for an erased subscriber. */
export function erasedPage(frame: Frame): string {
  return sayingOnly(frame, toReader(frame).words.leaving.erased);
}

function sayingOnly(frame: Frame, message: Message): string {
  return page(frame, { title: message.title, isPersonal: true }, <Sheet message={message} />);
}
