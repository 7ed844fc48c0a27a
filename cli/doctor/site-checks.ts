import { linkSigner } from '../../src/adapters/lambda/link-signer.ts';
import { paths } from '../../src/web/paths.ts';
import { type Check, fail, ofParts, pass } from './finding.ts';

/** A time (ms) longer than a confirm link is valid. */
const PAST_EVERY_CONFIRMATION_MS = 72 * 3_600_000;
/** The greatest clock skew (ms) that passes; AWS rejects requests that are five minutes off. */
const MAX_CLOCK_SKEW_MS = 60_000;

/** The checks that people can reach the pages, and that links in mails work. */
export const siteChecks: readonly Check[] = [
  {
    name: 'secret',
    about: 'the keys that sign links exist',
    look: ofParts(async ({ linkKeys }) =>
      linkKeys().then(
        ({ earlier }) => pass(`the present one and ${earlier.length} earlier`),
        () => fail('missing or not readable', 'docs/deploy.md, "Link-signing keys"'),
      ),
    ),
  },
  {
    name: 'URL',
    about: 'the site answers',
    look: ofParts(async ({ siteUrl }) => {
      const said = await ask(`${siteUrl}/health`).then(({ status }) => String(status), causeOf);
      return said === '200'
        ? pass(siteUrl)
        : fail(`${siteUrl}: ${said}`, 'docs/runbook.md, "Pages fail"; on this machine: npm start, and its variables');
    }),
  },
  {
    name: 'token',
    about: 'the site accepts links signed with the keys',
    look: ofParts(async ({ siteUrl, linkKeys, now }) => {
      const longAgo = new Date(now().getTime() - PAST_EVERY_CONFIRMATION_MS);
      const token = linkSigner(await linkKeys()).sign(
        'confirm',
        { subscriberId: 'doctor', subscriptionVersion: 0 },
        longAgo,
      );
      const { status } = await ask(`${siteUrl}${paths.confirm}?t=${token}`);
      if (status === GENUINE_BUT_EXPIRED) return pass('genuine');
      return fail(
        `a link of ours is answered with ${status}`,
        'the functions have other keys: docs/deploy.md, "Link-signing keys", says how to restart them (on this machine: start again)',
      );
    }),
  },
  {
    name: 'clock',
    about: 'this clock and that of the site agree',
    look: ofParts(async ({ siteUrl, now }) => {
      const there = Date.parse((await ask(`${siteUrl}/health`)).headers.get('date') ?? '');
      const seconds = Math.round((now().getTime() - there) / 1000);
      return Math.abs(seconds) * 1000 <= MAX_CLOCK_SKEW_MS
        ? pass(`within ${Math.abs(seconds)} s`)
        : fail(`${seconds} s apart`, 'synchronise this clock: timedatectl set-ntp true');
    }),
  },
  {
    name: 'time zones',
    about: 'this Node.js has time-zone data, and which release of it',
    look: async () => pass(`${process.versions.tz} (Node.js ${process.versions.node})`),
  },
];

/** The status of a page for a valid but expired token, so that the doctor needs nobody's valid link. */
const GENUINE_BUT_EXPIRED = 410;

function ask(url: string): Promise<Response> {
  return fetch(url, { signal: AbortSignal.timeout(20_000) });
}

function causeOf(error: unknown): string {
  return error instanceof Error ? String(error.cause ?? error.message) : String(error);
}
