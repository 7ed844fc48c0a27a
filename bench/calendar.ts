import { ICalCalendar } from 'ical-generator';
import { calendarMilestones } from '../src/domain/calendar-milestones.ts';
import { defaultPreferences } from '../src/domain/subscriber.ts';
import { type Calendar, calendarText, entryOf } from '../src/icalendar/calendar-text.ts';
import { pairPath } from '../src/web/paths.ts';
import { sideBySide } from './measure.ts';
import { timelines } from './real-data.ts';
import { judge, type Result } from './result.ts';
import { benchDay, measureReading } from './served-api.ts';

const reading = { language: 'en', leapDay: 'feb28' } as const;
const filter = { ...defaultPreferences, states: ['CN'] };
const shown = () => calendarMilestones(timelines, filter, { today: benchDay, years: 10 });
const pageOf: Calendar['pageOf'] = (pair) => `https://jubilee.example${pairPath(pair)}`;

/** The ten-year calendar of China from the dataset to the text, beside the generator that is handed its events; then as it is served. */
export async function measureCalendar(onProgress: (part: number) => void): Promise<Result[]> {
  const { milestones } = shown();
  const events = milestones.map((milestone) => entryOf(milestone, { ...reading, pageOf }));
  const ours = () => calendarText({ followed: { state: 'CN' }, shown: shown(), ...reading, pageOf });
  const yardstick = () => new ICalCalendar({ events }).toString();
  const medians = await sideBySide({ rounds: 15, ours, yardstick });
  const name = `calendar: 10 years of CN, ${milestones.length} entries`;
  const beside = 'ical-generator alone';
  const [bytes, theirs] = [ours(), yardstick()].map((text) => Buffer.byteLength(text));
  onProgress(0.2);
  return [
    judge({ name, unit: 'ms CPU', beside, ...medians }, { ratio: 1 / 0.8 }),
    judge(
      { name: `${name}, size`, value: bytes ?? 0, unit: 'bytes', yardstick: theirs ?? 0, beside },
      { value: 200_000 },
    ),
    ...(await measureReading(
      [
        { name: 'calendar of CN', path: '/calendars/CN.ics?years=10' },
        { name: 'Atom feed of CN', path: '/feeds/CN.atom' },
      ],
      (part) => onProgress(0.2 + 0.8 * part),
    )),
  ];
}
