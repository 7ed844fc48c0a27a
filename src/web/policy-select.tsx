import { type MilestonePolicy, namedPolicies } from '../domain/milestone.ts';
import { useReader } from './reader.ts';

type PolicySelectProps = {
  readonly label: string;
  readonly chosen: MilestonePolicy;
};

/** Which anniversaries count: one of the named policies. */
export function PolicySelect({ label, chosen }: PolicySelectProps) {
  const { policies } = useReader().words.form;
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
