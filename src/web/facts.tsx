import type { Milestone, MilestonePolicy } from '../domain/milestone.ts';
import { defaultPreferences, type Language, languages } from '../domain/preferences.ts';
import type { Pair } from '../domain/relation-event.ts';
import { factsBox } from '../wording/facts-box.ts';
import { milestoneWords } from '../wording/milestone-words.ts';
import { pagesIn } from '../wording/pages.ts';
import { wordingIn } from '../wording/wording.ts';
import { nameOf } from './in-language.tsx';
import type { Reading } from './milestone-list.tsx';
import { Lines } from './notice.tsx';
import { factsPath } from './paths.ts';

type Facts = {
  readonly pair: Pair;
  readonly coming: readonly Milestone[];
  readonly reading: Reading;
  readonly policy: MilestonePolicy;
  /** In all languages, or in that of the page. */
  readonly inAll: boolean;
};

/** The facts of each coming milestone as plain text, folded, to be pasted into a message or a plan. */
export function Facts({ pair, coming, reading, policy, inAll }: Facts) {
  if (coming.length === 0) return null;
  const { facts: words } = pagesIn(reading.language).reading.relation;
  return (
    <section class="block facts-boxes" id="facts">
      <h2>{words.title}</h2>
      <Lines lines={words.lines} />
      <p>
        <a href={factsPath(pair, { policy, inAll: !inAll })}>{inAll ? words.inOne : words.inAll}</a>
      </p>
      {coming.map((milestone) => (
        <FactsOf milestone={milestone} reading={reading} inLanguages={inAll ? languages : [reading.language]} />
      ))}
    </section>
  );
}

type OfMilestone = Pick<Facts, 'reading'> & {
  readonly milestone: Milestone;
  readonly inLanguages: readonly Language[];
};

function FactsOf({ milestone, reading, inLanguages }: OfMilestone) {
  const { leapDay } = defaultPreferences;
  const { observed, title } = milestoneWords(milestone, { ...reading, leapDay });
  return (
    <details class="folded">
      <summary>
        <span>{observed}</span> <span class="quiet">{title}</span>
      </summary>
      {inLanguages.map((language) => (
        <>
          {inLanguages.length > 1 && (
            <p class="quiet" lang={language} dir={wordingIn(language).direction}>
              {nameOf(language)}
            </p>
          )}
          <pre class="facts-box" lang={language} dir={wordingIn(language).direction}>
            {factsBox(milestone, { ...reading, language, leapDay })}
          </pre>
        </>
      ))}
    </details>
  );
}
