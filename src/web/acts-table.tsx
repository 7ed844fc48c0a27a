import { daysGiven } from '../domain/days-given.ts';
import { type Alternative, type Pair, partiesOf, type RelationEvent } from '../domain/relation-event.ts';
import type { Source } from '../domain/source.ts';
import type { Timeline } from '../domain/timeline.ts';
import { whyPreferred } from '../domain/why-preferred.ts';
import { actDateWords } from '../wording/date-words.ts';
import { type Sources, supportWords, toCitations } from '../wording/milestone-words.ts';
import { toNoteParts } from '../wording/note-parts.ts';
import { paths } from './paths.ts';
import { useReader } from './reader.ts';

type ActsProps = { readonly sources: Sources };

/** Every act of a pair with its sources, its other dates, and the reason for the choice. */
export function ActsTable({ timeline, ...told }: ActsProps & { timeline: Timeline }) {
  const { relation: words } = useReader().words.reading;
  return (
    <table class="acts">
      <thead>
        <tr>
          <th scope="col">{words.act}</th>
          <th scope="col">{words.date}</th>
          <th scope="col">{words.sources}</th>
        </tr>
      </thead>
      <tbody>
        {timeline.events.map((event, index) => (
          <Act
            event={event}
            pair={timeline.pair}
            number={index + 1}
            isRuled={timeline.rulings !== undefined}
            {...told}
          />
        ))}
      </tbody>
    </table>
  );
}

type ActProps = ActsProps & { readonly event: RelationEvent };

function Act({ event, pair, number, isRuled, ...told }: ActProps & { pair: Pair; number: number; isRuled: boolean }) {
  const { words, link } = useReader();
  const { form, milestones } = words;
  const { evidence } = milestones;
  const [support] = supportWords(event, words);
  const { qualifiers, doubts, others } = toNoteParts(event);
  const notes = [...qualifiers.split('; '), ...others].filter((note) => note !== '');
  return (
    <tr>
      <th scope="row">
        <span class="number">{number}</span> {form.kind[event.kind].label}
      </th>
      <td>
        <p class="act-date">{actDateWords(event, told, words)}</p>
        <p class={event.evidence === 'disputed' ? 'caution' : 'quiet'}>
          {support === undefined ? (
            evidence[event.evidence]
          ) : (
            <a href={link(`${paths.about}#reliability`)}>{support}</a>
          )}
        </p>
        <BothGovernments event={event} pair={pair} {...told} />
        {doubts.map((doubt) => (
          <p class="caution">{milestones.note(doubt)}</p>
        ))}
        {notes.map((note) => (
          <p class="quiet">{milestones.note(note)}</p>
        ))}
      </td>
      <td>
        <SourceList ids={event.sources} {...told} />
        <CitedWorks event={event} />
        {event.alternatives.map((alternative) => (
          <OtherDate event={event} alternative={alternative} isRuled={isRuled} {...told} />
        ))}
      </td>
    </tr>
  );
}

/** A note that the two governments give different dates. */
function BothGovernments({ event, pair, sources }: ActProps & { pair: Pair }) {
  const { bothGive } = useReader().words.reading.relation;
  const givers = partiesOf(pair).flatMap((state) => {
    const day = daysGiven(event).find((each) => each.sources.some((id) => sources.get(id)?.government === state));
    return day === undefined ? [] : [{ state, date: day.date }];
  });
  const [one, other] = givers;
  if (one === undefined || other === undefined || one.date === other.date) return null;
  return <p class="caution">{bothGive(givers)}</p>;
}

/** The works that the encyclopedia cites for the date. */
function CitedWorks({ event: { cited = [] } }: { event: RelationEvent }) {
  const { milestones } = useReader().words;
  if (cited.length === 0) return null;
  return (
    <div class="quiet">
      {milestones.citedNotRead}
      <ul class="sources">
        {cited.map(({ publisher, url }) => (
          <li>{url === '' ? <bdi>{publisher}</bdi> : <a href={url}>{publisher}</a>}</li>
        ))}
      </ul>
    </div>
  );
}

function OtherDate({
  event,
  alternative,
  isRuled,
  ...told
}: ActProps & { alternative: Alternative; isRuled: boolean }) {
  const { milestones } = useReader().words;
  const { relation: words } = useReader().words.reading;
  const { kind, date } = alternative;
  const citations = toCitations(alternative.sources, told.sources);
  const otherDate = event.date.startsWith(date) ? undefined : date;
  const line =
    kind === event.kind
      ? milestones.alsoOnFile(date, citations)
      : milestones.calledOtherwise({ kind, date: otherDate, citations });
  return (
    <p class="other-date">
      {line}
      {!isRuled && <span class="quiet"> {words.why(whyPreferred(event, alternative, told.sources))}</span>}
    </p>
  );
}

function SourceList({ ids, sources }: ActsProps & { ids: readonly string[] }) {
  return (
    <ul class="sources">
      {ids.map((id) => (
        <li>
          <SourceName source={sources.get(id)} id={id} />
        </li>
      ))}
    </ul>
  );
}

function SourceName({ source, id }: { source: Source | undefined; id: string }) {
  if (source === undefined) return <span>{id}</span>;
  const { grades } = useReader().words.reading.relation;
  const name = `${source.publisher}: ${source.title}`;
  return (
    <>
      {/^https?:\/\//.test(source.url) ? <a href={source.url}>{name}</a> : <span>{name}</span>}{' '}
      <small class="quiet">{grades[source.grade]}</small>
    </>
  );
}
