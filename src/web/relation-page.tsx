import type { CalendarDate } from '../domain/calendar-date.ts';
import { changesIn } from '../domain/change-history.ts';
import type { Milestone, MilestonePolicy } from '../domain/milestone.ts';
import { partiesOf } from '../domain/relation-event.ts';
import { statusSpans } from '../domain/status-spans.ts';
import { isBrokenOffOn, statusSinceOn, type Timeline } from '../domain/timeline.ts';
import type { Weekends } from '../domain/weekend.ts';
import { dataAsOf } from '../wording/as-of.ts';
import { flagOf } from '../wording/flag.ts';
import type { RelationMessages } from '../wording/reading-messages.ts';
import { ActsTable } from './acts-table.tsx';
import { ChangeList } from './change-list.tsx';
import { Facts } from './facts.tsx';
import { Follow } from './follow.tsx';
import type { Frame } from './frame.ts';
import { MilestoneList, type Reading } from './milestone-list.tsx';
import { page } from './page.tsx';
import { pairPath, paths, statePath, withQuery } from './paths.ts';
import { PeriodTable } from './period-table.tsx';
import { toReader, useReader } from './reader.ts';
import { RelationPicture } from './relation-picture.tsx';
import { Report } from './report-form.tsx';

type RelationPageProps = {
  readonly timeline: Timeline;
  readonly today: CalendarDate;
  /** From today on, soonest first. */
  readonly coming: readonly Milestone[];
  readonly policy: MilestonePolicy;
  /** Whether to show the facts in all languages, or only in the page's. */
  readonly factsInAll: boolean;
  readonly sources: Reading['sources'];
  readonly weekends: Weekends;
};

/** Renders the page of a pair: its status, its history with sources, and its coming milestones. */
export function relationPage(frame: Frame, told: RelationPageProps): string {
  const { timeline, today, coming, sources, weekends, policy, factsInAll } = told;
  const { reading, front, digests, names } = toReader(frame).words;
  const { footer } = digests;
  const words = reading.relation;
  const name = names.pair(timeline.pair);
  return page(
    frame,
    { title: name, description: words.description(timeline.pair), canonical: pairPath(timeline.pair) },
    <>
      <div class="lead">
        <h1>
          <Parties timeline={timeline} />
        </h1>
        <p>{statusWords(timeline, today, words)}</p>
        <p class="quiet">{footer.asOf(dataAsOf)}</p>
      </div>
      <section class="block">
        <h2>{words.picture}</h2>
        <RelationPicture
          timeline={timeline}
          today={today}
          coming={coming}
          words={{ picture: words.picture, today: front.today }}
        />
        <PeriodTable relations={[{ timeline, spans: statusSpans(timeline) }]} />
      </section>
      <section class="block">
        <h2>{words.table}</h2>
        <Discontinued timeline={timeline} />
        <ActsTable timeline={timeline} sources={sources} />
      </section>
      {timeline.rulings && (
        <section class="block">
          <h2>{words.rulings}</h2>
          {timeline.rulings.map((ruling) => (
            <p lang="en" dir="ltr">
              {ruling}
            </p>
          ))}
        </section>
      )}
      <section class="block">
        <h2>{words.coming}</h2>
        {isBrokenOffOn(timeline, today) && <p class="caution">{words.silent}</p>}
        {coming.length === 0 && <p class="quiet">{words.noneComing}</p>}
        <MilestoneList milestones={coming} reading={{ sources, tellsDate: true }} />
        {timeline.ended === undefined && (
          <p class="alerts">
            <a class="button" href={toReader(frame).link(withQuery(paths.subscribe, { pairs: timeline.pair }))}>
              {reading.ways.alerts(name)}
            </a>
            {partiesOf(timeline.pair).map((code) => (
              <a class="button plain" href={toReader(frame).link(withQuery(paths.subscribe, { states: code }))}>
                {reading.ways.alerts(names.state(code))}
              </a>
            ))}
          </p>
        )}
      </section>
      {timeline.changes && (
        <section class="block">
          <h2>{reading.changes.here}</h2>
          <ChangeList changes={changesIn(timeline)} />
        </section>
      )}
      <Facts
        pair={timeline.pair}
        coming={coming}
        reading={{ sources }}
        weekends={weekends}
        policy={policy}
        inAll={factsInAll}
      />
      <Follow name={timeline.pair} data={`${paths.relations}/${timeline.pair}`} />
      <Report timeline={timeline} />
    </>,
  );
}

/** A note on the acts that the present states do not count as their own. */
function Discontinued({ timeline }: { timeline: Timeline }) {
  const { discontinued } = useReader().words.reading.relation;
  const numbers = timeline.events.flatMap(({ isDiscontinued }, index) => (isDiscontinued ? [String(index + 1)] : []));
  return numbers.length === 0 ? null : <p class="quiet">{discontinued(numbers)}</p>;
}

function Parties({ timeline }: { timeline: Timeline }) {
  const {
    link,
    words: { names },
  } = useReader();
  return partiesOf(timeline.pair).map((code, index) => (
    <>
      {index > 0 && ' – '}
      <span class="party">
        <span aria-hidden="true">{flagOf(code)}</span>{' '}
        <a class="party-link" href={link(statePath(code))}>
          {names.state(code)}
        </a>
      </span>
    </>
  ));
}

function statusWords(timeline: Timeline, today: CalendarDate, words: RelationMessages): string {
  if (timeline.ended !== undefined && isBrokenOffOn({ ...timeline, events: [] }, today))
    return words.ended(timeline.ended);
  const { status, since } = statusSinceOn(timeline, today);
  if (status === 'none') return timeline.settled?.status === 'none' ? words.without : words.none;
  return words.status[status === 'in force' ? 'inForce' : status](since);
}
