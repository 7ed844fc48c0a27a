import type { Change, ReleasedAct } from '../domain/change.ts';
import { pairPath } from './paths.ts';
import { useReader } from './reader.ts';

type ChangeListProps = {
  readonly changes: readonly Change[];
  /** Left out on the page of the pair itself. */
  readonly namesPair?: boolean;
};

/** Changes with what was said, what is said now and why; the reasons stand as the editors wrote them, in English. */
export function ChangeList({ changes, namesPair = false }: ChangeListProps) {
  const { link, words } = useReader();
  const { changes: told } = words.reading;
  return (
    <ul class="changes">
      {changes.map(({ release, pair, before, after, what, reason }) => (
        <li>
          <p>
            {namesPair && <a href={link(pairPath(pair))}>{words.names.pair(pair)}</a>}
            {!namesPair && <span class="quiet">{release}</span>} <strong>{told.what[what]}</strong>
            {': '}
            <Act act={before} /> → <Act act={after} />
          </p>
          <p class="quiet" lang="en" dir="ltr">
            {reason}
          </p>
        </li>
      ))}
    </ul>
  );
}

function Act({ act }: { act: ReleasedAct | undefined }) {
  const { form, dates, milestones, corrections } = useReader().words;
  if (act === undefined) return corrections.nothing;
  const disputed = act.evidence === 'disputed' ? ` (${milestones.evidence.disputed})` : '';
  return `${form.kind[act.kind].label}, ${dates.date(act.date)}${disputed}`;
}
