import { describe, expect, test } from 'vitest';
import { theApi } from '../../bench/served-api.ts';

const app = theApi();
const textOf = async (path: string) => (await app.request(`${path}?lang=en`)).text();

describe('the page of a pair', () => {
  test('says in words where each of the two governments gives a day of its own', async () => {
    expect(await textOf('/relations/HR-PL')).toContain('Croatia gives 11 April 1992, Poland gives 10 April 1992.');
  });

  test('says once which acts the present state does not count as its own', async () => {
    const html = await textOf('/relations/CN-US');
    const told = html.match(/acts of a predecessor that the present state does not count as its own: [^<]*/g);
    expect(told).toEqual([expect.stringContaining('own: 1, 2, 3, 4, 5, 6 and 7.')]);
  });

  test('calls a copy a copy on the fact sheet too', async () => {
    const html = await textOf('/relations/US-VE');
    expect(html).toContain('· Associated Press (copy) &lt;https://www.journal-news.com/');
    expect(html).toContain('(copy at journal-news.com)');
  });
});
