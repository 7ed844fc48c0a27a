import type { RelationsTable } from '../../src/adapters/dynamodb/relations-table.ts';
import { buildDigest, hasContent, type Occasion } from '../../src/domain/digest.ts';
import { remember } from '../../src/domain/remember.ts';
import type { Mail, Reader } from '../../src/mail/digest-mail.ts';
import { type DigestTemplate, digestTemplate, linksWithoutTokens } from '../../src/mail/digest-template.ts';
import type { FindDueFacts } from '../../src/relations/due-facts.ts';

const MAX_TEMPLATES = 1_000;

export type DigestMails = ReturnType<typeof digestMails>;

type Ports = { readonly dueFacts: FindDueFacts; readonly sources: RelationsTable['sources'] };

/**
 * Composes digests; those that differ in nothing but their reader's links are looked up and rendered once, and the sources
 * are read once. One serves a batch, which bounds what it keeps: a container outlives a change of the data.
 */
export function digestMails({ dueFacts, sources }: Ports) {
  const sourcesById = remember(sources);

  async function make({ occasion, reader }: Composed): Promise<DigestTemplate | undefined> {
    const { preferences } = reader.subscriber;
    const digest = buildDigest(occasion, await dueFacts(occasion, preferences.leadTimes), preferences);
    if (!hasContent(digest) && !preferences.sendEmpty) return undefined;
    return digestTemplate(digest, { ...reader, sources: await sourcesById() });
  }

  const templateFor = remember(make, { most: MAX_TEMPLATES, keyOf: sharedBy });

  /** `undefined` when the digest would be empty, and the reader does not want empty ones. */
  return async (occasion: Occasion, reader: Composed['reader']): Promise<Mail | undefined> =>
    (await templateFor({ occasion, reader }))?.(reader);
}

type Composed = { readonly occasion: Occasion; readonly reader: Omit<Reader, 'sources'> };

/** Everything that a template depends on: all of the digest and the reader but the tokens in their links. */
function sharedBy({ occasion, reader }: Composed) {
  const { preferences } = reader.subscriber;
  return { ...occasion, preferences, links: linksWithoutTokens(reader.links) };
}
