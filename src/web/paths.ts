/** Where the pages and their forms stand. What changes something is a POST to one of these; GET only ever shows. */
export const paths = {
  front: '/',
  /** Followed by a date. */
  on: '/on',
  subscribe: '/subscribe',
  confirm: '/confirm',
  preferences: '/preferences',
  preferencesLink: '/preferences/link',
  unsubscribe: '/unsubscribe',
  undoUnsubscribe: '/unsubscribe/undo',
  erase: '/erase',
  docs: '/docs',
  openApi: '/v1/openapi.json',
  preview: '/v1/preview',
} as const;

/** The page's address with the token that opens it. */
export function withToken(path: string, token: string): string {
  return `${path}?${new URLSearchParams({ t: token })}`;
}
