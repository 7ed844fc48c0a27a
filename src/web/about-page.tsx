import type { AboutCounts } from '../wording/reading-messages.ts';
import type { Frame } from './frame.ts';
import { Lines } from './message.tsx';
import { page } from './page.tsx';
import { paths } from './paths.ts';
import { toReader } from './reader.ts';

/** The section on reliability, to which pages link beside evidence. */
const RELIABILITY = 1;

/** Renders the page about the data: how its dates are decided, how reliable they are, what is missing, and its licence. */
export function aboutPage(frame: Frame, counts: AboutCounts): string {
  const { link } = toReader(frame);
  const { about, changes, ways } = toReader(frame).words.reading;
  const { title, lines, sections } = about(counts);
  return page(
    frame,
    { title, description: lines[0], canonical: paths.about },
    <>
      <div class="lead">
        <h1>{title}</h1>
        <Lines lines={lines} />
      </div>
      <div class="prose">
        {sections.map((section, index) => (
          <section id={index === RELIABILITY ? 'reliability' : undefined}>
            <h2>{section.title}</h2>
            <Lines lines={section.lines} />
          </section>
        ))}
        <p class="take-along">
          <a href={link(paths.statePages)}>{ways.states}</a>
          <a href={link(paths.docs)}>{ways.data}</a>
          <a href={link(paths.changes)}>{changes.title}</a>
        </p>
      </div>
    </>,
  );
}
