import { type Change, releasedOn } from '../domain/change.ts';
import type { ChangeInTimeline } from '../domain/change-history.ts';
import { actWords } from '../wording/act-words.ts';
import { pairPath } from './paths.ts';
import { useReader } from './reader.ts';

type ChangeListProps = {
  readonly changes: readonly ChangeInTimeline[];
  /** Whether to name the pair, unlike on the page of the pair itself. */
  readonly namesPair?: boolean;
};

/** A list of changes with the dates before and after a release, and the reason in the editors' English. */
export function ChangeList({ changes, namesPair = false }: ChangeListProps) {
  const { link, words } = useReader();
  const { labelled, reading, corrections } = words;
  return (
    <ul class="changes">
      {changes.map(({ change, timeline }) => (
        <li>
          <p>
            {namesPair ? (
              <a href={link(pairPath(change.pair))}>{words.names.pair(change.pair)}</a>
            ) : (
              <Day {...change} />
            )}
            {' · '}
            <strong>{reading.changes.what[change.what]}</strong>
          </p>
          <p>{labelled(corrections.labels.before, actWords(change.before, timeline, words))}</p>
          <p>{labelled(corrections.labels.now, actWords(change.after, timeline, words))}</p>
          <p class="quiet" lang="en" dir="ltr">
            {change.reason}
          </p>
        </li>
      ))}
    </ul>
  );
}

function Day({ release }: Pick<Change, 'release'>) {
  const day = releasedOn(release);
  return day === undefined ? release : useReader().words.dates.date(day);
}
