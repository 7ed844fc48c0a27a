import type { Language } from '../domain/preferences.ts';
import type { StateCode } from '../domain/relation-event.ts';
import { pagesIn } from '../wording/pages.ts';
import { wordingIn } from '../wording/wording.ts';
import { byRegion, type StateChoice } from './grouped-states.ts';

type StateSelection = {
  readonly label: string;
  readonly chosen: StateCode | undefined;
  /** What choosing no state means. */
  readonly none: string;
  readonly states: readonly StateChoice[];
  readonly language: Language;
};

/** One state of all, by region. */
export function StateSelect({ label, chosen, none, states, language }: StateSelection) {
  const { form } = pagesIn(language);
  return (
    <div class="field">
      <label for="filter-state">{label}</label>
      <select id="filter-state" name="state">
        <option value="">{none}</option>
        {[...byRegion(states, wordingIn(language))].map(([region, members]) => (
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
