import type { RelationsTable } from '../../src/adapters/dynamodb/relations-table.ts';
import { type Digest, type Dispatch, digestOf } from '../../src/domain/digest.ts';
import type { Mail, Reader } from '../../src/mail/digest-mail.ts';
import { type DigestTemplate, digestTemplate, linksWithoutTokens } from '../../src/mail/digest-template.ts';
import type { TimelinesDue } from '../../src/relations/timelines-due.ts';

export type DigestMails = ReturnType<typeof digestMails>;

/** Which digest it is, and the day on which it goes out. */
export type Occasion = Pick<Digest, 'on' | 'coverage'> & Dispatch;

type Ports = { readonly timelinesDue: TimelinesDue; readonly sources: RelationsTable['sources'] };

/**
 * Composes digests; those that differ in nothing but their reader's links are looked up and rendered once, and the sources
 * are read once. One serves a batch, which bounds what it keeps: a container outlives a change of the data.
 */
export function digestMails({ timelinesDue, sources }: Ports) {
  const templates = new Map<string, Promise<DigestTemplate | undefined>>();
  let known: ReturnType<RelationsTable['sources']> | undefined;

  async function make(occasion: Occasion, reader: Omit<Reader, 'sources'>): Promise<DigestTemplate | undefined> {
    const { preferences } = reader.subscriber;
    const digest = digestOf(occasion, await timelinesDue(occasion.coverage, preferences.leadTimes), preferences);
    if (digest.groups.length === 0 && !preferences.sendEmpty) return undefined;
    known ??= sources();
    return digestTemplate(digest, { ...reader, sources: await known });
  }

  /** `undefined` when the digest would say nothing, and the reader does not want that. */
  return async (occasion: Occasion, reader: Omit<Reader, 'sources'>): Promise<Mail | undefined> => {
    const { on, coverage, today, isLate } = occasion;
    const links = linksWithoutTokens(reader.links);
    const alike = JSON.stringify([on, coverage, today, isLate, reader.subscriber.preferences, links]);
    const template = templates.get(alike) ?? make(occasion, reader);
    templates.set(alike, template);
    return (await template)?.(reader);
  };
}
