import { type CalendarDate, isDay, type PartialDate } from '../domain/calendar-date.ts';
import type { HeatMap } from '../domain/heat-map.ts';
import type { Milestone } from '../domain/milestone.ts';
import { defaultPreferences } from '../domain/preferences.ts';
import type { StateCode } from '../domain/relation-event.ts';
import { isOrganisation, type State } from '../domain/state.ts';
import type { Relations } from '../domain/state-relations.ts';
import { flagOf } from '../wording/flag.ts';
import { Follow } from './follow.tsx';
import type { Frame } from './frame.ts';
import { MilestoneList, type Reading } from './milestone-list.tsx';
import { page } from './page.tsx';
import { paths, statePath, withQuery } from './paths.ts';
import { fallingOn } from './policies.tsx';
import { toReader, useReader } from './reader.ts';
import { RelationsPicture } from './relations-picture.tsx';
import { YearMap } from './year-map.tsx';

type StatePageProps = {
  readonly state: State;
  readonly today: CalendarDate;
  readonly relations: readonly Relations[];
  readonly counts: { readonly inForce: number; readonly severed: number };
  readonly states: readonly State[];
  readonly successors: readonly StateCode[];
  readonly next: readonly Milestone[];
  readonly year: number;
  readonly map: HeatMap;
  readonly sources: Reading['sources'];
};

/** Renders the page of a state: its relations with all others, its next milestones, and a picture of its relations over time. */
export function statePage(frame: Frame, told: StatePageProps): string {
  const { link } = toReader(frame);
  const { state, next, year, map, sources } = told;
  const { reading } = toReader(frame).words;
  const words = reading.state;
  const name = toReader(frame).words.names.state(state.code);
  const linkTo = (day: PartialDate) =>
    (isDay(day) ? map.days.has(day) : true)
      ? fallingOn(day, { states: [state.code], policy: defaultPreferences.policy })
      : undefined;
  return page(
    frame,
    { title: name, description: words.description(state.code), canonical: statePath(state.code) },
    <>
      <div class="lead">
        <h1>
          <span aria-hidden="true">{flagOf(state.code)}</span> {name}
        </h1>
        <Facts {...told} />
      </div>
      {state.until === undefined && (
        <section class="block">
          <h2>{words.next}</h2>
          {next.length === 0 && <p class="quiet">{words.noneNext}</p>}
          <MilestoneList milestones={next} reading={{ sources, tellsDate: true }} />
          <p>
            <a class="button" href={link(withQuery(paths.subscribe, { states: state.code }))}>
              {reading.ways.alerts(name)}
            </a>{' '}
            <a class="button plain" href={link(withQuery(paths.planner, { state: state.code, years: '2' }))}>
              {reading.ways.planner}
            </a>
          </p>
        </section>
      )}
      <RelationsPicture {...told} />
      {state.until === undefined && (
        <section class="block">
          <h2>{words.year(year)}</h2>
          <YearMap year={year} map={map} linkTo={linkTo} today={told.today} />
        </section>
      )}
      {state.until === undefined && <Follow name={state.code} data={`${paths.states}/${state.code}`} />}
    </>,
  );
}

function Facts({ state, counts, successors }: StatePageProps) {
  const { state: words } = useReader().words.reading;
  return (
    <>
      {state.until !== undefined && <p class="caution">{words.ended(state.until)}</p>}
      {state.until === undefined && <p>{words.relations(counts)}</p>}
      <p class="facts">
        {state.since && !isOrganisation(state) && <span>{words.since(state.since)}</span>}{' '}
        {state.unMemberSince && (
          <span>
            {hasTakenSeat(state) ? words.unSeatSince(state.unMemberSince) : words.unMemberSince(state.unMemberSince)}
          </span>
        )}
      </p>
      {isOrganisation(state) && <p class="quiet">{words.organisations[state.code]}</p>}
      {isContested(state) && <p class="quiet">{words.contested}</p>}
      <Kin label={words.followedBy} codes={successors} />
      <Kin label={words.cameFrom} codes={state.predecessors} />
    </>
  );
}

function hasTakenSeat({ since, unMemberSince }: State): boolean {
  return since !== undefined && unMemberSince !== undefined && unMemberSince < since;
}

/** Checks for a state outside the United Nations, except those that nobody contests, such as the Holy See. */
function isContested({ code, kind }: State): boolean {
  return (kind === 'other' || kind === 'un_observer') && code !== 'VA' && !associated.includes(code);
}

/** States in free association, which nobody contests. */
const associated: readonly StateCode[] = ['CK', 'NU'];

/** Links to predecessors or successors. */
function Kin({ label, codes }: { label: string; codes: readonly StateCode[] }) {
  const { link } = useReader();
  if (codes.length === 0) return null;
  const { names } = useReader().words;
  return (
    <dl class="kin">
      <dt>{label}</dt>
      {codes.map((code) => (
        <dd>
          <a href={link(statePath(code))}>{names.state(code)}</a>
        </dd>
      ))}
    </dl>
  );
}
