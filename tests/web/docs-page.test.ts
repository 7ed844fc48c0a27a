import { expect, test } from 'vitest';
import { docsPage } from '../../src/web/docs-page.tsx';
import { listRoutes, toCurl } from '../../src/web/open-api.ts';
import { listFields } from '../../src/web/schema-words.ts';
import { wordsIn } from '../../src/wording/pages.ts';
import { apiDocument, usualFrame as frame } from './sample-pages.ts';

const document = apiDocument();

test('the reference names every operation, and links to each', () => {
  const html = docsPage(frame, document);
  const routes = listRoutes(document);
  expect(routes.map(({ method, path }) => `${method} ${path}`)).toEqual([
    'POST /v1/subscriptions',
    'GET /v1/subscriptions/me',
  ]);
  for (const { id } of routes) {
    expect(html).toContain(`href="#${id}"`);
    expect(html).toContain(`id="${id}"`);
  }
});

test('the calls can be pasted into a shell, whatever the examples hold', () => {
  const [subscribe, read] = listRoutes(document).map((route) => toCurl(route, document));
  expect(subscribe).toBe(
    [
      "curl -X POST 'https://jubilee.example/v1/subscriptions' \\",
      "  -H 'content-type: application/json' \\",
      `  -d '{"email":"d'\\''arc@ministry.example","note":"ten"}'`,
    ].join('\n'),
  );
  expect(read).toBe("curl 'https://jubilee.example/v1/subscriptions/me' \\\n  -H 'authorization: Bearer …'");
});

test('a body is documented field by field, through references', () => {
  const { docs } = wordsIn('en');
  expect(listFields({ $ref: '#/components/schemas/Subscription' }, document, docs)).toEqual([
    { name: 'email', type: 'string (email)', isRequired: true, description: undefined, lines: [] },
    { name: 'states', type: 'list of string', isRequired: false, description: undefined, lines: ['Default: []'] },
    { name: 'hour', type: 'integer', isRequired: false, description: undefined, lines: ['0 to 23', 'Default: 8'] },
  ]);
});

test('what is in English is marked as English in every other language, which says so', () => {
  const html = docsPage({ ...frame, language: 'ar' }, document);
  expect(html).toContain(wordsIn('ar').docs.inEnglish);
  expect(html).toContain('<p lang="en" dir="ltr">Dates are <code>YYYY-MM-DD</code>.</p>');
  expect(html).toContain('<span class="quiet" lang="en" dir="ltr">Subscribe an address</span>');
  expect(docsPage(frame, document)).not.toContain(wordsIn('en').docs.inEnglish);
});
