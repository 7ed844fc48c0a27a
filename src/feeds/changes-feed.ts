import { addDays, type CalendarDate, yearOf } from '../domain/calendar-date.ts';
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
  /** The latest first. */
  readonly changes: readonly ChangeInTimeline[];
  readonly today: CalendarDate;
  readonly language: Language;
  readonly sources: Sources;
  /** As `AtomFeed` has them. */
  readonly site: string;
  readonly path: string;
  readonly page: string;
  readonly pagePath: (pair: Pair) => string;
};

/** How long a change stays in the feed (days). */
const MAX_AGE = 365;

/** The changes of data releases as a feed (RFC 4287). An entry is dated by its release. */
export function changesFeed(feed: ChangesFeed): string {
  const wording = wordingIn(feed.language);
  const since = addDays(feed.today, -MAX_AGE);
  const recent = feed.changes.filter(({ change }) => (releasedOn(change.release) ?? since) >= since);
  const [latest] = recent;
  return atomDocument({
    ...feed,
    title: wording.labelled(wording.corrections.title, followedName(feed.followed, wording)),
    subtitle: wording.corrections.lede,
    updated: latest ? updatedAt(latest.change) : `${yearOf(feed.today)}-01-01T00:00:00Z`,
    entries: recent.map((each) => entry(each, feed, wording)),
  });
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
