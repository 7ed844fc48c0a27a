import * as z from 'zod';
import type { MilestoneFilter, MilestonePolicy } from '../domain/milestone.ts';
import { defaultPreferences } from '../domain/subscriber.ts';
import { parsed } from './invalid-request.ts';
import { type KnownStates, preferenceFields, readPolicy } from './preferences.ts';

/**
 * What a page is asked to show: `?state=CN&kind=resumed&policy=tens`, a list by repeating its name or by commas. What a form
 * leaves empty is not asked for.
 *
 * @throws InvalidRequest that names the fields as forms do.
 */
export function readPageQuery(
  query: URLSearchParams,
  states: KnownStates,
  policy: MilestonePolicy = defaultPreferences.policy,
): MilestoneFilter {
  const { states: state, pairs, kinds, ...fields } = preferenceFields(states);
  const schema = z.object({ states: state, pairs, kinds, policy: fields.policy });
  const [asked, kind] = [query.get('policy')?.trim(), listed(query, 'kind')];
  return {
    leapDay: defaultPreferences.leapDay,
    includeSevered: defaultPreferences.includeSevered,
    ...parsed(schema, {
      states: listed(query, 'state'),
      pairs: listed(query, 'pair'),
      kinds: kind.length === 0 ? undefined : kind,
      policy: asked ? readPolicy(asked) : policy,
    }),
  };
}

function listed(query: URLSearchParams, name: string): string[] {
  return query
    .getAll(name)
    .flatMap((value) => value.split(/[,;\s]+/))
    .filter((value) => value !== '');
}
