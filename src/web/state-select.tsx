import type { StateCode } from '../domain/relation-event.ts';
import { byRegion, type StateChoice } from './grouped-states.ts';
import { useReader } from './reader.ts';

type StateSelectProps = {
  readonly name?: 'state' | 'with';
  readonly label: string;
  readonly chosen: StateCode | undefined;
  /** The label of choosing no state. */
  readonly none: string;
  readonly states: readonly StateChoice[];
};

/** A choice of one state, by region. */
export function StateSelect({ name: field = 'state', label, chosen, none, states }: StateSelectProps) {
  const { form } = useReader().words;
  return (
    <div class="field">
      <label for={`filter-${field}`}>{label}</label>
      <select id={`filter-${field}`} name={field}>
        <option value="">{none}</option>
        {[...byRegion(states, useReader().words)].map(([region, members]) => (
          <optgroup label={form.region(region)}>
            {members.map(({ code, name }) => (
              <option value={code} selected={code === chosen}>
                {name}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </div>
  );
}
