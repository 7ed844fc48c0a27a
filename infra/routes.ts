import { HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import { methodAndPath, type Route, routes } from '../lambdas/api/routes.ts';

const methods = {
  /** Mail gateways check links with HEAD. */
  GET: [HttpMethod.GET, HttpMethod.HEAD],
  POST: [HttpMethod.POST],
  PATCH: [HttpMethod.PATCH],
  DELETE: [HttpMethod.DELETE],
} as const;

/** The app's routes in the gateway's notation, with OPTIONS for the CORS preflight before a script of another site posts. */
export const gatewayRoutes = routes.map((route: Route) => {
  const [method, path] = methodAndPath(route.at);
  const asksFirst = method === 'POST' && route.openToOtherSites ? [HttpMethod.OPTIONS] : [];
  return { path: path.replace(/:(\w+)/g, '{$1}'), methods: [...methods[method], ...asksFirst] };
});
