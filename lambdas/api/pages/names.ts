import { HTTPException } from 'hono/http-exception';
import { languages } from '../../../src/domain/preferences.ts';
import type { ListedState } from '../../../src/web/listed-state.ts';
import { wordingIn } from '../../../src/wording/wording.ts';
import type { Handlers } from '../handlers.ts';
import { namedStates } from '../named-states.ts';
import type { Ports } from '../ports.ts';

/** Serves all states with all their names, for suggestions in the browser, as one file per language. */
export function namesRoutes(ports: Ports): Handlers<'GET /names/:file'> {
  return {
    'GET /names/:file': async (c) => {
      const language = languages.find((each) => `${each}.json` === c.req.param('file'));
      if (language === undefined) throw new HTTPException(404, { message: 'There is no such list of names' });
      const { names } = wordingIn(language);
      const listed = namedStates(await ports.dataset()).map(
        (state): ListedState => ({ ...state, name: names.state(state.code) }),
      );
      return c.json(listed);
    },
  };
}
