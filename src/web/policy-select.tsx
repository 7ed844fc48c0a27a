import { type MilestonePolicy, namedPolicies } from '../domain/milestone.ts';
import { FieldFault, faultAttributes } from './field-fault.tsx';
import { useReader } from './reader.ts';

type PolicySelectProps = {
  readonly label: string;
  readonly chosen: MilestonePolicy;
  readonly fault?: string | undefined;
};

const id = 'filter-policy';

/** The choice of a policy: the named ones, or the numbers in the address. */
export function PolicySelect({ label, chosen, fault }: PolicySelectProps) {
  const { policies } = useReader().words.form;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <FieldFault id={id} fault={fault} />
      <select id={id} name="policy" {...faultAttributes(id, fault)}>
        {namedPolicies.map((policy) => (
          <option value={policy} selected={policy === chosen}>
            {policies[policy].label}
          </option>
        ))}
        {typeof chosen !== 'string' && (
          <option value={chosen.join()} selected>
            {chosen.join(', ')}
          </option>
        )}
      </select>
    </div>
  );
}
