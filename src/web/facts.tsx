import type { Milestone, MilestonePolicy } from '../domain/milestone.ts';
import { defaultPreferences, type Language, languages } from '../domain/preferences.ts';
import type { Pair } from '../domain/relation-event.ts';
import type { Weekends } from '../domain/weekend.ts';
import { factsBox } from '../wording/facts-box.ts';
import { languageNames } from '../wording/language-names.ts';
import { milestoneWords } from '../wording/milestone-words.ts';
import { wordingIn } from '../wording/wording.ts';
import { Lines } from './message.tsx';
import type { Reading } from './milestone-list.tsx';
import { factsPath } from './paths.ts';
import { useReader } from './reader.ts';

type FactsProps = {
  readonly pair: Pair;
  readonly coming: readonly Milestone[];
  readonly reading: Reading;
  readonly weekends: Weekends;
  readonly policy: MilestonePolicy;
  /** Whether to show all languages, or only the page's. */
  readonly inAll: boolean;
};

/** The facts of each coming milestone as plain text, folded, to paste into a message or a plan. */
export function Facts({ pair, coming, reading, weekends, policy, inAll }: FactsProps) {
  const {
    link,
    language,
    words: {
      reading: {
        relation: { facts: words },
      },
    },
  } = useReader();
  if (coming.length === 0) return null;
  return (
    <section class="block facts-boxes" id="facts">
      <h2>{words.title}</h2>
      <Lines lines={words.lines} />
      <p>
        <a href={link(factsPath(pair, { policy, inAll: !inAll }))}>{inAll ? words.inOne : words.inAll}</a>
      </p>
      {coming.map((milestone) => (
        <FactsOf
          milestone={milestone}
          reading={reading}
          weekends={weekends}
          inLanguages={inAll ? languages : [language]}
        />
      ))}
    </section>
  );
}

type OfMilestone = Pick<FactsProps, 'reading' | 'weekends'> & {
  readonly milestone: Milestone;
  readonly inLanguages: readonly Language[];
};

function FactsOf({ milestone, reading, weekends, inLanguages }: OfMilestone) {
  const { language: shown, words } = useReader();
  const { copy, copied } = words.reading.relation.facts;
  const { leapDay } = defaultPreferences;
  const { observed, title } = milestoneWords(milestone, { ...reading, language: shown, leapDay });
  return (
    <details class="folded">
      <summary>
        <span>{observed}</span> <span class="quiet">{title}</span>
      </summary>
      {inLanguages.map((language) => (
        <>
          {inLanguages.length > 1 && (
            <p class="quiet" lang={language} dir={wordingIn(language).direction}>
              {languageNames[language]}
            </p>
          )}
          <FactsBox
            text={factsBox(milestone, { ...reading, weekends, language, leapDay })}
            label={title}
            language={language}
          />
          <button type="button" data-copy data-copied={copied} hidden>
            {copy}
          </button>
        </>
      ))}
    </details>
  );
}

type FactsBoxProps = { readonly text: string; readonly label: string; readonly language: Language };

/** A read-only field, so that the keyboard can select its whole text without a script. */
function FactsBox({ text, label, language }: FactsBoxProps) {
  return (
    <textarea
      class="facts-box"
      lang={language}
      dir={wordingIn(language).direction}
      rows={countRows(text)}
      aria-label={label}
      readonly
    >
      {text}
    </textarea>
  );
}

/** The assumed length of a row, for browsers that cannot fit a field to its text. */
const CHARACTERS_IN_ROW = 60;

function countRows(text: string): number {
  const rows = text.split('\n').map(({ length }) => Math.max(1, Math.ceil(length / CHARACTERS_IN_ROW)));
  return rows.reduce((sum, count) => sum + count, 0);
}
