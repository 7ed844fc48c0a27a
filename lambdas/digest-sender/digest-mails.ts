import type { RelationsTable } from '../../src/adapters/dynamodb/relations-table.ts';
import { type Digest, type Dispatch, digestOf } from '../../src/domain/digest.ts';
import { remember } from '../../src/domain/remember.ts';
import type { Mail, Reader } from '../../src/mail/digest-mail.ts';
import { type DigestTemplate, digestTemplate, linksWithoutTokens } from '../../src/mail/digest-template.ts';
import type { TimelinesDue } from '../../src/relations/timelines-due.ts';

const MAX_TEMPLATES = 1_000;

export type DigestMails = ReturnType<typeof digestMails>;

/** Which digest it is, and the day on which it goes out. */
export type Occasion = Pick<Digest, 'on' | 'coverage'> & Dispatch;

type Ports = { readonly timelinesDue: TimelinesDue; readonly sources: RelationsTable['sources'] };

/**
 * Composes digests; those that differ in nothing but their reader's links are looked up and rendered once, and the sources
 * are read once. One serves a batch, which bounds what it keeps: a container outlives a change of the data.
 */
export function digestMails({ timelinesDue, sources }: Ports) {
  const sourcesById = remember(sources);

  async function make({ occasion, reader }: Composed): Promise<DigestTemplate | undefined> {
    const { preferences } = reader.subscriber;
    const digest = digestOf(occasion, await timelinesDue(occasion.coverage, preferences.leadTimes), preferences);
    if (digest.groups.length === 0 && !preferences.sendEmpty) return undefined;
    return digestTemplate(digest, { ...reader, sources: await sourcesById() });
  }

  const templateFor = remember(make, { most: MAX_TEMPLATES, keyOf: sharedBy });

  /** `undefined` when the digest would say nothing, and the reader does not want that. */
  return async (occasion: Occasion, reader: Composed['reader']): Promise<Mail | undefined> =>
    (await templateFor({ occasion, reader }))?.(reader);
}

type Composed = { readonly occasion: Occasion; readonly reader: Omit<Reader, 'sources'> };

/** Everything that a template depends on: all of the digest and the reader but the tokens in their links. */
function sharedBy({ occasion: { on, coverage, today, isLate }, reader }: Composed) {
  const { preferences } = reader.subscriber;
  return { on, coverage, today, isLate, preferences, links: linksWithoutTokens(reader.links) };
}
