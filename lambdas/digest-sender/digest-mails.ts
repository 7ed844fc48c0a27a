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
 * Composes digests. Renders those that differ only in their reader's links once, and reads the sources once. Use one per
 * batch, as its caches must not outlive the version of the data.
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

  /** Composes a mail; `undefined` if the digest is empty, and the reader does not want empty ones. */
  return async (occasion: Occasion, reader: Composed['reader']): Promise<Mail | undefined> =>
    (await templateFor({ occasion, reader }))?.(reader);
}

type Composed = { readonly occasion: Occasion; readonly reader: Omit<Reader, 'sources'> };

/** Returns everything on which a template depends: the digest and the reader without the tokens in their links. */
function sharedBy({ occasion, reader }: Composed) {
  const { preferences } = reader.subscriber;
  return { ...occasion, preferences, links: linksWithoutTokens(reader.links) };
}
