import type { Child } from 'hono/jsx';
import type { Frame } from './frame.ts';
import { LanguageButtons, LanguageSwitch } from './in-language.tsx';
import { paths } from './paths.ts';
import { ReaderProvider, toReader, useReader } from './reader.ts';
import { SearchBox } from './search-box.tsx';

type Head = {
  readonly title: string;
  /** The description for search engines, in one sentence. */
  readonly description?: string;
  /** The canonical address of a page that has several. */
  readonly canonical?: string;
  /** Whether it is behind a personal link or answers a personal request: it is not indexed, and its address is not sent to other sites. */
  readonly isPersonal?: boolean;
  /** Whether it has a form (`typedForm`) with entries to keep when the language changes. */
  readonly isTyped?: boolean | undefined;
};

/** Renders a whole page as HTML. */
export function page(frame: Frame, head: Head, children: Child): string {
  const { language, address } = frame;
  const reader = toReader(frame);
  const document = (
    <ReaderProvider value={reader}>
      <html lang={language} dir={reader.words.direction}>
        <DocumentHead {...head} {...frame} />
        <body>
          <Header languages={head.isTyped ? <LanguageButtons /> : address && <LanguageSwitch address={address} />} />
          <main id="content">{children}</main>
          <Footer />
        </body>
      </html>
    </ReaderProvider>
  );
  return `<!doctype html>\n${document.toString()}\n`;
}

function DocumentHead({ title, description, canonical, isPersonal = false, assets, siteUrl }: Head & Frame) {
  const { name } = useReader().words.frame;
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width,initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      {isPersonal && <meta name="robots" content="noindex" />}
      {isPersonal && <meta name="referrer" content="no-referrer" />}
      <title>{title.startsWith(name) ? title : `${title} · ${name}`}</title>
      {description && <meta name="description" content={description} />}
      {canonical && <link rel="canonical" href={siteUrl + canonical} />}
      <link rel="icon" href="data:," />
      <link rel="stylesheet" href={assets.style} />
      <script src={assets.script} type="module" />
    </head>
  );
}

function Header({ languages }: { languages: Child }) {
  const {
    link,
    words: { frame },
  } = useReader();
  return (
    <header class="masthead">
      <a class="skip" href="#content">
        {frame.skipToContent}
      </a>
      {languages}
      <a class="wordmark" href={link(paths.front)}>
        {frame.name}
      </a>
      <SearchBox />
      <nav aria-label={frame.navigation}>
        <a href={link(paths.front)}>{frame.anniversaries}</a>
        <a href={link(paths.statePages)}>{frame.states}</a>
        <a href={link(paths.planner)}>{frame.planner}</a>
        <a href={link(paths.year)}>{frame.year}</a>
        <a href={link(paths.subscribe)}>{frame.subscribe}</a>
        <a href={link(paths.docs)}>{frame.api}</a>
      </nav>
    </header>
  );
}

function Footer() {
  const {
    link,
    words: { frame },
  } = useReader();
  return (
    <footer class="colophon">
      <p>
        {frame.attribution} <a href={link(paths.about)}>{frame.about}</a>
      </p>
    </footer>
  );
}
