import type { Failure } from '../wording/page-messages.ts';
import { pagesIn } from '../wording/pages.ts';
import { Sheet } from './notice.tsx';
import { type Frame, page } from './page.tsx';
import { paths } from './paths.ts';

/** What a person sees where there is no page to show. It names no detail of the request. */
export function errorPage(frame: Frame, failure: Failure): string {
  const { errors } = pagesIn(frame.language);
  const notice = errors[failure];
  return page(
    frame,
    { title: notice.title, isPersonal: true },
    <Sheet notice={notice}>
      <a class="button plain" href={paths.front}>
        {errors.goHome}
      </a>
    </Sheet>,
  );
}
