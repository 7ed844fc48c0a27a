import { isDay } from '../domain/calendar-date.ts';
import { type Digest, type DigestGroup, hasContent } from '../domain/digest.ts';
import { duePath } from '../domain/due-path.ts';
import { type Milestone, milestonePath } from '../domain/milestone.ts';
import type { Language, Preferences } from '../domain/preferences.ts';
import type { Subscriber } from '../domain/subscriber.ts';
import { dataAsOf } from '../wording/as-of.ts';
import type { Catalogue } from '../wording/catalogue.ts';
import { type MilestoneWords, milestoneWords, type Sources } from '../wording/milestone-words.ts';
import { settingsInWords } from '../wording/settings-in-words.ts';
import { wordingIn } from '../wording/wording.ts';
import { correctionsShown, correctionWords, type LetterCorrections } from './letter-corrections.ts';
import type { Link } from './link.ts';

/** A digest in its reader's language and in reading order. Both parts of the mail are rendered from it, so that they agree. */
export type Letter = {
  readonly language: Language;
  readonly direction: Catalogue['direction'];
  readonly masthead: string;
  readonly heading: string;
  readonly date: string;
  /** The number of milestones due, or a note that there are none. */
  readonly summary: string;
  readonly preview: string;
  /** The days that the digest covers, unless that is just its own day. */
  readonly coverage: string | undefined;
  readonly whyEmpty: string | undefined;
  readonly corrections: LetterCorrections | undefined;
  readonly groups: readonly LetterGroup[];
  /** The labels at the start of a line, with their separator. */
  readonly labels: { readonly timeline: string; readonly sources: string };
  /** The link to the full list, if not all of it fits. */
  readonly more: Link | undefined;
  readonly footer: Footer;
};

export type LetterGroup = {
  readonly when: string;
  /** The date; `undefined` if `when` says it already. */
  readonly date: string | undefined;
  /** The date in the form used within a line. */
  readonly dateWithin: string | undefined;
  readonly items: readonly LetterItem[];
};

export type LetterItem = MilestoneWords & {
  /** The page of the pair, its fact sheets, and a calendar file of this milestone, if its day is known. */
  readonly links: { readonly page: Link; readonly facts: Link; readonly calendar?: Link };
};

export type Footer = {
  readonly why: string;
  readonly settings: readonly string[];
  readonly links: readonly Link[];
  readonly asOf: string;
  readonly attribution: string;
};

export type Links = {
  /** The home page, without a trailing slash. */
  readonly site: string;
  /** Opens a page with a button, and accepts the one-click POST of RFC 8058. */
  readonly unsubscribe: string;
  readonly preferences: string;
};

type Reading = {
  readonly subscriber: Pick<Subscriber, 'preferences'>;
  readonly sources: Sources;
  readonly links: Links;
};

/** The number of milestones in the preview of an inbox. */
const PREVIEWED = 6;

/** Composes the letter of a digest, with its first `atMost` items. */
export function digestLetter(digest: Digest, { subscriber, sources, links }: Reading, atMost: number): Letter {
  const { preferences } = subscriber;
  const { language } = preferences;
  const wording = wordingIn(language);
  const {
    digests,
    milestones: { labels },
  } = wording;
  const opening = (label: string) => wording.labelled(label, '');
  const count = countMilestones(digest.groups);
  const corrected = correctionsShown(digest.corrections, count, atMost);
  const shown = cutGroups(inReadingOrder(digest.groups), atMost - corrected);
  const groups = shown.map(({ date, daysAhead, milestones }) => ({
    when: digests.when(date, daysAhead),
    date: isDay(date) ? wording.dates.observed(date) : undefined,
    dateWithin: isDay(date) ? wording.dates.dayWithWeekday(date) : undefined,
    items: milestones.map((milestone) => ({
      ...milestoneWords(milestone, { ...preferences, sources }),
      links: itemLinks(milestone, { language, site: links.site }, digests),
    })),
  }));
  return {
    language,
    direction: wording.direction,
    masthead: digests.masthead,
    heading: digests.heading,
    date: wording.dates.observed(digest.on),
    summary: summarise(digest, count, wording),
    preview: digests.preview([...correctedPreview(digest, preferences, wording), ...previewGroups(groups)]),
    coverage: coverageWords(digest, wording),
    whyEmpty: hasContent(digest) ? undefined : digests.whyEmpty,
    corrections: correctionWords(digest.corrections, corrected, { preferences, sources, site: links.site, wording }),
    groups,
    labels: { timeline: opening(labels.timeline), sources: opening(labels.sources) },
    more: moreWords(digest, count - countMilestones(shown), { preferences, site: links.site, wording }),
    footer: footerWords(preferences, links, wording),
  };
}

function summarise({ corrections: { length: corrected } }: Digest, due: number, wording: Catalogue): string {
  const { digests, corrections } = wording;
  if (corrected === 0) return due === 0 ? digests.nothingDue : digests.count(due);
  return due === 0 ? corrections.count(corrected) : `${digests.count(due)} · ${corrections.count(corrected)}`;
}

function correctedPreview({ corrections }: Digest, { states }: Preferences, wording: Catalogue) {
  const pairs = corrections.slice(0, PREVIEWED).map(({ timeline }) => wording.names.pair(timeline.pair, states));
  return pairs.length === 0 ? [] : [{ when: wording.corrections.title, pairs }];
}

/** Sorts groups: days in their order, then months, then years. */
export function inReadingOrder(groups: readonly DigestGroup[]): DigestGroup[] {
  return [...groups].sort((one, other) => other.date.length - one.date.length);
}

function countMilestones(groups: readonly DigestGroup[]): number {
  return groups.reduce((sum, { milestones }) => sum + milestones.length, 0);
}

function cutGroups(groups: readonly DigestGroup[], atMost: number): DigestGroup[] {
  let room = atMost;
  return groups.flatMap((group) => {
    const fitting = group.milestones.slice(0, room);
    room -= fitting.length;
    return fitting.length === 0 ? [] : [{ ...group, milestones: fitting }];
  });
}

function previewGroups(groups: readonly LetterGroup[]): { when: string; pairs: string[] }[] {
  let room = PREVIEWED;
  return groups.flatMap(({ when, items }) => {
    const pairs = items.slice(0, room).map(({ pair }) => pair);
    room -= pairs.length;
    return pairs.length === 0 ? [] : [{ when, pairs }];
  });
}

function coverageWords(digest: Digest, { digests }: Catalogue): string | undefined {
  if (digest.isLate) return digests.coversLate(digest.coverage);
  return digest.coverage.from === digest.coverage.through || digest.groups.length === 0 ? undefined : digests.toPrepare;
}

type WholeList = { readonly preferences: Preferences; readonly site: string; readonly wording: Catalogue };

function moreWords({ coverage }: Digest, left: number, { preferences, site, wording }: WholeList): Letter['more'] {
  if (left === 0) return undefined;
  const url = `${site}${duePath(coverage, preferences)}&lang=${preferences.language}`;
  return { text: wording.digests.more(left), url };
}

function itemLinks(
  milestone: Milestone,
  { language, site }: { readonly language: Language; readonly site: string },
  { links }: Catalogue['digests'],
): LetterItem['links'] {
  const page = `${site}/relations/${milestone.timeline.pair}?lang=${language}`;
  return {
    page: { text: links.page, url: page },
    facts: { text: links.facts, url: `${page}#facts` },
    ...(isDay(milestone.date) && {
      calendar: { text: links.calendar, url: `${site}${milestonePath(milestone)}?lang=${language}` },
    }),
  };
}

function footerWords(preferences: Subscriber['preferences'], links: Links, { digests: { footer } }: Catalogue): Footer {
  return {
    why: footer.why,
    settings: settingsInWords(preferences),
    links: [
      { text: footer.changePreferences, url: links.preferences },
      { text: footer.unsubscribe, url: links.unsubscribe },
      { text: footer.openSite, url: links.site },
    ],
    asOf: footer.asOf(dataAsOf),
    attribution: footer.attribution,
  };
}
