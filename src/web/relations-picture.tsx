import { type CalendarDate, firstDayOf } from '../domain/calendar-date.ts';
import type { State } from '../domain/state.ts';
import type { Relations } from '../domain/state-relations.ts';
import type { StateMessages } from '../wording/reading-messages.ts';
import { compareGroups, groupOf } from './grouped-states.ts';
import { pairPath } from './paths.ts';
import { PeriodTable } from './period-table.tsx';
import { useReader } from './reader.ts';
import { YearMarks } from './relation-picture.tsx';
import { SpanBars } from './span-bars.tsx';
import { type TimeScale, timeScale } from './time-scale.ts';

type RelationsPictureProps = {
  readonly relations: readonly Relations[];
  readonly states: readonly State[];
  readonly today: CalendarDate;
};

/** The share of oldest relations that begin at the edge: some are centuries older than most, and would squeeze the rest. */
const OLD_PART = 0.1;

/** A picture of a state's relations with all partners, a line each, by region and beginning. */
export function RelationsPicture({ relations, states, today }: RelationsPictureProps) {
  const { reading, form, direction } = useReader().words;
  const { state: words } = reading;
  const dated = relations.filter(({ spans }) => spans.length > 0);
  const scale = timeScale(shownFrom(dated, today), today, direction);
  const isClipped = dated.some(({ spans: [first] }) => first !== undefined && firstDayOf(first.from) < scale.start);
  const groups = groupByRegion(dated, states);
  return (
    <section class="block">
      <h2>{words.picture}</h2>
      <p class="quiet">{[words.howToRead, ...(isClipped ? [words.clipped(scale.start)] : [])].join(' ')}</p>
      <Key words={words} />
      {groups.map(([region, members]) => (
        <section class="bars">
          <h3>{form.region(region)}</h3>
          <svg class="axis" aria-hidden="true" width="100%" height="20" direction="ltr">
            <YearMarks scale={scale} height={-4} />
          </svg>
          <ul>
            {members.map((relation) => (
              <Line relation={relation} scale={scale} today={today} />
            ))}
          </ul>
        </section>
      ))}
      <PeriodTable relations={groups.flatMap(([, members]) => members)} />
      <Undated relations={relations.filter(({ spans }) => spans.length === 0)} />
    </section>
  );
}

function Key({ words }: { words: StateMessages }) {
  return (
    <p class="key">
      <svg aria-hidden="true" width="32" height="12">
        <rect class="in-force" width="32" height="12" />
      </svg>
      <span>{words.inForce}</span>
      <svg aria-hidden="true" width="32" height="12">
        <line class="broken" x1="0" x2="32" y1="6" y2="6" />
      </svg>
      <span>{words.severed}</span>
    </p>
  );
}

type LineProps = { readonly scale: TimeScale; readonly today: CalendarDate };

function Line({ relation, scale, today }: LineProps & { relation: Relations }) {
  const { link } = useReader();
  const { state: words } = useReader().words.reading;
  const { partner, timeline, spans } = relation;
  return (
    <li>
      <a href={link(pairPath(timeline.pair))}>{useReader().words.names.state(partner)}</a>
      <svg class="line" aria-hidden="true" width="100%" height="12" direction="ltr">
        {scale.years.map((year) => (
          <line class="grid" x1={`${scale.at(`${year}`)}%`} x2={`${scale.at(`${year}`)}%`} y1="0" y2="12" />
        ))}
        <SpanBars spans={spans} scale={scale} today={today} />
      </svg>
      <span class="quiet">{words.spans(spans.filter(({ status }) => status === 'in force'))}</span>
    </li>
  );
}

function Undated({ relations }: { relations: readonly Relations[] }) {
  const { link } = useReader();
  if (relations.length === 0) return null;
  const { names } = useReader().words;
  const { withoutRelations } = useReader().words.reading.state;
  return (
    <section class="bars">
      <h3>{withoutRelations.title}</h3>
      {withoutRelations.lines.map((line) => (
        <p class="quiet">{line}</p>
      ))}
      <ul class="plain-list">
        {relations.map(({ partner, timeline }) => (
          <li>
            <a href={link(pairPath(timeline.pair))}>{names.state(partner)}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function shownFrom(relations: readonly Relations[], today: CalendarDate): CalendarDate {
  const begins = relations.flatMap(({ spans: [first] }) => first?.from ?? []).sort();
  const from = begins[Math.floor(begins.length * OLD_PART)];
  return from === undefined ? today : firstDayOf(from);
}

function groupByRegion(relations: readonly Relations[], states: readonly State[]): [string, Relations[]][] {
  const regions = new Map(states.map((state) => [state.code, groupOf(state)]));
  const groups = new Map<string, Relations[]>();
  for (const relation of relations) {
    const region = regions.get(relation.partner) ?? '';
    groups.set(region, [...(groups.get(region) ?? []), relation]);
  }
  return [...groups].sort(([one], [other]) => compareGroups(one, other));
}
