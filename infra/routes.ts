import { HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';

const { GET, HEAD, OPTIONS, POST, PATCH, DELETE } = HttpMethod;

/** What is read may also be asked for by its headers alone, as mail gateways do with links. */
const READ = [GET, HEAD];

/**
 * Every route of the app, which a test compares with the app's own list. What is not among them the gateway answers
 * itself with 404: the addresses that scanners try never start a function. Where other sites may post, a browser asks first.
 */
export const routes: Readonly<Record<string, readonly HttpMethod[]>> = {
  '/': READ,
  '/on/{date}': READ,
  '/calendars/{file}': READ,
  '/calendars/my/{file}': READ,
  '/feeds/{file}': READ,
  '/states': READ,
  '/states/{code}': READ,
  '/relations/{pair}': READ,
  '/planner': READ,
  '/planner.csv': READ,
  '/year': READ,
  '/year/{year}': READ,
  '/about': READ,
  '/subscribe': [POST],
  '/confirm': [...READ, POST],
  '/preferences': [...READ, POST],
  '/preferences/link': [POST],
  '/preferences/calendar/reset': [POST],
  '/unsubscribe': [...READ, POST],
  '/unsubscribe/undo': [...READ, POST],
  '/erase': [POST],
  '/assets/{file}': READ,
  '/docs': READ,
  '/health': READ,
  '/v1/openapi.json': READ,
  '/v1/anniversaries': READ,
  '/v1/relations/{pair}': READ,
  '/v1/states': READ,
  '/v1/states/{code}': READ,
  '/v1/sources/{id}': READ,
  '/v1/dataset': READ,
  '/v1/dataset/{file}': READ,
  '/v1/preview': [POST, OPTIONS],
  '/v1/subscriptions': [POST],
  '/v1/subscriptions/link': [POST],
  '/v1/subscriptions/me': [...READ, PATCH, DELETE],
  '/v1/subscriptions/me/export': READ,
  '/v1/subscriptions/me/calendar/reset': [POST],
};
