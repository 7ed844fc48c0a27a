import type { Child } from 'hono/jsx';
import type { MilestonePolicy } from '../domain/milestone.ts';
import { type PlannedRegion, plannedRegions, plannedYears } from '../domain/outlook.ts';
import type { TypedName } from '../finding/typed-names.ts';
import type { PageWords } from '../wording/pages.ts';
import type { PageParameter } from '../wording/reading-messages.ts';
import { type AskedInVain, mendingLines } from './error-page.tsx';
import { FieldFault, faultAttributes } from './field-fault.tsx';
import { LanguageField } from './in-language.tsx';
import { nameFault } from './name-fault.ts';
import { ChosenPairs, NameField } from './pair-fields.tsx';
import { paths } from './paths.ts';
import { PolicySelect } from './policy-select.tsx';
import { useReader } from './reader.ts';

/** The state of the planner's form: the values of its fields, and the faults of its address. */
export type PlannerForm = {
  readonly values: Readonly<Record<'state' | 'with' | 'region' | 'from' | 'years', string>>;
  readonly pairs: readonly string[];
  readonly policy: MilestonePolicy;
  readonly faults: readonly PlannerFault[];
};

/** A faulty parameter of the planner; for a name, with the states that it may mean. */
export type PlannerFault = AskedInVain & { readonly name?: TypedName };

/** The form of the planner. It marks faulty fields and keeps all entries. */
export function PlannerChoice({ form }: { form: PlannerForm }) {
  const { link, words } = useReader();
  const { planner } = words.reading;
  const { values, faults } = form;
  const faultIn = (parameter: PageParameter) => faultWords(parameter, faults, words);
  return (
    <form method="get" action={link(paths.planner)} class="filter">
      <LanguageField />
      <NameField name="state" id="filter-state" label={planner.state} typed={values.state} fault={faultIn('state')} />
      <NameField
        name="with"
        id="filter-with"
        label={planner.partner}
        typed={values.with}
        hint={planner.allPartners}
        fault={faultIn('with')}
      />
      {form.pairs.length > 0 && <ChosenPairs name="pair" values={form.pairs} />}
      <Field name="region" label={planner.region} fault={faultIn('region')}>
        <option value="">{planner.noRegion}</option>
        {plannedRegions.map((region) => (
          <option value={region} selected={region === values.region}>
            {regionName(region, words)}
          </option>
        ))}
      </Field>
      <FirstMonth value={values.from} fault={faultIn('from')} />
      <Field name="years" label={planner.years} fault={faultIn('years')}>
        {plannedYears.map((count) => (
          <option value={count} selected={String(count) === values.years}>
            {planner.duration(count)}
          </option>
        ))}
      </Field>
      <PolicySelect label={words.form.policy} chosen={form.policy} fault={faultIn('policy')} />
      <button type="submit">{planner.show}</button>
    </form>
  );
}

type FieldProps = {
  readonly name: 'region' | 'years';
  readonly label: string;
  readonly fault: string | undefined;
  readonly children: Child;
};

function Field({ name, label, fault, children }: FieldProps) {
  return (
    <div class="field">
      <label for={`filter-${name}`}>{label}</label>
      <FieldFault id={`filter-${name}`} fault={fault} />
      <select id={`filter-${name}`} name={name} {...faultAttributes(`filter-${name}`, fault)}>
        {children}
      </select>
    </div>
  );
}

function FirstMonth({ value, fault }: { readonly value: string; readonly fault: string | undefined }) {
  const { planner } = useReader().words.reading;
  return (
    <div class="field">
      <label for="filter-from">{planner.firstMonth}</label>
      <FieldFault id="filter-from" fault={fault} />
      <input
        type="month"
        id="filter-from"
        name="from"
        value={value}
        pattern="\d{4}-\d{2}"
        aria-describedby={fault ? 'fault-filter-from hint-from' : 'hint-from'}
        aria-invalid={fault && 'true'}
      />
      <p class="hint" id="hint-from">
        {planner.firstMonthHint}
      </p>
    </div>
  );
}

function faultWords(parameter: PageParameter, faults: readonly PlannerFault[], words: PageWords): string | undefined {
  const fault = faults.find((each) => each.parameter === parameter);
  if (fault === undefined) return undefined;
  const named = fault.name && nameFault(fault.name, { words: words.form.naming, state: words.names.state });
  return named ?? mendingLines(fault, words).join(' ');
}

export function regionName(region: PlannedRegion, { reading, form }: Pick<PageWords, 'reading' | 'form'>): string {
  if (region === 'world') return reading.filter.wholeWorld;
  return form.region(region.charAt(0).toUpperCase() + region.slice(1));
}
