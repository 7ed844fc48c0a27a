import { formFields } from '../wording/form-messages.ts';
import type { Failure } from '../wording/page-messages.ts';
import { pagesIn } from '../wording/pages.ts';
import type { Missing } from '../wording/reading-messages.ts';
import { Sheet } from './notice.tsx';
import { type Frame, page } from './page.tsx';
import { paths } from './paths.ts';

/** What a person sees where there is no page to show: what is wrong with the request and how to mend it, but nothing that they wrote. */
export function errorPage(frame: Frame, failure: Failure, faults: readonly string[] = []): string {
  const { errors, form } = pagesIn(frame.language);
  const { title, lines } = errors[failure];
  const mending = formFields.filter((name) => faults.includes(name)).map((name) => form.faults[name]);
  const notice = { title, lines: mending.length > 0 ? mending : lines };
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

/** Where an address names what there is not: how such addresses are written, and where all of them are listed. */
export function missingPage(frame: Frame, what: Missing): string {
  const { errors, reading, frame: words } = pagesIn(frame.language);
  const notice = reading.missing[what];
  return page(
    frame,
    { title: notice.title, isPersonal: true },
    <Sheet notice={notice}>
      <p class="steps">
        <a class="button plain" href={paths.statePages}>
          {words.states}
        </a>
        <a class="button plain" href={paths.front}>
          {errors.goHome}
        </a>
      </p>
    </Sheet>,
  );
}
