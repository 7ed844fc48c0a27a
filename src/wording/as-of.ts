import datapackage from '../../data/datapackage.json' with { type: 'json' };
import { type PartialDate, parsePartialDate } from '../domain/calendar-date.ts';

/** The age of the data: the day on which its main source was read, and the day through which it includes some later changes. */
export type AsOf = { readonly read: PartialDate; readonly partlyUntil: PartialDate };

export const dataAsOf: AsOf = {
  read: dateIn(datapackage.asOf.read),
  partlyUntil: dateIn(datapackage.asOf.partlyUntil),
};

function dateIn(text: string): PartialDate {
  const date = parsePartialDate(text);
  if (date === undefined) throw new RangeError(`datapackage.json: asOf "${text}" is not a date`);
  return date;
}
