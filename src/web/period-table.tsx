import { statusSpans } from '../domain/status-spans.ts';
import type { Timeline } from '../domain/timeline.ts';
import { capitalise } from '../wording/formats.ts';
import { useReader } from './reader.ts';

/** The periods that the picture of a pair shows, as a table, folded; its acts have a table of their own. */
export function PeriodTable({ timeline }: { timeline: Timeline }) {
  const { reading, dates } = useReader().words;
  const { periods } = reading.relation;
  const spans = statusSpans(timeline);
  if (spans.length === 0) return null;
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
        <tbody>
          {spans.map(({ status, from, until, endsUndated }) => (
            <tr>
              <td>{dates.date(from)}</td>
              <td>{until === undefined ? periods[endsUndated ? 'undated' : 'today'] : dates.date(until)}</td>
              <td>{capitalise(reading.state[status === 'in force' ? 'inForce' : 'severed'])}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
