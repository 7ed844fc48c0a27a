import { namedPolicies } from '../domain/milestone.ts';
import { MAX_PLANNED_PARTIES, plannedRegions, plannedYears } from '../domain/outlook.ts';
import { languages } from '../domain/preferences.ts';
import { eventKinds } from '../domain/relation-event.ts';
import type { Failure } from '../wording/page-messages.ts';
import type { PageWords } from '../wording/pages.ts';
import type { Missing, PageParameter } from '../wording/reading-messages.ts';
import type { Frame } from './frame.ts';
import { Sheet } from './message.tsx';
import { page } from './page.tsx';
import { paths } from './paths.ts';
import { toReader } from './reader.ts';
import { shorten } from './shorten.ts';

/** A faulty parameter in a page's address. */
export type AskedInVain = { readonly parameter: PageParameter; readonly value: string };

/** An unknown parameter, and the one that was probably meant. */
export type Misspelt = { readonly parameter: string; readonly value: string; readonly meant: string };

/** Renders the page for a failed request, with the fault and how to fix it. */
export function errorPage(frame: Frame, failure: Failure, inVain: readonly (AskedInVain | Misspelt)[] = []): string {
  const { link, words } = toReader(frame);
  const { errors } = words;
  const { title, lines } = errors[failure];
  const mending = inVain.flatMap((each) => mendingLines(each, words));
  return page(
    frame,
    { title, isPersonal: true },
    <Sheet message={{ title, lines: mending.length > 0 ? mending : lines }}>
      <a class="button plain" href={link(paths.front)}>
        {errors.goHome}
      </a>
    </Sheet>,
  );
}

/** Explains the fault in an address, and how to fix it. */
export function mendingLines(asked: AskedInVain | Misspelt, words: PageWords): string[] {
  const { wrong } = words.reading;
  const { parameter, value } = asked;
  const quoted = value === '' ? [] : [wrong.asked(shorten(parameter), shorten(value))];
  return [...quoted, 'meant' in asked ? wrong.meant(asked.meant) : howToMend(asked.parameter, words)];
}

function howToMend(parameter: PageParameter, { form, reading: { missing, wrong } }: PageWords): string {
  const mending: Readonly<Record<PageParameter, string>> = {
    state: missing.state.lines.join(' '),
    with: form.faults.pairs,
    region: wrong.oneOf(plannedRegions),
    pair: missing.pair.lines.join(' '),
    kind: wrong.oneOf(eventKinds),
    policy: wrong.policy(namedPolicies),
    years: wrong.oneOf(plannedYears),
    facts: wrong.oneOf(['all']),
    from: missing.date.lines.join(' '),
    page: wrong.oneOf([1, 2, 3]),
    lang: wrong.oneOf(languages),
    parties: wrong.tooMany(MAX_PLANNED_PARTIES),
  };
  return mending[parameter];
}

/** Renders the page for an address of something unknown: how such addresses are written, and where all are listed. */
export function missingPage(frame: Frame, what: Missing | 'day'): string {
  const {
    link,
    words: { errors, reading, frame: words },
  } = toReader(frame);
  const { date } = reading.missing;
  const message = what === 'day' ? { ...date, title: reading.search.noSuchDay } : reading.missing[what];
  return page(
    frame,
    { title: message.title, isPersonal: true },
    <Sheet message={message}>
      <p class="steps">
        <a class="button plain" href={link(paths.statePages)}>
          {words.states}
        </a>
        <a class="button plain" href={link(paths.front)}>
          {errors.goHome}
        </a>
      </p>
    </Sheet>,
  );
}
