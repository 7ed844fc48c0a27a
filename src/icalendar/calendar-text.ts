import {
  foldLines,
  ICalAlarmRelatesTo,
  ICalAlarmType,
  ICalCalendar,
  type ICalEvent,
  ICalEventBusyStatus,
  type ICalEventData,
  ICalEventTransparency,
  escape as withEscapes,
} from 'ical-generator';
import { type CalendarDate, dayBeside, firstDayOf, yearOf } from '../domain/calendar-date.ts';
import { type CalendarMilestones, type DayMilestone, MAX_MILESTONES } from '../domain/calendar-milestones.ts';
import { releasedOn } from '../domain/change.ts';
import { firstGiven, traceHistory } from '../domain/change-history.ts';
import { isUncertain } from '../domain/days-given.ts';
import { type LeapDayRule, milestoneKey, observedIn } from '../domain/milestone.ts';
import type { Language } from '../domain/preferences.ts';
import type { Pair } from '../domain/relation-event.ts';
import type { Followed } from '../wording/calendar-messages.ts';
import type { Sources } from '../wording/date-words.ts';
import { withoutMarks } from '../wording/isolation.ts';
import { entryWords } from '../wording/milestone-words.ts';
import { wordingIn } from '../wording/wording.ts';

export type Calendar = {
  readonly followed: Followed;
  readonly shown: CalendarMilestones;
  readonly language: Language;
  readonly leapDay: LeapDayRule;
  readonly sources: Sources;
  /** The days between each entry's alarm and its day; absent without alarms. */
  readonly alarm?: number | undefined;
  /** Returns the address of a pair's page. */
  readonly pageUrl: (pair: Pair) => string;
};

const HOUR = 3600;
const SECONDS_BETWEEN_REFRESHES = 12 * HOUR;
/** The local hour of alarms, which count from midnight, where the day begins. */
const ALARM_HOUR = 9;
/** The earliest time stamp; some calendar programs reject one before 1970. */
const FIRST_STAMP = '1970-01-01';

/**
 * Writes a calendar as RFC 5545 text. It depends on the data alone: the same milestones give the same bytes at any time.
 */
export function calendarText({ followed, shown, alarm, ...reading }: Calendar): string {
  const { calendars, direction } = wordingIn(reading.language);
  const about = [calendars.aboutCalendar, ...(shown.isCut ? [calendars.nearestOnly(MAX_MILESTONES)] : [])];
  const calendar = new ICalCalendar({
    prodId: { company: 'Jubilee', product: 'Jubilee', language: reading.language.toUpperCase() },
    name: withEscapes(onOneLine(calendars.name(followed)), false),
    description: withEscapes(onOneLine(about.join(' ')), false),
    ttl: SECONDS_BETWEEN_REFRESHES,
  });
  const [head] = calendar.toString().split(END);
  const entries = shown.milestones.map((milestone) => {
    const entry = calendar.createEvent(toEntry(milestone, reading));
    if (alarm !== undefined) remind(entry, alarm);
    return withoutNeedlessWords(entry.toString()).split('\r\n').map(fold).join('\r\n');
  });
  const text = `${head}${entries.join('')}${END}\r\n`;
  return direction === 'rtl' ? text : withoutMarks(text);
}

const END = 'END:VCALENDAR';

/** Folds a line. The generator would encode each character on its own, which takes longer than everything else. */
function fold(line: string): string {
  return Buffer.byteLength(line) < MIN_BYTES_FOLDED ? line : foldLines(line);
}

/** The length from which lines are folded: the generator reserves one of RFC 5545's 75 bytes for the leading space of a continuation. */
const MIN_BYTES_FOLDED = 75;

/** Converts a milestone to an event of the generator. */
export function toEntry(
  milestone: DayMilestone,
  { pageUrl, ...reading }: Pick<Calendar, 'language' | 'leapDay' | 'sources' | 'pageUrl'>,
): ICalEventData {
  const { title, category, more } = entryWords(milestone, reading);
  const { timeline, event, date } = milestone;
  const origin = firstDayOf(event.date);
  const history = traceHistory(timeline, event);
  const changed = releasedOn(history[0]?.release ?? '');
  return {
    id: entryId(milestone, reading.leapDay),
    stamp: new Date(origin < FIRST_STAMP ? FIRST_STAMP : origin),
    ...(changed && { sequence: history.length, lastModified: new Date(changed) }),
    start: new Date(date),
    end: dayAfter(date),
    allDay: true,
    summary: onOneLine(title),
    ...(more.length > 0 && { description: more.map(onOneLine).join('\n') }),
    categories: [{ name: onOneLine(category) }],
    url: pageUrl(timeline.pair),
    busystatus: ICalEventBusyStatus.FREE,
    transparency: ICalEventTransparency.TRANSPARENT,
  };
}

/**
 * Returns the UID of an entry. An uncertain milestone has an entry on each of its days; the one on the event's own date has
 * no suffix. A corrected act keeps the UID of the date first published, so that a program that imports it again moves it.
 */
function entryId(milestone: DayMilestone, leapDay: LeapDayRule): string {
  const { timeline, event, date } = milestone;
  const isOwnDay = !isUncertain(event) || observedIn(yearOf(date), event.date, leapDay) === date;
  const named = milestoneKey({ ...milestone, event: { ...event, ...firstGiven(timeline, event) } });
  return `${named}${isOwnDay ? '' : `-${date}`}@jubilee`;
}

/** Returns the exclusive end (RFC 5545); none is needed on the last possible day, as all-day entries last one day by default. */
function dayAfter(date: CalendarDate): Date | undefined {
  const after = dayBeside(date, 1);
  return after && new Date(after);
}

/** Adds an alarm. By default the generator counts one after midnight from the end of the day. */
function remind(entry: ICalEvent, daysAhead: number): void {
  const trigger = (daysAhead * 24 - ALARM_HOUR) * HOUR;
  entry.createAlarm({ type: ICalAlarmType.display, trigger }).relatesTo(ICalAlarmRelatesTo.start);
}

/** Replaces every character that could end a line: controls, and the separators that some programs treat as line ends. */
function onOneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]/gu, ' ');
}

/** Drops redundant properties: the all-day flags that `VALUE=DATE` implies, and defaults of RFC 5545. */
function withoutNeedlessWords(text: string): string {
  return text
    .replaceAll(/^(?:X-MICROSOFT-(?:CDO|MSNCALENDAR)-ALLDAYEVENT:TRUE|SEQUENCE:0)\r\n/gm, '')
    .replaceAll(/^URL;VALUE=URI:/gm, 'URL:');
}
