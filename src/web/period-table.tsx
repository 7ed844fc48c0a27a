import type { PartialDate } from '../domain/calendar-date.ts';
import type { StateCode } from '../domain/relation-event.ts';
import type { StatusSpan } from '../domain/status-spans.ts';
import { statusAfter, type Timeline } from '../domain/timeline.ts';
import { whenActedWords } from '../wording/date-words.ts';
import { capitalise } from '../wording/formats.ts';
import { useReader } from './reader.ts';

type PeriodTableProps = {
  readonly relations: readonly {
    /** Set on the page of a state; a pair's own table does not need it. */
    readonly partner?: StateCode;
    readonly timeline: Timeline;
    readonly spans: readonly StatusSpan[];
  }[];
};

/** The periods of a picture as a folded table. */
export function PeriodTable({ relations }: PeriodTableProps) {
  const { reading, names } = useReader().words;
  const { periods } = reading.relation;
  if (relations.every(({ spans }) => spans.length === 0)) return null;
  return (
    <details class="folded">
      <summary>{periods.asTable}</summary>
      <table class="periods">
        <thead>
          <tr>
            {[periods.from, periods.until, periods.status].map((heading) => (
              <th scope="col">{heading}</th>
            ))}
          </tr>
        </thead>
        {relations.map(({ partner, timeline, spans }) => (
          <tbody>
            {partner !== undefined && (
              <tr>
                <th scope="rowgroup" colspan={3}>
                  {names.state(partner)}
                </th>
              </tr>
            )}
            {spans.map(({ status, from, until, endsUndated }) => (
              <tr>
                <td>
                  <Day of={from} timeline={timeline} />
                </td>
                <td>
                  {until === undefined ? (
                    periods[endsUndated ? 'undated' : 'today']
                  ) : (
                    <Day of={until} timeline={timeline} />
                  )}
                </td>
                <td>{capitalise(reading.state[status === 'in force' ? 'inForce' : 'severed'])}</td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </details>
  );
}

/** The day of the act that began or ended a period, or of the end of a party. */
function Day({ of: date, timeline }: { of: PartialDate; timeline: Timeline }) {
  const { words } = useReader();
  const act = timeline.events.find((event) => event.date === date && statusAfter(event) !== undefined);
  return act === undefined ? words.dates.date(date) : whenActedWords(act, words);
}
