import * as z from 'zod';
import { precisions } from '../../../src/domain/calendar-date.ts';
import { changeSorts } from '../../../src/domain/change.ts';
import { doubts, eventKinds, evidences, levels, manners, tags } from '../../../src/domain/relation-event.ts';
import { grades } from '../../../src/domain/source.ts';
import { stateKinds } from '../../../src/domain/state.ts';
import { relationStatuses } from '../../../src/domain/timeline.ts';

/*
 * The schemas of the API's data. A schema with an id appears once in the OpenAPI document, under that id.
 */

const kind = z.enum(eventKinds);
const date = z.string().describe('As precise as the sources: `2024-01-12`, `2024-01` or `2024`.');
const code = z.string().describe('Two letters: ISO 3166-1, `XK`, or `SU`, `YU`, `CS`, `DD` for former states.');
const pair = z.string().describe('Two codes in alphabetical order.');
const precision = z.enum(precisions);
const evidence = z
  .enum(evidences)
  .describe(
    'The support for the date. `official`: a government of one of the parties gives it. `corroborated`: two or more independent sources do. `listed`: the lists of both parties in one encyclopedia do. `unconfirmed`: one list alone, or another source differs. `disputed`: sources of comparable weight differ.',
  );
const sourceIds = z.array(z.string()).readonly().describe('Keys for `/v1/sources/{id}`, the weightiest first.');
const alternatives = z
  .array(z.object({ kind, date, sources: sourceIds }))
  .readonly()
  .describe('Other dates or kinds that sources give for the same act.');
const support = {
  evidence,
  confidence: z
    .object({ share: z.number(), low: z.number(), high: z.number(), n: z.int() })
    .optional()
    .describe('The share of such dates that held against independent ones, with its 95 % interval.'),
  alternatives,
  sources: sourceIds,
  cited: z
    .array(z.object({ publisher: z.string(), url: z.string().describe('May be empty.') }))
    .readonly()
    .describe('Works that the encyclopedia cites for the date; not read by us.'),
  as: z.array(z.string()).readonly().describe('Predecessors that acted.'),
  isDiscontinued: z.literal(true).optional().describe('Act of a predecessor that the present state does not continue.'),
  by: z.string().optional().describe('The state that acted alone.'),
  level: z.enum(levels).optional(),
  manner: z.enum(manners).optional(),
  doubts: z.array(z.enum(doubts)).readonly().describe('Reasons to check the date.'),
  tag: z.enum(tags).optional().describe('The status of the relations today according to lists, without a date.'),
  remark: z.string().optional().describe('A remark for people.'),
};
const dayGiven = z.object({ date, sources: sourceIds });
const parties = z.array(code).readonly();

const anniversary = z
  .object({
    pair,
    parties,
    kind,
    years: z.int(),
    date,
    precision,
    origin: date.describe('The date of the act.'),
    days: z
      .array(dayGiven.extend({ origin: date }))
      .describe('All days on which it may fall, earliest first, with their sources; it is listed on each of them.'),
    otherCounts: z
      .array(
        z.object({
          ...{ kind, origin: date, years: z.int(), date },
          days: z
            .array(z.object({ origin: date, date }))
            .readonly()
            .optional()
            .describe('If that date is disputed or unconfirmed: every day from which it may be counted.'),
        }),
      )
      .describe('The other beginnings of the same relations, and their anniversary in the same year.'),
    ...support,
  })
  .meta({ id: 'Anniversary' });

export const anniversariesAnswer = z.object({
  anniversaries: z.array(anniversary).describe('Soonest first, and on one day the longest relations first.'),
  next: z.string().nullable().describe('The `cursor` of the next page; `null` on the last.'),
});
export type AnniversariesAnswer = z.infer<typeof anniversariesAnswer>;

export const sourceAnswer = z
  .object({
    id: z.string(),
    publisher: z.string(),
    title: z.string(),
    url: z.string().describe('May be empty.'),
    grade: z.enum(grades),
    licence: z.string().describe('The licence of the source.'),
    retrieved: z.string().describe('The version or date of the source that was read.'),
    origin: z.string().describe('The source that this one copies; its own key if independent.'),
    government: code.optional().describe('The state whose government is the source.'),
  })
  .meta({ id: 'Source' });
export type SourceAnswer = z.infer<typeof sourceAnswer>;

const event = z
  .object({
    ...{ kind, date, precision },
    days: z
      .array(dayGiven)
      .describe(
        'All given days, earliest first, with their sources: more than one only if the date is disputed or unconfirmed.',
      ),
    ...support,
  })
  .meta({ id: 'Event' });

const status = z.enum(relationStatuses);
const dataAsOf = z
  .object({ read: date, partlyUntil: date })
  .describe(
    'The age of the data: when its main source was read, and the day through which it includes some later changes.',
  );
const asOf = z.string().describe('The day (UTC) of the status.');
const next = z.array(anniversary).describe('The next milestones, at most ten: the 1st and every 5th.');

const releasedAct = z.object({
  ...{ kind, date, evidence: z.enum(evidences) },
  days: z
    .array(dayGiven)
    .optional()
    .describe('All given days, earliest first, with their sources; absent once a later release has changed the act.'),
});
const change = z
  .object({
    release: z.string().describe('The data release, named after its day, such as 2026.12.1.'),
    pair,
    before: releasedAct.optional().describe('Absent if the act is new.'),
    after: releasedAct.optional().describe('Absent if the act is gone.'),
    what: z
      .enum(changeSorts)
      .describe('How the act differs; `evidence`: its date has become disputed, or no longer is.'),
    reason: z.string().describe('The reason.'),
    sources: sourceIds.describe('The sources that decided it.'),
  })
  .meta({ id: 'Change' });

export const changesAnswer = z.object({
  changes: z.array(change).describe('By release, earliest first, then by pair: later releases only append.'),
  next: z.string().nullable().describe('The `cursor` of the next page; `null` on the last.'),
});
export type ChangesAnswer = z.infer<typeof changesAnswer>;

export const relationAnswer = z.object({
  pair,
  parties,
  status,
  since: date.optional().describe('Since when the status applies; absent if not on file.'),
  asOf,
  dataAsOf,
  ended: date.optional().describe('When one of the states ceased to exist.'),
  events: z.array(event).describe('In chronological order.'),
  rulings: z.array(z.string()).readonly().describe('The editors’ reasons where the general rule lacks a fact.'),
  changes: z.array(change).readonly().describe('Changes to the pair by data releases, latest first.'),
  next,
  sources: z.array(sourceAnswer).describe('The sources that the events name.'),
});
export type RelationAnswer = z.infer<typeof relationAnswer>;

const state = z
  .object({
    code,
    name: z.string().describe('The usual English name.'),
    officialName: z.string(),
    since: date.optional().describe('Independence or founding of the present state; absent if contested or ancient.'),
    until: date.optional().describe('When a former state ceased to exist.'),
    unMemberSince: date.optional(),
    predecessors: z.array(code).readonly(),
    successors: z.array(code),
    capital: z.string(),
    timeZone: z.string().describe('IANA zone of the capital.'),
    region: z.string(),
    subregion: z.string(),
    kind: z.enum(stateKinds),
  })
  .meta({ id: 'State' });

export const statesAnswer = z.object({ states: z.array(state) });
export type StatesAnswer = z.infer<typeof statesAnswer>;

export const stateAnswer = state.extend({
  asOf,
  relations: z
    .array(z.object({ pair, partner: code, status }))
    .describe('Relations with every partner on file, by pair.'),
  next,
});
export type StateAnswer = z.infer<typeof stateAnswer>;

const count = z.int();

export const datasetAnswer = z.object({
  version: z.string().describe('The version of the data, which changes with its content.'),
  licence: z.object({ name: z.string(), url: z.string() }),
  attribution: z.string().describe('Must accompany the data.'),
  dataAsOf,
  counts: z.object({
    states: count,
    organisations: count,
    pairs: count,
    events: count,
    sources: count,
    kinds: z.record(z.string(), count),
  }),
  files: z.array(z.object({ name: z.string(), type: z.string(), url: z.string() })),
});
export type DatasetAnswer = z.infer<typeof datasetAnswer>;
