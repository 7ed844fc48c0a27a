import type { MilestoneFilter } from '../domain/preferences.ts';
import { defaultKinds, eventKinds } from '../domain/relation-event.ts';
import type { StateChoice } from './grouped-states.ts';
import { LanguageField } from './in-language.tsx';
import { paths } from './paths.ts';
import { PolicySelect } from './policy-select.tsx';
import { useReader } from './reader.ts';
import { StateSelect } from './state-select.tsx';

type FrontFilterProps = {
  readonly filter: MilestoneFilter;
  readonly states: readonly StateChoice[];
};

/** A form that reloads the page filtered by state, act or anniversaries. */
export function FrontFilter({ filter, states }: FrontFilterProps) {
  const {
    link,
    words: { reading, form },
  } = useReader();
  const words = reading.filter;
  const [kind] = filter.kinds.length === 1 ? filter.kinds : [];
  const isNarrowed =
    filter.states.length > 0 || filter.policy !== 'fives' || filter.kinds.join() !== defaultKinds.join();
  return (
    <details class="folded narrowing" open={isNarrowed}>
      <summary>{words.legend}</summary>
      <form method="get" action={link(paths.front)} class="filter">
        <LanguageField />
        <StateSelect label={words.state} chosen={filter.states[0]} none={words.wholeWorld} states={states} />
        <div class="field">
          <label for="filter-kind">{words.kind}</label>
          <select id="filter-kind" name="kind">
            <option value="">{words.usualKinds}</option>
            {eventKinds.map((each) => (
              <option value={each} selected={each === kind}>
                {form.kind[each].label}
              </option>
            ))}
          </select>
        </div>
        <PolicySelect label={words.policy} chosen={filter.policy} />
        <button type="submit">{words.show}</button>
      </form>
    </details>
  );
}
