import type { Context, Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { methodNotAllowed } from 'hono/method-not-allowed';
import { routePath } from 'hono/route';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { TooManyChanges } from '../../src/domain/schedule-change-limit.ts';
import { DatasetMissing } from '../../src/relations/dataset-in-memory.ts';
import { type Fault, InvalidRequest } from '../../src/requests/invalid-request.ts';
import type { Failure } from '../../src/wording/page-messages.ts';
import { faultyParameters, misspeltParameters } from './faulty-parameters.ts';
import { pageFrame } from './page-frame.ts';
import type { Ports } from './ports.ts';
import { methodAndPath, routes } from './routes.ts';

type Problem = {
  readonly status: ContentfulStatusCode;
  readonly title: string;
  readonly detail?: string;
  readonly errors?: readonly Fault[];
};

const SECONDS_TO_SEED = 60;

/** The response before the first seeding, when the reader is probably the operator. */
export const datasetMissing = {
  status: 503,
  title: 'The data has not been loaded yet',
  detail:
    'A deployment loads it: wait for it to end, or deploy again (`npx cdk deploy`); `npm run -s jubilee -- doctor` says what else is amiss.',
} as const satisfies Problem;

/** The response to changes of a schedule beyond the limit. */
export const tooManyChanges = {
  status: 429,
  title: 'Too many changes',
  detail: 'Zone, hour, weekday and frequency may change ten times an hour, and a hundred times in 30 days.',
} as const satisfies Problem;

/** Answers every failure in one place: with a problem (RFC 9457) for programs, with a page for people. */
export function answerFailures(app: Hono, ports: Ports): void {
  const failed = async (c: Context, problem: Problem) => {
    if (isForPrograms(c)) return problemAnswer(c, problem);
    const { errorPage } = await import('../../src/web/error-page.tsx');
    const { searchParams } = new URL(c.req.url);
    const { errors = [] } = problem;
    const asked = [...misspeltParameters(searchParams, errors), ...faultyParameters(searchParams, errors)];
    return c.html(errorPage(pageFrame(c, ports), toFailure(problem), asked), problem.status);
  };

  app.use(
    methodNotAllowed({
      app,
      onMethodNotAllowed: (c, methods) => {
        c.header('Allow', methods.join(', '));
        return failed(c, { status: 405, title: 'Method not allowed' });
      },
    }),
  );
  app.notFound((c) => failed(c, { status: 404, title: 'There is nothing here' }));
  app.onError(async (error, c) => {
    if (error instanceof TooManyChanges) c.header('Retry-After', '3600');
    if (error instanceof DatasetMissing) c.header('Retry-After', `${SECONDS_TO_SEED}`);
    return failed(c, await toProblem(error, c));
  });
}

/** Answers with problem details (RFC 9457). */
export function problemAnswer(c: Context, { status, title, detail, errors }: Problem): Response {
  const body = { type: 'about:blank', title, status, ...(detail && { detail }), ...(errors && { errors }) };
  return c.body(JSON.stringify(body), status, { 'Content-Type': 'application/problem+json' });
}

/**
 * Converts an error to a problem. Logs the route instead of the path, which may contain the key of a personal calendar. The
 * first failure loads the logger.
 */
async function toProblem(error: Error, c: Context): Promise<Problem> {
  if (error instanceof InvalidRequest) return { status: 400, title: error.message, errors: error.faults };
  if (error instanceof TooManyChanges) return tooManyChanges;
  if (error instanceof HTTPException) return { status: error.status, title: error.message };
  const { logger } = await import('../../src/adapters/lambda/log.ts');
  if (error instanceof DatasetMissing) {
    logger.warn(error.message);
    return datasetMissing;
  }
  logger.error('A request failed', {
    requestId: c.get('requestId'),
    method: c.req.method,
    route: routePath(c, -1),
    error,
  });
  return { status: 500, title: 'Something went wrong on our side' };
}

/** The first path segments of routes for programs, so that unknown paths below them also get problems. */
const forPrograms = new Set(
  routes.filter(({ audience }) => audience === 'programs').map(({ at }) => firstSegment(methodAndPath(at)[1])),
);

function isForPrograms({ req }: Context): boolean {
  return forPrograms.has(firstSegment(req.path));
}

function firstSegment(path: string): string {
  return path.split('/')[1] ?? '';
}

function toFailure({ status }: Problem): Failure {
  if (status === 404) return 'not-found';
  if (status === 429) return 'too-many';
  if (status === 503) return 'not-loaded';
  return status >= 500 ? 'broken' : 'bad-request';
}
