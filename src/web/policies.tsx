import type { PartialDate } from '../domain/calendar-date.ts';
import { type MilestonePolicy, namedPolicies } from '../domain/milestone.ts';
import type { MilestoneFilter } from '../domain/preferences.ts';
import { datePath, withQuery } from './paths.ts';
import { useReader } from './reader.ts';

type Filtered = Pick<MilestoneFilter, 'states' | 'policy'>;

type PoliciesProps = {
  readonly path: string;
  readonly filter: Filtered;
  /** The default policy of the page. */
  readonly usual: MilestonePolicy;
};

/** Links to the same page under each policy. */
export function Policies({ path, filter, usual }: PoliciesProps) {
  const {
    link,
    words: { reading, form },
  } = useReader();
  return (
    <nav class="policies" aria-label={reading.day.policies}>
      {namedPolicies.toReversed().map((policy) => (
        <a
          href={link(withPolicy(path, { ...filter, policy }, usual))}
          aria-current={policy === filter.policy ? 'page' : undefined}
        >
          {form.policies[policy].label}
        </a>
      ))}
    </nav>
  );
}

/** Adds the filter to a path. */
export function withPolicy(path: string, { policy, states }: Filtered, usual: MilestonePolicy): string {
  const named = typeof policy === 'string' ? policy : policy.join();
  return withQuery(path, { policy: policy === usual ? undefined : named, state: states });
}

/** Returns the path of a date with the filter; the default there is every anniversary. */
export function fallingOn(date: PartialDate | string, filter: Filtered): string {
  return withPolicy(datePath(date), filter, 'every');
}
