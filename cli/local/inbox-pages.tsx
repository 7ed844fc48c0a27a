import { html } from 'hono/html';
import type { Child } from 'hono/jsx';
import type { InboxEntry, OpenedMail } from './opened-mails.ts';

/** The most lines of the inbox; the rest is in `/inbox.json`. */
const MAX_LINES = 200;

export function inboxPage(entries: readonly InboxEntry[]) {
  const shown = entries.slice(0, MAX_LINES);
  return page(
    'Inbox',
    <>
      <h1>Inbox</h1>
      <p class="quiet">
        {entries.length === 1 ? '1 mail' : `${entries.length} mails`} that the embedded SES accepted, newest first. None
        has left this machine.
      </p>
      {shown.length === 0 && <p class="empty">Nothing here yet.</p>}
      <ul class="mails">
        {shown.map(({ id, to, subject, receivedAt }) => (
          <li>
            <a href={`/inbox/${id}`}>{subject || '(no subject)'}</a>
            <span class="quiet">
              {to} · <Instant iso={receivedAt} />
            </span>
          </li>
        ))}
      </ul>
      {entries.length > shown.length && (
        <p>
          {entries.length - shown.length} older ones are in <a href="/inbox.json">inbox.json</a>.
        </p>
      )}
    </>,
  );
}

export function mailPage({ entry, content }: OpenedMail) {
  const subject = entry.subject || '(no subject)';
  return page(
    subject,
    <>
      <nav>
        <a href="/inbox">← Inbox</a>
        <a href={`/inbox/${entry.id}.eml`}>Raw mail</a>
      </nav>
      <h1>{subject}</h1>
      <p class="quiet">
        From {content.from?.name} {content.from?.address && `<${content.from.address}>`} to {entry.to} ·{' '}
        <Instant iso={entry.receivedAt} />
      </p>
      {content.html && (
        <iframe
          title="The mail"
          src={`/inbox/${entry.id}/html`}
          sandbox="allow-popups allow-popups-to-escape-sandbox"
        />
      )}
      <Part title="Text part">{content.text ?? '(none)'}</Part>
      <Part title="Headers">{content.headerLines.map(({ line }) => line).join('\n')}</Part>
    </>,
  );
}

export function notFoundPage() {
  return page(
    'Not found',
    <>
      <h1>Not found</h1>
      <p>
        There is no such mail. <a href="/inbox">Back to the inbox</a>
      </p>
    </>,
  );
}

function Part({ title, children }: { readonly title: string; readonly children: Child }) {
  return (
    <details>
      <summary>{title}</summary>
      <pre tabindex={0}>{children}</pre>
    </details>
  );
}

const clock = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });

function Instant({ iso }: { readonly iso: string }) {
  return <time datetime={iso}>{clock.format(new Date(iso))} UTC</time>;
}

function page(title: string, content: Child) {
  return html`<!doctype html>${(
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} · Jubilee`}</title>
        <link rel="stylesheet" href="/inbox/style.css" />
      </head>
      <body>
        <main>{content}</main>
      </body>
    </html>
  )}`;
}
