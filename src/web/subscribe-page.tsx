import type { namedPolicies } from '../domain/milestone.ts';
import { defaultPreferences, type Frequency, type Language } from '../domain/preferences.ts';
import { writePreferencesForm } from '../requests/preferences-form.ts';
import { type FilledForm, type FormState, fieldAttributes, Labelled } from './fields.tsx';
import type { Frame } from './frame.ts';
import type { StateChoice } from './grouped-states.ts';
import { typedForm } from './in-language.tsx';
import { Lines, Sheet } from './message.tsx';
import { MilestoneFields } from './milestone-fields.tsx';
import { page } from './page.tsx';
import { PairFields } from './pair-fields.tsx';
import { paths, withQuery } from './paths.ts';
import { Preview } from './preview.tsx';
import { type PreviewAnswer, previewSentence } from './preview-words.ts';
import { toReader, useReader } from './reader.ts';
import { ScheduleFields } from './schedule-fields.tsx';
import { StateFields } from './state-fields.tsx';

/** Creates an empty form, with the page's language for mails. */
export function blankForm(language: Language): FormState {
  return { values: writePreferencesForm({ ...defaultPreferences, language }), faults: [] };
}

export type Subscribing = { readonly states: readonly StateChoice[]; readonly form: FormState };

type SubscribePageProps = Subscribing & {
  /** The preview for the form's initial choices. */
  readonly preview?: PreviewAnswer;
  /** The number of digests a year for each choice if no state is chosen. */
  readonly volumes?: readonly Volume[];
};

export type Volume = {
  readonly frequency: Frequency;
  readonly policy: (typeof namedPolicies)[number];
  readonly digests: number;
  readonly milestones: number;
};

/** The form with its heading, for the front page. */
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

/** Renders the page of the form: prefilled by a link, or with the faults of a failed attempt. */
export function subscribePage(frame: Frame, { volumes, ...subscribing }: SubscribePageProps): string {
  const { front, form } = toReader(frame).words;
  const { title, lines } = front.subscribe;
  const { isTyped = false } = subscribing.form;
  return page(
    frame,
    { title, isPersonal: isTyped, isTyped, canonical: paths.subscribe },
    <article class="sheet wide">
      <h1>{title}</h1>
      <Lines lines={lines} />
      <p>
        <a href={toReader(frame).link(paths.preferencesLink)}>{form.alreadySubscribed}</a>
      </p>
      {volumes && <WholeWorld volumes={volumes} />}
      <SubscribeForm {...subscribing} />
    </article>,
  );
}

/** The number of mails that each choice would bring without a chosen state. */
function WholeWorld({ volumes }: { volumes: readonly Volume[] }) {
  const { link, words } = useReader();
  const { wholeWorld, frequencies, policies, preview } = words.form;
  return (
    <section class="block">
      <h2>{wholeWorld.title}</h2>
      <Lines lines={wholeWorld.lines} />
      <ul class="choices">
        {volumes.map(({ frequency, policy, digests, milestones }) => (
          <li>
            <a href={link(withQuery(paths.subscribe, { frequency, policy }))}>
              {frequencies[frequency].label} · {policies[policy].label} ({policies[policy].meaning})
            </a>
            {': '}
            {previewSentence(
              { digestsInNext12Months: digests, next: [] },
              { messages: preview, state: words.names.state },
            )}
            {`, ${words.digests.count(milestones)}`}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Renders the response to every request for a link by mail: byte for byte the same for every address. */
export function inboxPage(frame: Frame): string {
  const { inbox } = toReader(frame).words;
  return page(
    frame,
    { title: inbox.title, isPersonal: true },
    <Sheet message={inbox}>
      <p class="quiet">{inbox.closing}</p>
    </Sheet>,
  );
}

/** The form to subscribe: address and countries first, everything else folded, with defaults that suit most people. */
function SubscribeForm({ states, form, preview }: SubscribePageProps) {
  const { link } = useReader();
  const wording = useReader().words;
  const words = useReader().words.form;
  const asked = { ...form, words };
  const isFaultyInside = form.faults.some((field) => field !== 'email' && field !== 'states');
  return (
    <form
      method="post"
      action={link(paths.subscribe)}
      id={typedForm}
      class="preferences"
      data-preferences
      data-propose-time-zone={form.isTyped ? undefined : true}
      novalidate
    >
      <Faulty asked={asked} />
      <EmailField asked={asked} />
      <StateFields asked={asked} states={states} wording={wording} />
      <details class="more" open={isFaultyInside}>
        <summary>{words.moreChoices.label}</summary>
        <p class="hint">{words.moreChoices.meaning}</p>
        <div class="parts">
          <PairFields asked={asked} />
          <MilestoneFields asked={asked} />
          <ScheduleFields asked={asked} />
        </div>
      </details>
      <Honeypot label={words.honeypot} />
      <Preview answer={preview} />
      <button type="submit" class="primary">
        {words.subscribe}
      </button>
      <p class="hint">{words.afterwards}</p>
    </form>
  );
}

/** A message above a form that was rejected. */
export function Faulty({ asked }: { asked: FilledForm }) {
  if (asked.faults.length === 0) return null;
  return (
    <p class="fault summary" role="alert">
      {asked.words.faulty}
    </p>
  );
}

export function EmailField({ asked }: { asked: FilledForm }) {
  const { words, values } = asked;
  return (
    <Labelled name="email" label={words.email} asked={asked}>
      <input
        type="email"
        {...fieldAttributes('email', undefined, asked)}
        value={values.get('email') ?? ''}
        placeholder={words.emailExample}
        autocomplete="email"
        required
      />
    </Labelled>
  );
}

/** A field that people neither see nor reach by keyboard; bots that fill in every field reveal themselves. */
export function Honeypot({ label }: { label: string }) {
  return (
    <div class="unseen" aria-hidden="true">
      <label for="field-website">{label}</label>
      <input type="text" id="field-website" name="website" value="" tabindex={-1} autocomplete="off" />
    </div>
  );
}
