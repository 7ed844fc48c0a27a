import { gzipSync } from 'node:zlib';
import { ICalCalendar } from 'ical-generator';
import { calendarMilestones } from '../src/domain/calendar-milestones.ts';
import { defaultPreferences } from '../src/domain/preferences.ts';
import { type Calendar, calendarText, toEntry } from '../src/icalendar/calendar-text.ts';
import { pairPath } from '../src/web/paths.ts';
import { sideBySide } from './measure.ts';
import { sources, timelines } from './real-data.ts';
import { judge, type Result } from './result.ts';
import { benchDay, measureReading } from './served-api.ts';

const sourcesById = new Map(sources.map((source) => [source.id, source]));
const reading = { language: 'en', leapDay: 'feb28', sources: sourcesById } as const;
const pageUrl: Calendar['pageUrl'] = (pair) => `https://jubilee.example${pairPath(pair)}`;
const beside = 'ical-generator alone';

/** Measures the ten-year calendar of China from dataset to text, beside the bare generator; its size, and that of the largest; and serving it. */
export async function measureCalendar(onProgress: (part: number) => void): Promise<Result[]> {
  const { entries, ours, yardstick } = prepareCalendar('CN');
  const medians = await sideBySide({ rounds: 15, ours, yardstick });
  onProgress(0.2);
  return [
    judge(
      { name: `calendar: 10 years of CN, ${entries} entries`, unit: 'ms CPU', beside, ...medians },
      { ratio: 1 / 0.8 },
    ),
    ...sizes('CN'),
    ...sizes('US'),
    ...(await measureReading(
      [
        { name: 'calendar of CN', path: '/calendars/CN.ics?years=10' },
        { name: 'Atom feed of CN', path: '/feeds/CN.atom' },
      ],
      (part) => onProgress(0.2 + 0.8 * part),
    )),
  ];
}

function prepareCalendar(state: string) {
  const filter = { ...defaultPreferences, states: [state] };
  const shown = () => calendarMilestones(timelines, filter, { today: benchDay, years: 10 });
  const { milestones } = shown();
  const events = milestones.map((milestone) => toEntry(milestone, { ...reading, pageUrl }));
  return {
    entries: events.length,
    ours: () => calendarText({ followed: { state }, shown: shown(), ...reading, pageUrl }),
    yardstick: () => new ICalCalendar({ events }).toString(),
  };
}

/** Measures the size of the text, plain and compressed. */
function sizes(state: string): Result[] {
  const { entries, ours, yardstick } = prepareCalendar(state);
  const name = `calendar: 10 years of ${state}, ${entries} entries, size`;
  const [text, theirs] = [ours(), yardstick()];
  const row = { unit: 'bytes', beside };
  return [
    judge({ ...row, name, value: Buffer.byteLength(text), yardstick: Buffer.byteLength(theirs) }, { value: 200_000 }),
    judge({ ...row, name: `${name} compressed`, value: gzipSync(text).length, yardstick: gzipSync(theirs).length }),
  ];
}
