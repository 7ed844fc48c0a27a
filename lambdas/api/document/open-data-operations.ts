import { requestSchemas } from '../../../src/requests/request-schemas.ts';
import { datasetFiles } from '../data/dataset.ts';
import {
  anniversariesAnswer,
  changesAnswer,
  datasetAnswer,
  relationAnswer,
  sourceAnswer,
  stateAnswer,
  statesAnswer,
} from '../data/open-data-answers.ts';
import { examples } from './open-api-examples.ts';
import { csv, type DocumentParts, inPath } from './open-api-parts.ts';

const requests = requestSchemas({ has: () => true });

/** Describes the operations that read the data. */
export function openDataOperations({ json, notSeeded, problem, queryParameters }: DocumentParts) {
  const notFound = { 404: problem('There is nothing on file under this name.', examples.notFound), ...notSeeded };
  return {
    '/v1/anniversaries': {
      get: {
        operationId: 'listAnniversaries',
        summary: 'List the anniversaries between two days.',
        description:
          'Soonest first, and on one day the longest relations first; a month or a year counts from its first day. `Accept: text/csv` returns CSV. The header `Link` has the address of the next page. An anniversary that stays on file while you page is returned exactly once, whatever is added or removed meanwhile.',
        parameters: queryParameters(requests.anniversaries, examples.anniversariesQuery),
        responses: {
          200: {
            ...json('One page.', anniversariesAnswer, examples.anniversaries, csv(examples.anniversariesCsv)),
            headers: {
              Link: { description: 'The next page (RFC 8288), if there is one.', schema: { type: 'string' } },
            },
          },
          400: problem('The request is not valid; `errors` lists every fault.', examples.invalidQuery),
          ...notSeeded,
        },
      },
    },
    '/v1/relations/{pair}': {
      get: {
        operationId: 'getRelation',
        summary:
          'Get the whole timeline of a pair of states or organisations, its sources, its status today and its next milestones.',
        parameters: [inPath('pair', 'Two codes, such as `CN-LS`.', 'CN-LS')],
        responses: { 200: json('The pair.', relationAnswer, examples.relation), ...notFound },
      },
    },
    '/v1/changes': {
      get: {
        operationId: 'listChanges',
        summary: 'List the changes of data releases: the act before and after, the reason, and the sources.',
        description:
          'Earliest release first, so that a client that stores `next`, or passes `since`, only reads new changes. The header `Link` has the address of the next page.',
        parameters: queryParameters(requests.dataChanges, examples.changesQuery),
        responses: {
          200: {
            ...json('One page.', changesAnswer, examples.changes),
            headers: {
              Link: { description: 'The next page (RFC 8288), if there is one.', schema: { type: 'string' } },
            },
          },
          400: problem('The request is not valid; `errors` lists every fault.', examples.invalidQuery),
          ...notSeeded,
        },
      },
    },
    '/v1/states': {
      get: {
        operationId: 'listStates',
        summary: 'List the states, and the organisations that have relations like states.',
        responses: { 200: json('Every state and organisation, by code.', statesAnswer, examples.states), ...notSeeded },
      },
    },
    '/v1/states/{code}': {
      get: {
        operationId: 'getState',
        summary: 'Get a state or organisation, its relations with every partner today, and its next milestones.',
        parameters: [inPath('code', 'The code of a state or organisation.', 'LS')],
        responses: { 200: json('The state.', stateAnswer, examples.state), ...notFound },
      },
    },
    '/v1/sources/{id}': {
      get: {
        operationId: 'getSource',
        summary: 'Get a source by its key in events.',
        parameters: [inPath('id', 'The key of a source.', examples.source.id)],
        responses: { 200: json('The source.', sourceAnswer, examples.source), ...notFound },
      },
    },
    '/v1/dataset': {
      get: {
        operationId: 'getDataset',
        summary: 'Get the size of the dataset, its licence, and its downloads.',
        responses: { 200: json('The dataset.', datasetAnswer, examples.dataset), ...notSeeded },
      },
    },
    '/v1/dataset/{file}': {
      get: {
        operationId: 'downloadDataset',
        summary: 'Download a file of the dataset.',
        description:
          'Compressed if the client accepts it. The columns are those of `data/README.md` in the repository.',
        parameters: [
          {
            ...inPath('file', 'The name of a file.', 'states.csv'),
            schema: { type: 'string', enum: Object.keys(datasetFiles) },
          },
        ],
        responses: {
          200: {
            description: 'The file.',
            content: {
              'application/json': { schema: { type: 'object' } },
              'text/csv': { schema: { type: 'string' } },
            },
          },
          ...notFound,
        },
      },
    },
  } as const;
}
