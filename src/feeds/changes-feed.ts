import { type CalendarDate, yearOf } from '../domain/calendar-date.ts';
import { type Change, releasedOn } from '../domain/change.ts';
import { type ChangeInTimeline, changeKey } from '../domain/change-history.ts';
import type { Language } from '../domain/preferences.ts';
import type { Pair } from '../domain/relation-event.ts';
import { actWords } from '../wording/act-words.ts';
import type { Followed } from '../wording/calendar-messages.ts';
import type { Catalogue } from '../wording/catalogue.ts';
import { type Sources, sourceWords } from '../wording/milestone-words.ts';
import { wordingIn } from '../wording/wording.ts';
import { atomDocument, element, xml } from './atom-document.ts';

export type ChangesFeed = {
  readonly followed: Exclude<Followed, 'mine'>;
  /** All changes, latest first. */
  readonly changes: readonly ChangeInTimeline[];
  /** The number of the page, from 1 on. */
  readonly number: number;
  readonly today: CalendarDate;
  readonly language: Language;
  readonly sources: Sources;
  /** As in `AtomFeed`; the path has a query. */
  readonly site: string;
  readonly path: string;
  readonly page: string;
  readonly pagePath: (pair: Pair) => string;
};

const ENTRIES_ON_PAGE = 200;

/** Writes a page of the feed of data changes (RFC 4287, RFC 5005). An entry has the date of its release. */
export function changesFeed(feed: ChangesFeed): string {
  const wording = wordingIn(feed.language);
  const [latest] = feed.changes;
  const from = (feed.number - 1) * ENTRIES_ON_PAGE;
  const shown = feed.changes.slice(from, from + ENTRIES_ON_PAGE);
  return atomDocument({
    ...feed,
    title: wording.labelled(wording.corrections.title, followedName(feed.followed, wording)),
    subtitle: wording.corrections.lede,
    updated: latest ? updatedAt(latest.change) : `${yearOf(feed.today)}-01-01T00:00:00Z`,
    pages: linkPages(feed),
    entries: shown.map((each) => entry(each, feed, wording)),
  });
}

function linkPages({ path, number, changes }: ChangesFeed) {
  const at = (page: number) => (page === 1 ? path : `${path}&page=${page}`);
  return {
    ...{ self: at(number), first: at(1) },
    ...(number > 1 && { previous: at(number - 1) }),
    ...(changes.length > number * ENTRIES_ON_PAGE && { next: at(number + 1) }),
  };
}

function followedName(followed: ChangesFeed['followed'], { names, digests }: Catalogue): string {
  if (followed === 'world') return digests.masthead;
  return 'state' in followed ? names.state(followed.state) : names.pair(followed.pair);
}

function entry(each: ChangeInTimeline, feed: ChangesFeed, wording: Catalogue): string {
  const { change } = each;
  const { names, corrections } = wording;
  return [
    '<entry>',
    element('id', `tag:jubilee,2026:change:${changeKey(change).replaceAll(' ', ':')}`),
    element('title', corrections.subject({ names: names.pair(change.pair), more: 0 })),
    element('updated', updatedAt(change)),
    `<link rel="alternate" type="text/html" href="${xml(feed.site + feed.pagePath(change.pair))}"/>`,
    `<content type="html">${xml(writeContent(each, feed, wording))}</content>`,
    '</entry>',
  ].join('\n');
}

function writeContent({ change, timeline }: ChangeInTimeline, { sources }: ChangesFeed, wording: Catalogue) {
  const { before, after, reason, sources: ids } = change;
  const { labels } = wording.corrections;
  const { labelled, milestones, direction } = wording;
  const publishers = sourceWords(ids, sources).map(({ publisher }) => publisher);
  const lines = [
    xml(labelled(labels.before, actWords(before, timeline, wording))),
    xml(labelled(labels.now, actWords(after, timeline, wording))),
    `<span lang="en" dir="ltr">${xml(reason)}</span>`,
    ...(publishers.length > 0 ? [xml(labelled(milestones.labels.sources, publishers.join(' · ')))] : []),
  ];
  return `<div dir="${direction}">${lines.map((line) => `<p>${line}</p>`).join('')}</div>`;
}

function updatedAt({ release }: Change): string {
  return `${releasedOn(release)}T00:00:00Z`;
}
