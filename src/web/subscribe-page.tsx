import { defaultPreferences } from '../domain/preferences.ts';
import { writePreferencesForm } from '../requests/preferences-form.ts';
import { type Asked, attributesOf, type FormState, Labelled } from './fields.tsx';
import type { Frame } from './frame.ts';
import type { StateChoice } from './grouped-states.ts';
import { Lines, Sheet } from './message.tsx';
import { MilestoneFields } from './milestone-fields.tsx';
import { page } from './page.tsx';
import { paths } from './paths.ts';
import { Preview } from './preview.tsx';
import { readerOf, useReader } from './reader.ts';
import { ScheduleFields } from './schedule-fields.tsx';
import { PairField, StateFields } from './state-fields.tsx';

/** A form that nobody has filled in yet. */
export const blankForm: FormState = { values: writePreferencesForm(defaultPreferences), faults: [] };

export type Subscribing = { readonly states: readonly StateChoice[]; readonly form: FormState };

/** The form under its heading, to stand beside something else. */
export function SubscribeCard({ states, form }: Subscribing) {
  const { subscribe } = useReader().words.front;
  return (
    <section class="card" id="subscribe">
      <h2>{subscribe.title}</h2>
      <Lines lines={subscribe.lines} />
      <SubscribeForm states={states} form={form} />
    </section>
  );
}

/** The page of a form that was not taken: what is wrong stands beside the fields, and what was entered in them. */
export function subscribePage(frame: Frame, subscribing: Subscribing): string {
  const { subscribe } = readerOf(frame).words.front;
  return page(
    frame,
    { title: subscribe.title, isPersonal: true, hasForm: true },
    <article class="sheet wide">
      <h1>{subscribe.title}</h1>
      <Lines lines={subscribe.lines} />
      <SubscribeForm {...subscribing} />
    </article>,
  );
}

/** The answer to every request for a mail with a link: byte for byte the same for every address. */
export function inboxPage(frame: Frame): string {
  const { inbox } = readerOf(frame).words;
  return page(
    frame,
    { title: inbox.title, isPersonal: true },
    <Sheet message={inbox}>
      <p class="quiet">{inbox.closing}</p>
    </Sheet>,
  );
}

/** The way in: address and countries first, everything else folded away behind defaults that suit most people. */
function SubscribeForm({ states, form: { values, faults } }: Subscribing) {
  const { link } = useReader();
  const wording = useReader().words;
  const words = useReader().words.form;
  const asked = { values, faults, words };
  const isFaultyInside = faults.some((field) => field !== 'email' && field !== 'states');
  return (
    <form
      method="post"
      action={link(paths.subscribe)}
      class="preferences"
      data-preferences
      data-propose-time-zone
      novalidate
    >
      <Faulty asked={asked} />
      <EmailField asked={asked} />
      <StateFields asked={asked} states={states} wording={wording} />
      <details class="more" open={isFaultyInside}>
        <summary>{words.moreChoices.label}</summary>
        <p class="hint">{words.moreChoices.meaning}</p>
        <div class="parts">
          <PairField asked={asked} />
          <MilestoneFields asked={asked} />
          <ScheduleFields asked={asked} />
        </div>
      </details>
      <Honeypot label={words.honeypot} />
      <Preview words={words.preview} />
      <button type="submit" class="primary">
        {words.subscribe}
      </button>
      <p class="hint">{words.afterwards}</p>
    </form>
  );
}

/** Says at the top of a form that it was not taken. */
export function Faulty({ asked }: { asked: Asked }) {
  if (asked.faults.length === 0) return null;
  return (
    <p class="fault summary" role="alert">
      {asked.words.faulty}
    </p>
  );
}

export function EmailField({ asked }: { asked: Asked }) {
  const { words, values } = asked;
  return (
    <Labelled name="email" label={words.email} asked={asked}>
      <input
        type="email"
        {...attributesOf('email', undefined, asked)}
        value={values.get('email') ?? ''}
        placeholder={words.emailExample}
        autocomplete="email"
        required
      />
    </Labelled>
  );
}

/** People neither see it nor reach it by keyboard; programs that fill in every field give themselves away. */
function Honeypot({ label }: { label: string }) {
  return (
    <div class="unseen" aria-hidden="true">
      <label for="field-website">{label}</label>
      <input type="text" id="field-website" name="website" value="" tabindex={-1} autocomplete="off" />
    </div>
  );
}
