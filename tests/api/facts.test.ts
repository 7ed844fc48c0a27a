import { describe, expect, test } from 'vitest';
import { theApi } from '../../bench/served-api.ts';
import { languages } from '../../src/domain/preferences.ts';
import { wordsIn } from '../../src/wording/pages.ts';
import { jubilee } from '../cli/run-jubilee.ts';

const app = theApi();
const textOf = async (path: string) => (await app.request(path)).text();

/** Every facts box of a page as it would be pasted, with its language and direction. */
function boxesOf(html: string) {
  const found = html.matchAll(/<textarea class="facts-box" lang="([^"]*)" dir="([^"]*)"[^>]*>(.*?)<\/textarea>/gs);
  return [...found].map(([, language, direction, text = '']) => ({ language, direction, text: unescaped(text) }));
}

const unescaped = (text: string) =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

const written = async (language: string) => {
  const lesotho = ['--on', '2027-01-05', '--pair', 'CN-LS', '--policy', 'every', '--lead-time', '7'];
  const { stdout } = await jubilee('digest', ...lesotho, '--lang', language, '--format', 'brief');
  return stdout.trim();
};

test('the boxes of a pair hold exactly what the command prints for the same milestone', async () => {
  const onPage = boxesOf(await textOf('/relations/CN-LS?policy=every&facts=all'));
  const first = onPage.slice(0, languages.length);
  expect(first.map(({ language }) => language)).toEqual([...languages]);
  expect(first.map(({ text }) => text).join('\n\n')).toBe(await written('all'));
});

describe.each(languages)('in the language "%s"', (language) => {
  test('each coming milestone has one closed box that needs no script', async () => {
    const html = await textOf(`/relations/CN-LS?lang=${language}`);
    const boxes = boxesOf(html);
    expect(boxes.length).toBeGreaterThan(0);
    expect(html.split('<details class="folded"><summary><span>')).toHaveLength(boxes.length + 1);
    expect(boxes.every((box) => box.language === language)).toBe(true);
    expect(html).toContain(wordsIn(language).reading.relation.facts.title);
  });

  test('every bidi isolate is closed, and only right-to-left text has any', async () => {
    const boxes = boxesOf(await textOf(`/relations/CN-US?lang=${language}&policy=every`));
    for (const { text, direction } of boxes) {
      const [opened, closed] = [/[\u2066-\u2068]/g, /\u2069/g].map((mark) => (text.match(mark) ?? []).length);
      expect(opened).toBe(closed);
      expect(direction).toBe(language === 'ar' ? 'rtl' : 'ltr');
      if (language !== 'ar') expect(opened).toBe(0);
    }
  });
});

test('one language links to all six and back, keeping the chosen anniversaries', async () => {
  expect(await textOf('/relations/CN-LS?policy=tens')).toContain(
    'href="/relations/CN-LS?policy=tens&amp;facts=all#facts"',
  );
  expect(await textOf('/relations/CN-LS?policy=tens&facts=all')).toContain('href="/relations/CN-LS?policy=tens#facts"');
});

test('the planner links to the facts of each milestone under its own policy', async () => {
  const html = await textOf('/planner?pair=CN-LS&policy=every');
  expect(html.match(/href="\/relations\/CN-LS\?policy=every#facts"/g)).toHaveLength(4);
});

test('a pair with nothing ahead has no box', async () => {
  expect(boxesOf(await textOf('/relations/AL-IR?facts=all'))).toEqual([]);
});

test('an unknown choice of languages is refused with a message', async () => {
  const answer = await app.request('/relations/CN-LS?facts=some');
  expect(answer.status).toBe(400);
  expect(await answer.text()).toContain('Write one of these values: all.');
});
