import type { Preferences } from '../domain/preferences.ts';
import type { Frame } from './frame.ts';
import { maskedAddress } from './masked-address.ts';
import { Lines, OneButton, Sheet } from './message.tsx';
import { page } from './page.tsx';
import { paths, withToken } from './paths.ts';
import { toReader } from './reader.ts';
import { AddressInWords, SettingsInWords } from './settings-in-words.tsx';

/** The state of a link to confirm. */
export type ConfirmLink =
  | { readonly state: 'ready'; readonly token: string; readonly email: string; readonly preferences: Preferences }
  | { readonly state: 'already-confirmed' | 'expired' | 'invalid' };

/** Renders the page behind the link of a confirmation mail. Opening it changes nothing: its button confirms. */
export function confirmPage(frame: Frame, opened: ConfirmLink): string {
  const {
    link,
    words: { confirm },
  } = toReader(frame);
  if (opened.state === 'ready') return readyPage(frame, opened);
  if (opened.state === 'already-confirmed') {
    const { title } = confirm.alreadyConfirmed;
    return page(frame, { title, isPersonal: true }, <Sheet message={confirm.alreadyConfirmed} />);
  }
  const message = confirm[opened.state];
  return page(
    frame,
    { title: message.title, isPersonal: true },
    <Sheet message={message}>
      <a class="button" href={link(paths.subscribe)}>
        {confirm.subscribeAgain}
      </a>
    </Sheet>,
  );
}

function readyPage(frame: Frame, { token, email, preferences }: Extract<ConfirmLink, { state: 'ready' }>): string {
  const { ready } = toReader(frame).words.confirm;
  return page(
    frame,
    { title: ready.title, isPersonal: true },
    <Sheet message={ready}>
      <AddressInWords label={ready.address} masked={maskedAddress(email)} />
      <SettingsInWords preferences={preferences} />
      <OneButton action={paths.confirm} token={token} label={ready.button} />
      <p class="quiet">{ready.closing}</p>
    </Sheet>,
  );
}

type ConfirmedPageProps = {
  readonly email: string;
  readonly preferences: Preferences;
  /** Opens the settings page. */
  readonly preferencesToken: string;
};

/** Renders the confirmation and the next steps. */
export function confirmedPage(frame: Frame, { email, preferences, preferencesToken }: ConfirmedPageProps): string {
  const {
    link,
    words: { confirm },
  } = toReader(frame);
  const { confirmed, ready, changeSettings } = confirm;
  return page(
    frame,
    { title: confirmed.title, isPersonal: true },
    <article class="sheet">
      <h1>{confirmed.title}</h1>
      <AddressInWords label={ready.address} masked={maskedAddress(email)} />
      <Lines lines={confirmed.lines} />
      <SettingsInWords preferences={preferences} />
      <a class="button plain" href={link(withToken(paths.preferences, preferencesToken))}>
        {changeSettings}
      </a>
    </article>,
  );
}
