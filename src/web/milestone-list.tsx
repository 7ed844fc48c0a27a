import type { PartialDate } from '../domain/calendar-date.ts';
import { isMilestone, type Milestone } from '../domain/milestone.ts';
import { defaultPreferences } from '../domain/preferences.ts';
import { milestoneWords, type Sources } from '../wording/milestone-words.ts';
import { datePath, pairPath } from './paths.ts';
import { useReader } from './reader.ts';

/** The context of a list; `tellsDate` if no heading gives the date. */
export type Reading = { readonly sources: Sources; readonly tellsDate?: boolean };

type MilestoneListProps = { readonly milestones: readonly Milestone[]; readonly reading: Reading };
type SectionProps = MilestoneListProps & { readonly heading: string; readonly none: string };

/** Days in order, each with its milestones. */
export function DayByDay({ heading, none, milestones, reading }: SectionProps) {
  const {
    link,
    words: { dates },
  } = useReader();
  return (
    <section>
      <h2>{heading}</h2>
      {milestones.length === 0 && <p class="quiet">{none}</p>}
      {[...byDate(milestones)].map(([date, group]) => (
        <>
          <h3 class="day">
            <a class="day-link" href={link(datePath(date))}>
              {dates.observed(date)}
            </a>
          </h3>
          <MilestoneList milestones={group} reading={reading} />
        </>
      ))}
    </section>
  );
}

/** Days in order, each folded to its name and the number of its milestones. */
export function FoldedDays({ heading, none, milestones, reading }: SectionProps) {
  const { dates, digests } = useReader().words;
  return (
    <section>
      <h2>{heading}</h2>
      {milestones.length === 0 && <p class="quiet">{none}</p>}
      {[...byDate(milestones)].map(([date, group]) => (
        <details class="folded">
          <summary>
            <span>{dates.observed(date)}</span> <span class="quiet">{digests.count(group.length)}</span>
          </summary>
          <MilestoneList milestones={group} reading={reading} />
        </details>
      ))}
    </section>
  );
}

export function MilestoneList({ milestones, reading }: MilestoneListProps) {
  if (milestones.length === 0) return null;
  return (
    <ul class="milestones">
      {milestones.map((milestone) => (
        <Item milestone={milestone} reading={reading} />
      ))}
    </ul>
  );
}

function Item({ milestone, reading }: { milestone: Milestone; reading: Reading }) {
  const { language, link } = useReader();
  const words = milestoneWords(milestone, { ...reading, language, leapDay: defaultPreferences.leapDay });
  return (
    <li>
      <span class={isMilestone('jubilees', milestone.years) ? 'years jubilee' : 'years'} aria-hidden="true">
        {words.years}
      </span>
      <div>
        <a class="pair" href={link(pairPath(milestone.timeline.pair))}>
          {words.parties.map(({ flag, name }, index) => (
            <>
              {index > 0 && ' – '}
              <span class="party">
                {flag && <span aria-hidden="true">{`${flag}\u00a0`}</span>}
                {name}
              </span>
            </>
          ))}
        </a>
        <p class="title">{words.title}</p>
        {(reading.tellsDate || words.isUncertain) && <p>{words.observed}</p>}
        {words.otherCounts.map((line) => (
          <p class="quiet">{line}</p>
        ))}
        {words.cautions.map((line) => (
          <p class="caution">{line}</p>
        ))}
      </div>
    </li>
  );
}

function byDate(milestones: readonly Milestone[]): Map<PartialDate, Milestone[]> {
  const groups = new Map<PartialDate, Milestone[]>();
  for (const milestone of milestones) {
    const group = groups.get(milestone.date);
    if (group === undefined) groups.set(milestone.date, [milestone]);
    else group.push(milestone);
  }
  return groups;
}
