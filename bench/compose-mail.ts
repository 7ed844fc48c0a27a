import { ok } from 'node:assert/strict';
import { newComposer, writeMime } from '../src/adapters/ses/mime.ts';
import { digestLetter } from '../src/mail/digest-letter.ts';
import { digestMail, type Mail } from '../src/mail/digest-mail.ts';
import { digestTemplate } from '../src/mail/digest-template.ts';
import { digestHeaders } from '../src/mail/mail-headers.ts';
import { cutDigest, everything, from, readerNumber, sentAt, to } from './mails.ts';
import { sideBySide } from './measure.ts';
import { reactEmail } from './react-email.ts';
import { judge, type Result } from './result.ts';

const items = 25;
const day = '2026-09-26';
const preferences = { ...everything, leadTimes: [0] };
const digest = cutDigest({ from: day, through: day }, preferences, items);

/** Measures composing mails, each for another reader with their own links: from the digest, rendered once for all, to the bytes for SES. */
export async function measureComposeMail(): Promise<Result[]> {
  await assertSameContent();
  const sample = { rounds: 7, times: { ours: 40, yardstick: 40 } };
  const react = await sideBySide({ ...sample, ours: ourMime, yardstick: reactMime });
  const alone = await sideBySide({ ...sample, ours: () => mime(ourMail()), yardstick: reactMime });
  const finished = ourMail();
  const bare = await sideBySide({ ...sample, ours: ourMime, yardstick: () => composed(finished) });
  const share = { unit: 'mails/s', value: 1000 / bare.value, yardstick: 1000 / bare.yardstick };
  return [
    judge(
      { name: `compose-mail: ${items} items`, unit: 'ms CPU', beside: 'React Email + MailComposer', ...react },
      { ratio: 1 / 2 },
    ),
    judge({
      name: 'compose-mail: one that nobody else wants',
      unit: 'ms CPU',
      beside: 'React Email + MailComposer',
      ...alone,
    }),
    judge({ name: 'compose-mail: beside bare MailComposer', beside: 'finished parts', ...share }),
  ];
}

let readers = 0;

function nextReader() {
  readers += 1;
  return readerNumber(readers, preferences);
}

const ourMail = (): Mail => digestMail(digest, nextReader());
const template = digestTemplate(digest, nextReader());
const ourMime = (): Buffer => mime(template(nextReader()));
const reactMime = async (): Promise<Buffer> => composed(await reactMail());

async function reactMail(): Promise<Mail> {
  const reader = nextReader();
  const letter = digestLetter(digest, reader, items);
  return { subject: letter.heading, ...(await reactEmail(letter)), headers: digestHeaders(digest, reader) };
}

function mime(mail: Mail): Buffer {
  return writeMime({ from, to, mail, date: sentAt });
}

/** Writes a mail by MailComposer itself. */
function composed(mail: Mail): Promise<Buffer> {
  return newComposer({ from, to, mail, date: sentAt }).compile().build();
}

/** Asserts that both mails list every item with its sources, and the settings, in both parts. */
async function assertSameContent(): Promise<void> {
  const [ours, react] = [ourMail(), await reactMail()];
  const { groups, footer } = digestLetter(digest, readerNumber(0, preferences), items);
  const titles = groups.flatMap((group) =>
    group.items.flatMap(({ title, sources }) => [title, ...sources.map(({ publisher }) => publisher)]),
  );
  ok(groups.flatMap((group) => group.items).length === items);
  for (const words of [...titles, ...footer.settings]) {
    for (const part of [ours.html, ours.text, react.html, react.text]) ok(spaced(part).includes(spaced(words)), words);
  }
}

/** Removes character references and line breaks. */
function spaced(text: string): string {
  return text
    .replaceAll('&#x27;', "'")
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replaceAll('&quot;', '"')
    .replace(/\s+/g, ' ');
}
