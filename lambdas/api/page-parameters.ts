import type { MiddlewareHandler } from 'hono';
import { languages, preferenceNames } from '../../src/domain/preferences.ts';
import { similarName } from '../../src/finding/similar-name.ts';
import { type Fault, InvalidRequest } from '../../src/requests/invalid-request.ts';
import type { RouteName } from './handlers.ts';
import { languageNamed } from './page-frame.ts';
import { queryWithoutTracking } from './query.ts';
import type { PublicPage } from './routes.ts';

const filter = ['state', 'pair', 'kind', 'policy'];
const planner = [...filter, 'with', 'region', 'years', 'from'];
const digest = ['states', 'pairs', 'kinds', 'policy', 'leadTimes', 'leapDay', 'includeSevered'];

/** The query parameters of public pages, besides `lang`. */
const parameters: { readonly [At in RouteName]?: readonly string[] } = {
  'GET /': filter,
  'GET /on/:date': filter,
  'GET /search': ['q'],
  'GET /states': ['q'],
  'GET /states/:code': [],
  'GET /relations/:pair': [...filter, 'facts'],
  'GET /planner': planner,
  'GET /planner.csv': planner,
  'GET /planner.xlsx': planner,
  'GET /year': filter,
  'GET /year/:year': filter,
  'GET /about': [],
  'GET /changes': ['state', 'page'],
  'GET /due': [...digest, 'policyNumbers', 'leadTimeDays', 'from', 'through', 'page'],
  'GET /docs': [],
  'GET /subscribe': [...preferenceNames, 'policyNumbers', 'leadTimeDays', 'pairOne', 'pairOther'],
  'GET /subscribe/asked': [],
  'GET /confirm/moved': [],
  'GET /preferences/link': [],
  'GET /preferences/address/undone': [],
  'GET /unsubscribe/undone': [],
  'GET /erase/done': [],
  'GET /reported': [],
} satisfies Readonly<Record<PublicPage | 'GET /year', readonly string[]>>;

/** The shortest name checked for slips: shorter ones are one slip away from too many parameters of other programs. */
const MIN_LETTERS = 4;

/**
 * Rejects a page's address with a language we do not have or a misspelt parameter. Ignores any other unknown parameter, as
 * a program may have added it. Personal pages accept everything, as their links pass through mail gateways.
 */
export function checkParameters(at: RouteName): MiddlewareHandler[] {
  const own = parameters[at];
  if (own === undefined) return [];
  const known = ['lang', ...own];
  return [
    async (c, next) => {
      const query = queryWithoutTracking(c);
      const unknown = [...new Set(query.keys())].filter((name) => !known.includes(name));
      const hasLanguage = !query.get('lang') || languageNamed(c) !== undefined;
      const faults = [...unknown.flatMap((name) => misspelt(name, known)), ...(hasLanguage ? [] : [wrongLanguage])];
      if (faults.length > 0) throw new InvalidRequest(faults);
      await next();
    },
  ];
}

function misspelt(field: string, known: readonly string[]): Fault[] {
  const long = known.filter(({ length }) => length >= MIN_LETTERS);
  const meant = similarName(field, long) ?? long.find((each) => field.startsWith(each));
  return meant ? [{ field, pointer: `/${field}`, message: `is unknown: is it ${meant}?`, meant }] : [];
}

const wrongLanguage: Fault = { field: 'lang', pointer: '/lang', message: `must be ${languages.join(', ')}` };
