import { type Found, find, MAX_CHOICES } from '../../../src/finding/find.ts';
import { datePath, pairPath, paths, statePath, withQuery } from '../../../src/web/paths.ts';
import { toReader } from '../../../src/web/reader.ts';
import { searchPage } from '../../../src/web/search-page.tsx';
import type { Handlers } from '../handlers.ts';
import { namedStates } from '../named-states.ts';
import { pageFrame } from '../page-frame.ts';
import type { Ports } from '../ports.ts';

/** Serves the search for states, pairs and dates, and redirects to a single match. */
export function searchRoutes(ports: Ports): Handlers<'GET /search'> {
  return {
    'GET /search': async (c) => {
      const frame = pageFrame(c, ports);
      const typed = c.req.query('q') ?? '';
      const found = find(typed, namedStates(await ports.dataset()));
      const path = pathTo(found);
      return path === undefined
        ? c.html(searchPage(frame, offer(found, typed)))
        : c.redirect(toReader(frame).link(path));
    },
  };
}

function pathTo(found: Found): string | undefined {
  if (found.kind === 'state') return statePath(found.code);
  if (found.kind === 'pair') return pairPath(found.pair);
  return found.kind === 'date' ? datePath('date' in found ? found.date : found.dayOfYear) : undefined;
}

function offer(found: Found, typed: string): Parameters<typeof searchPage>[1] {
  if (found.kind !== 'choice')
    return { outcome: found.kind === 'no such day' ? 'noSuchDay' : 'nothing', states: [], pairs: [] };
  const { isGuess, states, pairs } = found;
  const all = states.length === MAX_CHOICES ? withQuery(paths.statePages, { q: typed.slice(0, 120) }) : undefined;
  return { outcome: isGuess ? 'didYouMean' : 'which', states, pairs, all };
}
