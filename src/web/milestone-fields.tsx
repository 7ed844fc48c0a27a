import { leapDayRules, namedPolicies } from '../domain/milestone.ts';
import type { SwitchName } from '../domain/preferences.ts';
import { eventKinds } from '../domain/relation-event.ts';
import type { FormField } from '../wording/form-messages.ts';
import { type FilledForm, fieldId, Options } from './fields.tsx';

/** The choice of anniversaries and of acts. */
export function MilestoneFields({ asked }: { asked: FilledForm }) {
  const { words } = asked;
  return (
    <>
      <Options
        name="policy"
        kind="radio"
        legend={words.policy}
        options={[...namedPolicies, 'own' as const].map((value) => ({ value, ...words.policies[value] }))}
        asked={asked}
      >
        <OwnNumbers name="policyNumbers" label={words.policyNumbers} of="policy" asked={asked} />
      </Options>
      <input type="hidden" name="kinds" value="" />
      <Options
        name="kinds"
        kind="checkbox"
        legend={words.kinds.label}
        hint={words.kinds.meaning}
        options={eventKinds.map((value) => ({ value, ...words.kind[value] }))}
        asked={asked}
      />
      <Switch name="includeSevered" asked={asked} />
      <Options
        name="leapDay"
        kind="radio"
        legend={words.leapDay}
        options={leapDayRules.map((value) => ({ value, label: words.leapDays[value] }))}
        asked={asked}
      />
    </>
  );
}

/** The field for the reader's own numbers. */
export function OwnNumbers({ name, label, of, asked }: OwnNumbersProps) {
  return (
    <div class="own">
      <label for={fieldId(name)}>{label}</label>
      <input
        type="text"
        id={fieldId(name)}
        name={name}
        value={asked.values.get(name) ?? ''}
        aria-invalid={asked.faults.includes(of) ? 'true' : undefined}
        aria-describedby={asked.faults.includes(of) ? `fault-${of}` : undefined}
        inputmode="text"
        autocomplete="off"
      />
    </div>
  );
}

type OwnNumbersProps = {
  readonly name: 'policyNumbers' | 'leadTimeDays';
  readonly label: string;
  readonly of: FormField;
  readonly asked: FilledForm;
};

/** A question with one checkbox. */
export function Switch({ name, asked }: { name: SwitchName; asked: FilledForm }) {
  const { label, meaning } = asked.words[name];
  return (
    <div class="field">
      <label class="option">
        <input type="checkbox" name={name} value="true" checked={asked.values.get(name) === 'true'} />
        <span>
          {label}
          <small>{meaning}</small>
        </span>
      </label>
    </div>
  );
}
