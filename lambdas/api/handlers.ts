import type { Context, Env } from 'hono';
import type { routes } from './routes.ts';

export type RouteName = (typeof routes)[number]['at'];

/** Handlers for some routes of the table, by default for all. A handler for any other route does not compile. */
export type Handlers<Name extends RouteName = RouteName> = {
  readonly [At in Name]: (c: Context<Env, PathIn<At>>) => Response | Promise<Response>;
};

type PathIn<At> = At extends `${string} ${infer Path}` ? Path : never;
