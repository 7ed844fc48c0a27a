import ICAL from 'ical.js';
import nodeIcal from 'node-ical';

/** An entry as a calendar program has it; the days without their hours. */
export type Entry = {
  readonly uid: string;
  readonly from: string;
  readonly to: string;
  readonly title: string;
  readonly more: string;
};

/** The entries that each of two independent parsers reads, by their UID. */
export const parsers: Readonly<Record<string, (text: string) => Entry[]>> = {
  'ical.js': (text) =>
    componentOf(text)
      .getAllSubcomponents('vevent')
      .map((component) => {
        const { uid, startDate, endDate, summary, description } = new ICAL.Event(component);
        const [from, to] = [startDate.toString(), endDate.toString()];
        return { uid, from, to, title: summary, more: description ?? '' };
      })
      .sort(byUid),
  'node-ical': (text) =>
    Object.values(nodeIcal.sync.parseICS(text))
      .flatMap((component) => (component?.type === 'VEVENT' ? [component] : []))
      .map(({ uid, start, end, datetype, summary, description }) => {
        if (datetype !== 'date') throw new Error(`${uid} is not a whole day`);
        return { uid, from: dayIn(start), to: dayIn(end), title: String(summary), more: String(description ?? '') };
      })
      .sort(byUid),
};

export function componentOf(text: string) {
  return new ICAL.Component(ICAL.parse(text));
}

export function byUid(one: { readonly uid: string }, other: { readonly uid: string }): number {
  return one.uid < other.uid ? -1 : 1;
}

/** node-ical gives a day as its local midnight. */
function dayIn(midnight: Date | undefined): string {
  if (midnight === undefined) throw new Error('no day');
  const [month, day] = [midnight.getMonth() + 1, midnight.getDate()].map((part) => String(part).padStart(2, '0'));
  return `${midnight.getFullYear()}-${month}-${day}`;
}
