import { type MilestonePolicy, namedPolicies } from '../../../src/domain/milestone.ts';
import { defaultPreferences } from '../../../src/domain/preferences.ts';
import type { NamedState } from '../../../src/finding/state-index.ts';
import { readTypedList, type TypedName } from '../../../src/finding/typed-names.ts';
import { type Fault, InvalidRequest } from '../../../src/requests/invalid-request.ts';
import { readPlannerQuery } from '../../../src/requests/page-query.ts';
import { type KnownStates, readPolicy } from '../../../src/requests/preferences.ts';
import type { PlannerFault, PlannerForm } from '../../../src/web/planner-form.tsx';
import { faultyParameters } from '../faulty-parameters.ts';

type Known = { readonly index: readonly NamedState[]; readonly codes: KnownStates };

/** Parses the planner's query, with states by name or code, or returns the form as filled in, with its faults. */
export function readPlanner(
  query: URLSearchParams,
  { index, codes }: Known,
):
  | { readonly request: ReturnType<typeof readPlannerQuery> }
  | { readonly form: PlannerForm; readonly faults: readonly Fault[] } {
  const inCodes = new URLSearchParams(query);
  const unclear: PlannerFault[] = [];
  for (const parameter of ['state', 'with'] as const) {
    const names = query.getAll(parameter).flatMap((typed) => readTypedList(typed, index));
    inCodes.delete(parameter);
    for (const { code } of names) if (code !== undefined) inCodes.append(parameter, code);
    unclear.push(...names.filter(isUnclear).map((name) => ({ parameter, value: name.text, name })));
  }
  const { request, faults: others = [] } = attempt(inCodes, codes);
  if (request !== undefined && unclear.length === 0) return { request };
  return {
    form: readForm(query, [...unclear, ...faultyParameters(query, others)]),
    faults: [...unclear.map(({ parameter }) => unknownState(parameter)), ...others],
  };
}

function attempt(query: URLSearchParams, codes: KnownStates) {
  try {
    return { request: readPlannerQuery(query, codes) };
  } catch (error) {
    if (error instanceof InvalidRequest) return { faults: error.faults };
    throw error;
  }
}

/** Reads the policy of a form that is rejected for another fault. */
function policyIn(query: URLSearchParams): MilestonePolicy {
  const policy = readPolicy(query.get('policy')?.trim() ?? '');
  if (typeof policy !== 'string') return policy;
  return namedPolicies.find((each) => each === policy) ?? defaultPreferences.policy;
}

function isUnclear({ code }: TypedName): boolean {
  return code === undefined;
}

function unknownState(field: string): Fault {
  return { field, pointer: `/${field}`, message: 'must name a state' };
}

function readForm(query: URLSearchParams, faults: readonly PlannerFault[]): PlannerForm {
  const written = (name: string) => query.getAll(name).join(', ');
  const values = {
    state: written('state'),
    with: written('with'),
    region: written('region'),
    from: written('from'),
    years: written('years') || '2',
  };
  return { values, pairs: query.getAll('pair'), policy: policyIn(query), faults };
}
