import { type MilestonePolicy, namedPolicies } from '../domain/milestone.ts';
import type { Language } from '../domain/preferences.ts';
import { pagesIn } from '../wording/pages.ts';

type PolicySelection = {
  readonly label: string;
  readonly chosen: MilestonePolicy;
  readonly language: Language;
};

/** Which anniversaries count: one of the named policies. */
export function PolicySelect({ label, chosen, language }: PolicySelection) {
  const { policies } = pagesIn(language).form;
  return (
    <div class="field">
      <label for="filter-policy">{label}</label>
      <select id="filter-policy" name="policy">
        {namedPolicies.map((policy) => (
          <option value={policy} selected={policy === chosen}>
            {policies[policy].label}
          </option>
        ))}
      </select>
    </div>
  );
}
