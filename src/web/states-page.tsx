import { isDay, monthOf } from '../domain/calendar-date.ts';
import type { Milestone } from '../domain/milestone.ts';
import { defaultPreferences } from '../domain/preferences.ts';
import type { StateCode } from '../domain/relation-event.ts';
import { flagOf } from '../wording/flag.ts';
import { capitalise } from '../wording/formats.ts';
import { entryTitle } from '../wording/milestone-words.ts';
import type { Frame } from './frame.ts';
import { groupsApart, type StateChoice } from './grouped-states.ts';
import { LanguageField } from './in-language.tsx';
import { page } from './page.tsx';
import { pairPath, paths, statePath } from './paths.ts';
import { toReader, useReader } from './reader.ts';

type StatesPageProps = {
  /** The matching states, or all. */
  readonly states: readonly StateChoice[];
  readonly typed: string;
  /** For each state, the number of its partners in relations. */
  readonly partners: ReadonlyMap<StateCode, number>;
  readonly next: ReadonlyMap<StateCode, Milestone>;
};

/** Renders all states with their next milestone, in the alphabetical order of the reader's language; organisations and former states last. */
export function statesPage(frame: Frame, { states, typed, partners, next }: StatesPageProps): string {
  const { words, link } = toReader(frame);
  const { reading, form, names } = words;
  const { title, lede, partners: count } = reading.states;
  const listed = (group: string | undefined) =>
    states
      .filter(({ kind }) => groupsApart.find((apart) => apart === kind) === group)
      .map(({ code }) => ({ code, name: names.state(code) }))
      .sort((one, other) => names.compare(one.name, other.name));
  return page(
    frame,
    { title, description: lede, canonical: paths.statePages },
    <>
      <div class="lead">
        <h1>{title}</h1>
        <p>{lede}</p>
      </div>
      <form method="get" action={link(paths.statePages)} class="filter">
        <LanguageField />
        <div class="field">
          <label for="filter-q">{form.findState}</label>
          <input type="search" id="filter-q" name="q" value={typed} maxlength={120} />
        </div>
        <button type="submit">{reading.filter.show}</button>
      </form>
      {states.length === 0 && <p>{reading.search.nothing}</p>}
      {[undefined, ...groupsApart].map((group) => {
        const members = listed(group);
        return (
          members.length > 0 && (
            <section class="block">
              {group && <h2>{form.region(group)}</h2>}
              <ul class="index">
                {members.map(({ code, name }) => (
                  <li>
                    <span class="flag" aria-hidden="true">
                      {flagOf(code)}
                    </span>
                    <span>
                      <a href={link(statePath(code))}>{name}</a>
                      <Next milestone={next.get(code)} />
                    </span>
                    <span class="quiet">{partners.has(code) && count(partners.get(code) ?? 0)}</span>
                  </li>
                ))}
              </ul>
            </section>
          )
        );
      })}
    </>,
  );
}

/** The next milestone of a state; by its month only if the day is uncertain. */
function Next({ milestone }: { milestone: Milestone | undefined }) {
  const { language, link, words } = useReader();
  if (milestone === undefined) return null;
  const { date, event, timeline } = milestone;
  const isUncertain = event.evidence === 'disputed' || event.evidence === 'unconfirmed';
  return (
    <small class="next">
      {capitalise(words.dates.date(isUncertain && isDay(date) ? monthOf(date) : date))}
      {' · '}
      <a href={link(pairPath(timeline.pair))}>
        {entryTitle(milestone, { language, leapDay: defaultPreferences.leapDay })}
      </a>
    </small>
  );
}
