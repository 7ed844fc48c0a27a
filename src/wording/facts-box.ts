import { isDay } from '../domain/calendar-date.ts';
import { isUncertain } from '../domain/days-given.ts';
import type { LeapDayRule, Milestone } from '../domain/milestone.ts';
import type { Language } from '../domain/preferences.ts';
import { partiesOf } from '../domain/relation-event.ts';
import { isWeekendIn, type Weekends } from '../domain/weekend.ts';
import { isolatedName, withoutMarks } from './isolation.ts';
import { milestoneWords, type Sources, type SourceWords } from './milestone-words.ts';
import { wordingIn } from './wording.ts';

type Reading = {
  readonly language: Language;
  readonly leapDay: LeapDayRule;
  readonly sources: Sources;
  readonly weekends: Weekends;
};

/**
 * Writes the facts of a milestone as plain text, to paste into a message or a plan: the exact wording, the date with its
 * weekday in both states, the timeline, the other counts and the sources. Facts only, no congratulations.
 */
export function factsBox(milestone: Milestone, reading: Reading): string {
  const { direction, labelled, milestones } = wordingIn(reading.language);
  const words = milestoneWords(milestone, reading);
  const text = [
    words.pair,
    words.title,
    words.observed,
    ...weekdaysIn(milestone, reading),
    ...words.cautions,
    labelled(milestones.labels.timeline, ''),
    ...words.timeline.map(({ text }) => `· ${text}`),
    ...words.otherCounts,
    ...words.remarks,
    labelled(milestones.labels.sources, ''),
    ...words.sources.map((source) => `· ${nameSource(source)}`),
  ]
    .map((line) => line.trimEnd())
    .join('\n');
  return direction === 'rtl' ? text : withoutMarks(text);
}

function weekdaysIn({ timeline, date, event }: Milestone, { language, weekends }: Reading): string[] {
  const { weekdayIn } = wordingIn(language).milestones;
  if (!isDay(date) || isUncertain(event)) return [];
  return partiesOf(timeline.pair).map((state) =>
    weekdayIn({ state, day: date, isWeekend: isWeekendIn(state, date, weekends) }),
  );
}

function nameSource({ publisher, url }: SourceWords): string {
  return isolatedName(url === '' ? publisher : `${publisher} <${url}>`);
}
