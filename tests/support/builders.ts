import type { CalendarDate, PartialDate } from '../../src/domain/calendar-date.ts';
import { defaultPreferences, type Preferences } from '../../src/domain/preferences.ts';
import type { EventKind, Pair, RelationEvent, StateCode } from '../../src/domain/relation-event.ts';
import type { DatedSource } from '../../src/domain/source.ts';
import type { State } from '../../src/domain/state.ts';
import type { Subscriber } from '../../src/domain/subscriber.ts';
import type { Timeline } from '../../src/domain/timeline.ts';

export function anEvent(kind: EventKind, date: PartialDate, overrides: Partial<RelationEvent> = {}): RelationEvent {
  return { kind, date, evidence: 'official', alternatives: [], sources: ['mfa-cn-list'], ...overrides };
}

/** An event for which two or more sources of equal weight give different days. */
export function aDisputedEvent(date: CalendarDate, ...others: readonly CalendarDate[]): RelationEvent {
  return anEvent('established', date, {
    evidence: 'disputed',
    sources: ['mfa-hr'],
    alternatives: others.map((other, index) => ({ kind: 'established', date: other, sources: [`other-${index}`] })),
  });
}

export function aTimeline(pair: Pair, ...events: readonly RelationEvent[]): Timeline {
  return { pair, events };
}

export function aState(code: StateCode, overrides: Partial<State> = {}): State {
  return {
    code,
    name: code,
    officialName: code,
    predecessors: [],
    capital: '',
    timeZone: 'UTC',
    region: 'Africa',
    subregion: '',
    kind: 'un_member',
    successions: [],
    ...overrides,
  };
}

export function preferencesWith(overrides: Partial<Preferences> = {}): Preferences {
  return { ...defaultPreferences, ...overrides };
}

export function aSubscriber(overrides: Partial<Subscriber> = {}): Subscriber {
  return {
    id: 'subscriber-1',
    email: 'desk@ministry.example',
    status: 'active',
    subscriptionVersion: 1,
    preferences: defaultPreferences,
    coveredThrough: '2023-12-31',
    scheduledSince: '2024-01-01T00:00:00.000Z',
    confirmationMails: 0,
    ...overrides,
  };
}

export function aSource(id: string, overrides: Partial<DatedSource> = {}): DatedSource {
  const named = { publisher: 'Foreign ministry', title: 'List', url: '' };
  return { id, ...named, grade: 'official', licence: '', retrieved: '', origin: id, ...overrides };
}

/** Established 1983, severed 1990, resumed 1994: the case that Jubilee was born from. */
export const chinaLesotho = aTimeline(
  'CN-LS',
  anEvent('established', '1983-04-30'),
  anEvent('severed', '1990-04-07', {
    evidence: 'official',
    alternatives: [{ kind: 'severed', date: '1990-04-05', sources: ['zhwiki-pair-cn-ls'] }],
  }),
  anEvent('resumed', '1994-01-12'),
);
