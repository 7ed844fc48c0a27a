import {
  type CalendarDate,
  type PartialDate,
  parsePartialDate,
  weekdayOf,
  yearOf,
} from '../../domain/calendar-date.ts';
import type { DayKey } from '../../domain/day-key.ts';
import type { Evidence } from '../../domain/relation-event.ts';
import type { Grade } from '../../domain/source.ts';
import { dataAsOf } from '../as-of.ts';
import { yearsBetween } from '../formats.ts';
import type { AboutCounts, ReadingMessages } from '../reading-messages.ts';
import { counted } from './counts.ts';
import { date, formats, fromTo } from './dates.ts';
import { footer } from './footer.ts';
import { form } from './form.ts';
import { names } from './names.ts';

const { state } = names;

export const reading: ReadingMessages = {
  filter: {
    legend: 'What is shown',
    state: 'Country',
    wholeWorld: 'The whole world',
    kind: 'Act',
    usualKinds: 'Establishment, upgrading, resumption',
    policy: 'Anniversaries',
    show: 'Show',
  },
  day: {
    previous: 'The day before',
    next: 'The day after',
    policies: 'Which anniversaries',
    noneOfThese: 'None of these anniversaries falls on this date.',
    allYears: (day) => `${dayOfYear(day)} in all years`,
    inAllYears: (day) => `${dayOfYear(day)} in all years`,
    lede: 'Every act on file that was done on this day of the year, the earliest first.',
    none: 'No act is on file for this day of the year.',
    inYear: (day, year) => `What falls on ${dayOfYear(day)} ${year}`,
  },
  search: {
    title: 'Search',
    hint: 'Country, two countries or date',
    which: 'Which one do you mean?',
    didYouMean: 'Did you mean',
    nothing: 'Nothing was found. Try the name of a country, two countries (China Lesotho) or a date (12 January).',
    noSuchDay: 'That day is not in the calendar.',
  },
  states: {
    title: 'Countries',
    lede: 'The relations of each state with all others: when they began, broke off and resumed, and which anniversaries come next.',
    partners: (inForce) => counted(inForce, 'partner', 'partners'),
  },
  state: {
    description: (code) =>
      `Diplomatic relations of ${state(code)}: when they began, broke off and resumed, and the anniversaries to come.`,
    relations: ({ inForce, severed }) =>
      severed === 0
        ? `In relations with ${counted(inForce, 'state', 'states')}.`
        : `In relations with ${counted(inForce, 'state', 'states')}; broken off or suspended with ${severed}.`,
    since: (when) => `Founded or independent since ${date(when)}.`,
    unMemberSince: (when) => `Member of the United Nations since ${date(when)}.`,
    unSeatSince: (when) =>
      `Member of the United Nations since ${date(when)}; the seat passed from an earlier state or government to the present one.`,
    contested:
      'Some states recognise it and others do not. It is listed because relations with it are on file; the list takes no position on its status.',
    organisations: {
      EU: 'A union of European states, founded on 1 November 1993; it is not a state. It maintains relations of its own and counts those of the European Economic Community, from which it came. Only relations whose beginning was confirmed at its source are listed; it has more.',
      XO: 'A lay religious order of the Catholic Church with its seat in Rome. It has no territory, and has relations of its own as a subject of international law. Only relations whose beginning was confirmed at its source are listed; it has more.',
    },
    ended: (on) => `This state ceased to exist on ${date(on)}. Anniversaries of its relations are not celebrated.`,
    followedBy: 'Successors',
    cameFrom: 'Predecessor',
    next: 'Next milestones',
    noneNext: 'No milestone falls in the coming 12 months.',
    year: (year) => `${year}, day by day`,
    picture: 'Its relations over time',
    howToRead:
      'Each line is a partner, by region, in the order in which relations began. A line that breaks off shows when relations did.',
    clipped: (start) => `A line at the edge began before ${yearOf(start)}.`,
    inForce: 'in relations',
    severed: 'broken off or suspended',
    spans: (inForce) => inForce.map(({ from, until }) => yearSpan(from, until)).join(', '),
    withoutRelations: {
      title: 'No dated relations',
      lines: [
        'With these states only recognition or consular relations are on file, or a break whose beginning is not.',
      ],
    },
  },
  relation: {
    description: (pair) =>
      `Diplomatic relations of ${names.pair(pair)}: every dated act with its sources, and the anniversaries to come.`,
    status: {
      inForce: (when) => (when === undefined ? 'In relations.' : `In relations since ${date(when)}.`),
      severed: (when) =>
        when === undefined ? 'Relations are broken off.' : `Relations have been broken off since ${date(when)}.`,
      suspended: (when) =>
        when === undefined
          ? 'Relations are suspended; since when is not on file.'
          : `Relations have been suspended since ${date(when)}.`,
    },
    without: 'There are no diplomatic relations.',
    none: 'No diplomatic relations are on file: only the acts below.',
    ended: (on) => `One of the two states ceased to exist on ${date(on)}.`,
    picture: 'Relations over time',
    periods: {
      asTable: 'As a table',
      from: 'From',
      until: 'Until',
      status: 'Status',
      today: 'today',
      undated: 'end not on file',
    },
    table: 'What happened, and who says so',
    act: 'Act',
    date: 'Date',
    sources: 'Sources',
    grades: { official: 'official', encyclopedia: 'encyclopedia', press: 'press', weak: 'weak' },
    why: (preference) => {
      if (preference.why === 'undecided') return 'Neither date outweighs the other: check before you act on one.';
      if (preference.why === 'better-source')
        return `Preferred because ${gradeNames[preference.grade]} goes before ${gradeNames[preference.over]}.`;
      if (preference.why === 'more-sources')
        return `Preferred because ${preference.sources} sources give it, and ${preference.against} the other.`;
      return 'Preferred because its sources weigh more: they are independent of each other, or name the entry into force.';
    },
    discontinued: (numbers) =>
      `Without effect on status and anniversaries, as acts of a predecessor that the present state does not count as its own: ${formats.and(numbers)}.`,
    bothGive: (givers) =>
      `${givers.map(({ state: code, date: day }) => `${state(code)} gives ${date(day)}`).join(', ')}.`,
    rulings: 'Decided by the editors',
    coming: 'Coming milestones',
    noneComing: 'No milestone comes in the next ten years.',
    silent: 'While relations are broken off or suspended, their anniversaries are not announced.',
    facts: {
      title: 'Fact sheets',
      lines: [
        'Each coming milestone as plain text for a message or a planner: the wording, the day in both capitals, the timeline, the sources.',
      ],
      inAll: 'In all six languages',
      inOne: 'In this language only',
      copy: 'Copy',
      copied: 'Copied',
    },
    report: {
      title: 'Is something wrong here?',
      lines: [
        'A better source is the best correction: name it, and the date it gives. We ask for no name and no address; please write none.',
      ],
      link: 'Report an error',
      act: 'Which act',
      anotherAct: 'Another act, or none of these',
      text: 'What is wrong',
      date: 'The right date, if you know it',
      dateHint: 'A day as 2024-01-12, a month as 2024-01, or a year.',
      source: 'Web address of a source',
      send: 'Send the report',
      wrong: {
        text: 'Say what is wrong, in at most 1,000 characters.',
        date: 'This is not a date: write 2024-01-12, 2024-01 or 2024.',
        source: 'This is not a web address: copy it whole, with https://.',
      },
      thanks: {
        title: 'Thank you',
        lines: [
          'An editor reads the report and looks for sources. If the date changes, the page of the pair and the list of changes say so.',
        ],
      },
    },
  },
  planner: {
    title: 'Planner',
    lede: 'The milestones of the coming months on one page, for a country, two countries, a region or the whole world: to plan by, to print and to take along.',
    description:
      'Diplomatic anniversaries of a country over the next two years: by month, with busy weeks and the day in both capitals.',
    state: 'Country',
    partner: 'With',
    allPartners: 'all partners',
    region: 'Or a region',
    noRegion: 'none',
    firstMonth: 'First month',
    firstMonthHint: 'Such as 2027-01; empty for today.',
    years: 'How far ahead',
    duration: (count) => `${count * 12} months`,
    show: 'Show the plan',
    heading: (name) => `Planner: ${name}`,
    span: (span) => fromTo(span),
    summary: ({ milestones, busyWeeks }) =>
      busyWeeks === 0
        ? `${counted(milestones, 'milestone', 'milestones')}.`
        : `${counted(milestones, 'milestone', 'milestones')}, ${counted(busyWeeks, 'busy week', 'busy weeks')}.`,
    busyWeek: ({ milestones, ...span }) => `${inWords(milestones)} in one week: ${fromTo(span)}`,
    day: 'Day',
    dayInMonth: (day) => `${weekdayName(day)} ${Number(day.slice(8))}`,
    milestone: 'Milestone',
    inBothCapitals: 'In both capitals',
    emptyMonth: 'No milestone.',
    weekend: (code) => `Weekend in ${state(code)}`,
    morning: ({ here, elsewhere, day, shown }) =>
      `09:00 in ${state(here)}: ${weekdayName(shown.day)} ${shown.time}, the day ${shown.day < day ? 'before' : 'after'}, in ${state(elsewhere)}`,
    later: 'Later months',
    aboutCapitals:
      'A date is the same in both capitals, but it does not begin at the same time. Where it is another day in the other capital at nine in the morning in the first, the time there stands beside the milestone, and so does a weekend, as far as a source for that state is on file. Public holidays are not known to Jubilee.',
    facts: 'Fact sheet',
    calendar: 'As a calendar (ICS)',
    xlsx: 'For Excel and other spreadsheets (XLSX)',
    csv: 'As a table (CSV)',
    table: {
      date: 'Date',
      weekday: 'Weekday',
      country: 'Country',
      partner: 'Partner',
      anniversary: 'Anniversary',
      years: 'Years',
      jubilee: 'Jubilee',
      yes: 'yes',
      no: 'no',
      evidence: 'Evidence',
      days: 'All days and who gives them',
      page: 'Page',
    },
  },
  year: {
    title: (year) => `${year} worldwide`,
    description: (year) => `Every day of ${year} by the number of diplomatic anniversaries that fall on it.`,
    lede: ({ milestones, days }) =>
      `${milestones.toLocaleString('en-GB')} milestones fall on ${counted(days, 'day', 'days')} of this year.`,
    month: formats.monthName,
    weekday: (weekday) => form.weekdays[weekday].slice(0, 2),
    number: (day) => String(Number(day.slice(8))),
    day: (day, milestones) => `${date(day)}: ${counted(milestones, 'milestone', 'milestones')}`,
    scale: 'Milestones on a day',
    quiet: 'none',
    step: ({ least, most }) => (least === most ? String(least) : `${least}–${most}`),
    busiest: 'The busiest days',
    withoutDay: (milestones) =>
      `${counted(milestones, 'milestone is', 'milestones are')} known by month or year only, and on none of these days.`,
    previous: 'The year before',
    next: 'The year after',
  },
  about: (counts) => ({
    title: 'About the data',
    lines: [
      `Jubilee knows ${figure(counts.events)} dated acts between ${figure(counts.pairs)} pairs of ${counts.states} states, the European Union and the Order of Malta, from ${counts.sources} sources.`,
      'It collects when states recognised each other, began, broke off, resumed and upgraded their relations, says who gives each date, and counts the anniversaries.',
    ],
    sections: [
      {
        title: 'How a date is decided',
        lines: [
          'What is stored are claims: one source says that an act took place on a date. Claims about the same act are brought together and weighed. Ministries and embassies weigh more than encyclopedias, those more than the press, and pages of anniversaries hardly anything. Sources that copy one another have one voice.',
          'The date with the most weight stands. A finer date that agrees with a coarser one wins. The others stay beside it, so that nothing is hidden. Where the general rule cannot know, the editors decide and write down why.',
          'A date is as precise as its source: a day is never invented. What is known by month or year is told for the month or the year.',
        ],
      },
      {
        title: 'How reliable it is',
        lines: [
          `A government of one of the two parties gives the day of ${figure(counts.evidence.official)} acts, independent sources that of ${figure(counts.evidence.corroborated)}; ${figure(counts.evidence.listed)} rest on the lists of both parties in one encyclopedia, ${figure(counts.evidence.unconfirmed)} are unconfirmed, and for ${figure(counts.evidence.disputed)} sources of comparable weight differ. ${figure(counts.day)} are known to the day, ${figure(counts.month)} to the month, ${figure(counts.year)} to the year only.`,
          `${counts.officialSources} of the sources are official. Most dates come from lists in one encyclopedia, Wikipedia.`,
          `When dates were held against independent sources, ${share(counts.held.listed)} of those in both lists held, ${share(counts.held.unconfirmed)} of the unconfirmed and ${share(counts.held.disputed)} of the disputed, depending on their era. Each pair’s page gives the share for each date, and the API its 95 % interval.`,
          'How it is measured: the claims are resolved without official and press sources, and the days that come out are compared with those that these sources give. Such evidence exists where somebody celebrates, so the shares say more about busy pairs than about quiet ones.',
          'So check before you act on a date. Each pair has a page with its sources.',
        ],
      },
      {
        title: 'What is missing',
        lines: [
          'Breaks are not complete: those of the two World Wars are hardly covered. A few pairs are listed as suspended without a date. Recognition, consular relations and upgrades are recorded only incidentally, except for the United States; a lowering of the level is not on file at all.',
          'Dates before 1815 are first contacts or treaties rather than relations as they are understood today. Of the relations of the European Union and the Order of Malta, only those whose beginning was confirmed at its source are on file. States without wide recognition, beside Kosovo, Palestine, the Sahrawi Republic and Taiwan, are not covered.',
          footer.asOf(dataAsOf),
        ],
      },
      {
        title: 'Licence',
        lines: [
          'The data is free to use and to pass on under Creative Commons Attribution-ShareAlike 4.0 (CC BY-SA 4.0), because most of it comes from articles by Wikipedia contributors. Only names and dates were taken. Dates of the Office of the Historian of the United States are in the public domain.',
        ],
      },
    ],
  }),
  changes: {
    title: 'Changes in the data',
    none: 'Nothing has changed yet.',
    here: 'What has changed here',
    what: { new: 'New', gone: 'Removed', day: 'Another date', kind: 'Another act', evidence: 'Reliability' },
  },
  ways: {
    data: 'Data (JSON)',
    planner: 'Two years on one page',
    states: 'All countries',
    about: 'About the data',
    alerts: (name) => `Get alerts for ${name}`,
  },
  missing: {
    state: {
      title: 'No state has this code',
      lines: ['Codes are two letters, such as CN for China. The list of countries has them all.'],
    },
    pair: {
      title: 'This is not a pair',
      lines: ['A pair is two different codes, such as CN-LS for China and Lesotho.'],
    },
    events: {
      title: 'Nothing is on file for this pair',
      lines: [
        'No source that Jubilee knows dates an act between the two. That does not mean that they have no relations.',
      ],
    },
    date: {
      title: 'This is not a date',
      lines: ['Write a day as 2024-01-12, a month as 2024-01, a year as 2024, and a day in all years as 01-12.'],
    },
    year: { title: 'That year is out of range', lines: ['Years from 1800 to 2200 are shown, such as 2027.'] },
  },
  wrong: {
    tooMany: (most) => `Choose at most ${most} states and pairs.`,
    asked: (parameter, value) => `The address asks for “${parameter}=${value}”, which cannot be shown.`,
    meant: (parameter) => `Did you mean “${parameter}”?`,
    oneOf: (values) => `Write one of these values: ${values.join(', ')}.`,
    policy: (words) => `Write one of these words: ${words.join(', ')}; or numbers of years such as 10,25,50.`,
  },
};

const gradeNames: Readonly<Record<Grade, string>> = {
  official: 'an official source',
  encyclopedia: 'an encyclopedia',
  press: 'the press',
  weak: 'a weak source',
};

const fewInWords = ['Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten', 'Eleven', 'Twelve'];

function dayOfYear(day: DayKey): string {
  return formats.dayAndMonth(parsePartialDate(`2000-${day}`) ?? '2000');
}

function inWords(count: number): string {
  return fewInWords[count - 3] ?? String(count);
}

function yearSpan(from: PartialDate, until: PartialDate | undefined): string {
  return until === undefined ? `since ${from.slice(0, 4)}` : yearsBetween(from, until);
}

function weekdayName(day: CalendarDate): string {
  return form.weekdays[weekdayOf(day)];
}

function figure(count: number): string {
  return count.toLocaleString('en-GB');
}

/** Formats the measured share of dates that held, from the lowest to the highest of any era. */
function share({ least, most }: AboutCounts['held'][Evidence]): string {
  const [from, through] = [Math.round(least * 100), Math.round(most * 100)];
  return from === through ? `${from} %` : `${from} to ${through} %`;
}
