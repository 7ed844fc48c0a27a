import { addDays, type CalendarDate, firstDayOf, yearOf } from '../domain/calendar-date.ts';
import { type LeapDayRule, type Milestone, milestoneKey } from '../domain/milestone.ts';
import type { Language } from '../domain/preferences.ts';
import type { Pair } from '../domain/relation-event.ts';
import type { Followed } from '../wording/calendar-messages.ts';
import type { Catalogue } from '../wording/catalogue.ts';
import { whenWords } from '../wording/date-words.ts';
import { type MilestoneWords, milestoneWords, type Sources } from '../wording/milestone-words.ts';
import { wordingIn } from '../wording/wording.ts';
import { atomDocument, element, xml } from './atom-document.ts';

export type AtomFeed = {
  readonly followed: Followed;
  /** The milestones that have come within the lead time, latest first. */
  readonly milestones: readonly Milestone[];
  /** In days. */
  readonly leadTime: number;
  readonly today: CalendarDate;
  readonly language: Language;
  readonly leapDay: LeapDayRule;
  readonly sources: Sources;
  /** The site's address without a trailing slash; the paths of the feed, with its query, and of the matching page. */
  readonly site: string;
  readonly path: string;
  readonly page: string;
  readonly pagePath: (pair: Pair) => string;
};

/**
 * Writes a feed (RFC 4287). An entry has the date on which its milestone came within the lead time, and the feed that of
 * its latest entry, so that nothing depends on the time of the request.
 */
export function atomFeed(feed: AtomFeed): string {
  const { calendars } = wordingIn(feed.language);
  const [latest] = feed.milestones;
  return atomDocument({
    ...feed,
    title: calendars.name(feed.followed),
    subtitle: calendars.aboutFeed(feed.leadTime),
    updated: latest ? updatedAt(latest, feed) : `${yearOf(feed.today)}-01-01T00:00:00Z`,
    entries: feed.milestones.map((milestone) => entry(milestone, feed)),
  });
}

function entry(milestone: Milestone, feed: AtomFeed): string {
  const { timeline, event, years } = milestone;
  const wording = wordingIn(feed.language);
  const { calendars, digests } = wording;
  const headline = digests.subject({
    names: wording.names.pair(timeline.pair),
    kind: event.kind,
    years,
    when: whenWords(milestone, feed, wording),
    more: 0,
  });
  return [
    '<entry>',
    element('id', `tag:jubilee,2026:${milestoneKey(milestone)}`),
    element('title', headline),
    element('updated', updatedAt(milestone, feed)),
    `<link rel="alternate" type="text/html" href="${xml(feed.site + feed.pagePath(timeline.pair))}"/>`,
    `<category term="${event.kind}" label="${xml(calendars.category[event.kind])}"/>`,
    `<content type="html">${xml(facts(milestoneWords(milestone, feed), wording))}</content>`,
    '</entry>',
  ].join('\n');
}

function facts(words: MilestoneWords, { direction, labelled, milestones: { labels } }: Catalogue): string {
  const sources = words.sources.map(({ publisher, url }) =>
    url === '' ? xml(publisher) : `<a href="${xml(url)}">${xml(publisher)}</a>`,
  );
  const paragraphs = [
    ...[words.title, words.observed].map(xml),
    ...words.cautions.map((caution) => `<strong>${xml(caution)}</strong>`),
    labelled(xml(labels.timeline), words.timeline.map(({ text }) => xml(text)).join(' · ')),
    ...[...words.otherCounts, ...words.remarks].map(xml),
    labelled(xml(labels.sources), sources.join(' · ')),
  ];
  return `<div dir="${direction}">${paragraphs.map((line) => `<p>${line}</p>`).join('')}</div>`;
}

function updatedAt({ date }: Milestone, { leadTime }: AtomFeed): string {
  return `${addDays(firstDayOf(date), -leadTime)}T00:00:00Z`;
}
