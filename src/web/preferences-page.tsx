import type { Child } from 'hono/jsx';
import type { Preferences } from '../domain/preferences.ts';
import type { Message } from '../wording/message.ts';
import { ChangeAddress } from './address-page.tsx';
import type { FormState } from './fields.tsx';
import { MyCalendar } from './follow.tsx';
import type { Frame } from './frame.ts';
import type { StateChoice } from './grouped-states.ts';
import { typedForm } from './in-language.tsx';
import { maskedAddress } from './masked-address.ts';
import { Lines, OneButton, Sheet } from './message.tsx';
import { MilestoneFields } from './milestone-fields.tsx';
import { page } from './page.tsx';
import { PairFields } from './pair-fields.tsx';
import { paths, withToken } from './paths.ts';
import { Preview } from './preview.tsx';
import { toReader, useReader } from './reader.ts';
import { ScheduleFields } from './schedule-fields.tsx';
import { AddressInWords, SettingsInWords } from './settings-in-words.tsx';
import { StateFields } from './state-fields.tsx';
import { EmailField, Faulty } from './subscribe-page.tsx';

type PreferencesPageProps = {
  /** The manage token, for the forms to save and to erase. */
  readonly token: string;
  /** The token to unsubscribe; absent if there is nothing to unsubscribe from. */
  readonly unsubscribeToken?: string | undefined;
  /** The personal calendar, if there is one. */
  readonly calendarUrl?: string | undefined;
  readonly email: string;
  readonly states: readonly StateChoice[];
  readonly form: FormState;
};

/** Renders the settings page: every preference, and the ways to leave with their consequences. */
export function preferencesPage(frame: Frame, centre: PreferencesPageProps): string {
  const { centre: words } = toReader(frame).words;
  return page(
    frame,
    { title: words.title, isPersonal: true, isTyped: centre.form.isTyped },
    <article class="sheet wide">
      <h1>{words.title}</h1>
      <AddressInWords label={words.for} masked={maskedAddress(centre.email)} />
      {centre.unsubscribeToken === undefined && <Paused message={words.paused} />}
      <PreferencesForm {...centre} />
      {centre.unsubscribeToken !== undefined && <ChangeAddress token={centre.token} />}
      {centre.calendarUrl !== undefined && <MyCalendar url={centre.calendarUrl} token={centre.token} />}
      <WaysOut {...centre} />
    </article>,
  );
}

function Paused({ message }: { message: Message }) {
  return (
    <p class="caution">
      <strong>{message.title}</strong> {message.lines.join(' ')}
    </p>
  );
}

function PreferencesForm({ token, states, form }: PreferencesPageProps) {
  const { link } = useReader();
  const wording = useReader().words;
  const { form: words, centre } = useReader().words;
  const asked = { ...form, words };
  return (
    <form method="post" action={link(paths.preferences)} id={typedForm} class="preferences" data-preferences novalidate>
      <input type="hidden" name="t" value={token} />
      <Faulty asked={asked} />
      <section class="part">
        <h2>{words.following}</h2>
        <StateFields asked={asked} states={states} wording={wording} />
        <PairFields asked={asked} />
      </section>
      <section class="part">
        <h2>{words.counting}</h2>
        <MilestoneFields asked={asked} />
      </section>
      <section class="part">
        <h2>{words.sending}</h2>
        <ScheduleFields asked={asked} />
      </section>
      <Preview answer={undefined} />
      <button type="submit" class="primary">
        {centre.save}
      </button>
    </form>
  );
}

function WaysOut({ token, unsubscribeToken }: PreferencesPageProps) {
  const { leave, unsubscribe, erase } = useReader().words.centre;
  return (
    <section class="ways-out">
      <h2>{leave}</h2>
      {unsubscribeToken !== undefined && (
        <WayOut message={unsubscribe}>
          <OneButton action={paths.unsubscribe} token={unsubscribeToken} label={unsubscribe.button} look="plain" />
        </WayOut>
      )}
      <WayOut message={erase}>
        <OneButton action={paths.erase} token={token} label={erase.button} look="grave" />
      </WayOut>
    </section>
  );
}

function WayOut({ message, children }: { message: Message; children: Child }) {
  return (
    <details class="folded">
      <summary>{message.title}</summary>
      <Lines lines={message.lines} />
      {children}
    </details>
  );
}

type SavedPageProps = { readonly token: string; readonly preferences: Preferences };

/** Renders the saved settings in words, so that readers notice a slip at once. */
export function savedPage(frame: Frame, { token, preferences }: SavedPageProps): string {
  const {
    link,
    words: { centre },
  } = toReader(frame);
  return page(
    frame,
    { title: centre.saved.title, isPersonal: true },
    <Sheet message={centre.saved}>
      <SettingsInWords preferences={preferences} />
      <a class="button plain" href={link(withToken(paths.preferences, token))}>
        {centre.backToSettings}
      </a>
    </Sheet>,
  );
}

/** Renders the form for a settings link: for a subscriber without one (`askLink`), or with an expired or invalid one. */
export function linkRequestPage(frame: Frame, why: 'askLink' | 'freshLink', form: FormState): string {
  const {
    link,
    words: { centre, form: words },
  } = toReader(frame);
  const asked = { ...form, words };
  return page(
    frame,
    { title: centre[why].title, isPersonal: true, isTyped: form.isTyped },
    <Sheet message={centre[why]}>
      <form method="post" action={link(paths.preferencesLink)} id={typedForm} class="preferences" novalidate>
        <Faulty asked={asked} />
        <EmailField asked={asked} />
        <button type="submit" class="primary">
          {centre[why].button}
        </button>
      </form>
    </Sheet>,
  );
}
