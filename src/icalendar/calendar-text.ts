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
  /** Days from the alarm of each entry to its day; absent without alarms. */
  readonly alarm?: number | undefined;
  /** The address of the page about a pair. */
  readonly pageUrl: (pair: Pair) => string;
};

const HOUR = 3600;
const SECONDS_BETWEEN_REFRESHES = 12 * HOUR;
/** The local hour at which a calendar reminds: an alarm counts from midnight, where the day begins. */
const ALARM_HOUR = 9;
/** Not every calendar program accepts a stamp before 1970. */
const FIRST_STAMP = '1970-01-01';

/**
 * A calendar as RFC 5545 text. Its content follows from the data alone: the same milestones give the same bytes
 * at any time.
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

/** The generator would fold the whole calendar by encoding each character by itself, which takes longer than all the rest. */
function fold(line: string): string {
  return Buffer.byteLength(line) < MIN_BYTES_FOLDED ? line : foldLines(line);
}

/** The generator keeps one of the 75 bytes that RFC 5545 allows for the space that begins a folded line. */
const MIN_BYTES_FOLDED = 75;

/** A milestone as the generator takes it. */
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
 * An uncertain milestone has an entry on each of its days; that of the event's own date keeps the name that it would have alone.
 * An act whose date was corrected keeps the name of the date that was first given, so that a program which imports the entry again moves it.
 */
function entryId(milestone: DayMilestone, leapDay: LeapDayRule): string {
  const { timeline, event, date } = milestone;
  const isOwnDay = !isUncertain(event) || observedIn(yearOf(date), event.date, leapDay) === date;
  const named = milestoneKey({ ...milestone, event: { ...event, ...firstGiven(timeline, event) } });
  return `${named}${isOwnDay ? '' : `-${date}`}@jubilee`;
}

/** Exclusive (RFC 5545); the last day of the calendar needs none, as an all-day entry lasts one day by default. */
function dayAfter(date: CalendarDate): Date | undefined {
  const after = dayBeside(date, 1);
  return after && new Date(after);
}

/** By default the generator counts an alarm after midnight from the end of the day. */
function remind(entry: ICalEvent, daysAhead: number): void {
  const trigger = (daysAhead * 24 - ALARM_HOUR) * HOUR;
  entry.createAlarm({ type: ICalAlarmType.display, trigger }).relatesTo(ICalAlarmRelatesTo.start);
}

/** Text in which nothing can end a line: no controls, nor the separators that some programs take for an end. */
function onOneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]/gu, ' ');
}

/** Drops what programs assume anyway: the whole day implied by `VALUE=DATE`, and the defaults of RFC 5545. */
function withoutNeedlessWords(text: string): string {
  return text
    .replaceAll(/^(?:X-MICROSOFT-(?:CDO|MSNCALENDAR)-ALLDAYEVENT:TRUE|SEQUENCE:0)\r\n/gm, '')
    .replaceAll(/^URL;VALUE=URI:/gm, 'URL:');
}
