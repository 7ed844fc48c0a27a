import { describe, expect, test } from 'vitest';
import type { PartialDate } from '../../src/domain/calendar-date.ts';
import type { LeapDayRule, Milestone } from '../../src/domain/milestone.ts';
import type { RelationEvent } from '../../src/domain/relation-event.ts';
import type { Source } from '../../src/domain/source.ts';
import type { Timeline } from '../../src/domain/timeline.ts';
import { type MilestoneWords, milestoneWords, sourceWords } from '../../src/wording/milestone-words.ts';
import { toNoteParts } from '../../src/wording/note-parts.ts';
import { anEvent, aTimeline, chinaLesotho } from '../support/builders.ts';

const wikipedia = { publisher: 'Wikipedia', grade: 'encyclopedia' } as const;
const sources = new Map<string, Source>([
  ['enwiki-cn', { id: 'enwiki-cn', title: 'China', url: 'https://en.wikipedia.org/cn', ...wikipedia }],
  ['enwiki-ls', { id: 'enwiki-ls', title: 'Lesotho', url: 'https://en.wikipedia.org/ls', ...wikipedia }],
  [
    'mfa-cn-list',
    { id: 'mfa-cn-list', publisher: 'Ministry', title: 'List', url: 'https://mfa.gov.cn', grade: 'official' },
  ],
  ['handbook', { id: 'handbook', publisher: 'Handbook', title: 'Handbook', url: '', grade: 'weak' }],
]);

describe('the timeline', () => {
  test('lists every event in one line and marks the one that is observed', () => {
    expect(told(chinaLesotho, 2, '2024-01-12').timeline).toEqual([
      { text: 'established 30 April 1983', isThis: false },
      { text: 'severed 7 April 1990', isThis: false },
      { text: 'resumed 12 January 1994', isThis: true },
    ]);
  });

  test('has months and years as precisely as they are known, predecessors and disputed dates', () => {
    const timeline = aTimeline(
      'HU-RU',
      anEvent('established', '1934-02', { as: ['soviet-union'] }),
      anEvent('severed', '1941', { evidence: 'disputed' }),
      anEvent('resumed', '1945-09-25'),
    );
    expect(told(timeline, 2, '2025-09-25').timeline.map(({ text }) => text)).toEqual([
      'established February 1934 (as Soviet Union)',
      'severed 1941, date disputed',
      'resumed 25 September 1945',
    ]);
  });

  test('ends with the end of a state', () => {
    const timeline = { ...aTimeline('CN-DD', anEvent('established', '1949-10-27')), ended: '1990-10-03' } as const;
    const words = told(timeline, 0, '1989-10-27');
    expect(words.timeline.at(-1)?.text).toBe('one of the two states ceased to exist 3 October 1990');
    expect(words.cautions).toEqual([]);
  });
});

describe('the other counts', () => {
  test('say how long ago relations were first established', () => {
    expect(told(chinaLesotho, 2, '2024-01-12').otherCounts).toEqual([
      'First established 30 April 1983: 41 years on 30 April 2024',
    ]);
  });

  test('of an upgrade name the establishment, which was not begun again', () => {
    const timeline = aTimeline('CN-GB', anEvent('established', '1954-06-17'), anEvent('upgraded', '1972-03-13'));
    expect(told(timeline, 1, '2022-03-13').otherCounts).toEqual(['Established 17 June 1954: 68 years on 17 June 2022']);
  });

  test('are as precise as what they count from', () => {
    const timeline = aTimeline('CN-LS', anEvent('established', '1983-04'), anEvent('resumed', '1994-01-12'));
    expect(told(timeline, 1, '2024-01-12').otherCounts).toEqual([
      'First established April 1983: 41 years in April 2024',
    ]);
  });
});

describe('a caution says', () => {
  test('that sources differ over the date', () => {
    const event = anEvent('established', '1993-10-12', {
      evidence: 'disputed',
      alternatives: [{ kind: 'established', date: '1993-10-21', sources: ['enwiki-cn', 'handbook'] }],
    });
    expect(told(aTimeline('CN-MK', event), 0, '2023-10-12').cautions).toEqual([
      'Sources differ: 12 or 21 October 1993',
      '12 October 1993: Ministry, “List”',
      '21 October 1993: Wikipedia, “China”',
    ]);
  });

  test('that the relations are broken off on that day', () => {
    const timeline = aTimeline('NI-TW', anEvent('established', '1990-11-06'), anEvent('severed', '2021-12-09'));
    expect(told(timeline, 0, '2025-11-06').cautions).toEqual(['Relations have been broken off since 9 December 2021']);
    expect(told(timeline, 0, '2020-11-06').cautions).toEqual([]);
  });

  test('that one of the states has ceased to exist', () => {
    const timeline = { ...aTimeline('CN-DD', anEvent('established', '1949-10-27')), ended: '1990-10-03' } as const;
    expect(told(timeline, 0, '2024-10-27').cautions).toEqual([
      'One of the two states ceased to exist on 3 October 1990',
    ]);
  });

  test('that the data doubts the date, or that the relations are listed as suspended', () => {
    const doubted = { tag: 'suspended', doubts: ['before-statehood'] } as const;
    expect(told(aTimeline('KH-TH', anEvent('established', '1950-12-19', doubted)), 0, '2025-12-19').cautions).toEqual([
      'Note: listed as suspended',
      'Note: earlier than the statehood of a party',
    ]);
  });
});

describe('a quiet remark says', () => {
  test('that another date is on file, when the date is agreed', () => {
    const event = anEvent('established', '1993-10-12', {
      alternatives: [{ kind: 'established', date: '1993-10-21', sources: ['enwiki-cn'] }],
    });
    const words = told(aTimeline('CN-MK', event), 0, '2023-10-12');
    expect(words.remarks).toEqual(['Also on file: 21 October 1993 in Wikipedia, “China”']);
    expect(words.cautions).toEqual([]);
  });

  test('that only one of several sources gives the date independently', () => {
    const event = anEvent('resumed', '1966-04', { evidence: 'unconfirmed', sources: ['enwiki-cn', 'mfa-cn-list'] });
    expect(told(aTimeline('BJ-TW', event), 0, '2026-04').remarks).toEqual([
      'Only one independent source gives the full date',
    ]);
  });

  test('that there is one source only', () => {
    const event = anEvent('established', '1993-10-12', { evidence: 'unconfirmed' });
    expect(told(aTimeline('CN-MK', event), 0, '2023-10-12').remarks).toEqual(['One source only']);
  });

  test.each([
    ['1992-09-21', 'Some sources call it a resumption of relations: Wikipedia, “China”'],
    ['1992', 'Some sources call it a resumption of relations: Wikipedia, “China”'],
    ['1992-10-01', 'Some sources call it a resumption of relations, 1 October 1992: Wikipedia, “China”'],
  ] as const)('that some sources call it otherwise, on %s', (date, remark) => {
    const alternatives = [{ kind: 'resumed', date, sources: ['enwiki-cn'] }] as const;
    const event = anEvent('established', '1992-09-21', { alternatives });
    expect(told(aTimeline('MX-VA', event), 0, '2022-09-21').remarks).toEqual([remark]);
  });

  test.each([
    ['feb28', '2025-02-28', ['2025 has no 29 February; observed on 28 February 2025']],
    ['mar1', '2025-03-01', ['2025 has no 29 February; observed on 1 March 2025']],
    ['feb28', '2024-02-29', []],
  ] as const)('that a common year has no 29 February (%s, %s)', (leapDay, date, remarks) => {
    const timeline = aTimeline('CN-GH', anEvent('established', '1972-02-29'));
    expect(told(timeline, 0, date, leapDay).remarks).toEqual(remarks);
  });

  test('what the note says of the act, with its dates written out', () => {
    const remark = 'communique signed 1993-12-30, in force this day';
    const event = anEvent('resumed', '1994-01-12', { remark });
    expect(told(aTimeline('CN-LS', event), 0, '2024-01-12').remarks).toEqual([
      'Note: communiqué signed 30 December 1993, in force this day',
    ]);
  });
});

describe('the sources', () => {
  test('are publishers, each once, official ones first, with an address where one is known', () => {
    expect(sourceWords(['handbook', 'enwiki-ls', 'enwiki-cn', 'mfa-cn-list'], sources)).toEqual([
      { publisher: 'Ministry', url: 'https://mfa.gov.cn' },
      { publisher: 'Wikipedia', url: 'https://en.wikipedia.org/ls' },
    ]);
  });

  test('are weak ones only where there is no better', () => {
    expect(sourceWords(['handbook'], sources)).toEqual([{ publisher: 'Handbook', url: '' }]);
  });
});

test.each([
  [
    'who acted and who suspended',
    { as: ['soviet-union'], by: 'CN', manner: 'suspended' },
    'as Soviet Union; suspended by China',
    0,
    0,
  ],
  ['the level', { level: 'ambassador level', remark: 'list gives only this date' }, 'ambassador level', 0, 1],
  ['a doubt about the date', { doubts: ['failing-verification'] }, '', 1, 0],
  ['a doubt about the act', { doubts: ['letters'], tag: 'suspended' }, '', 1, 1],
  ['nothing', {}, '', 0, 0],
] as const)('notes tell %s', (_what, circumstances, qualifiers, ...counts) => {
  const parts = toNoteParts(circumstances);
  expect(parts.qualifiers).toBe(qualifiers);
  expect([parts.doubts.length, parts.others.length]).toEqual(counts);
});

function told(timeline: Timeline, index: number, date: PartialDate, leapDay: LeapDayRule = 'feb28'): MilestoneWords {
  return milestoneWords(milestoneOf(timeline, index, date), { language: 'en', leapDay, sources });
}

function milestoneOf(timeline: Timeline, index: number, date: PartialDate): Milestone {
  const event: RelationEvent = timeline.events[index] ?? anEvent('established', date);
  return { timeline, event, years: Number(date.slice(0, 4)) - Number(event.date.slice(0, 4)), date };
}

test('gives no share for a disputed date, as it would say which of the days to believe', () => {
  const confidence = { share: 0.7, low: 0.6, high: 0.8, n: 57 };
  const remarksOf = (evidence: 'disputed' | 'listed') => {
    const event = anEvent('established', '1992-04-10', { evidence, confidence });
    const milestone = { timeline: aTimeline('HR-PL', event), event, years: 30, date: '2022-04-10' } as const;
    return milestoneWords(milestone, { language: 'en', leapDay: 'feb28', sources: new Map() }).remarks.join();
  };
  expect(remarksOf('listed')).toContain('about 7 in 10 such dates hold');
  expect(remarksOf('disputed')).not.toContain('in 10');
});
