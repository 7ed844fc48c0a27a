import type { Child } from 'hono/jsx';
import type { Language } from '../domain/preferences.ts';
import { pagesIn } from '../wording/pages.ts';
import { wordingIn } from '../wording/wording.ts';
import { type Address, keepingLanguage, LanguageSwitch } from './in-language.tsx';
import { paths } from './paths.ts';

/** What every page is set in: the reader's language, where the stylesheet and the form's script are served, and where the site is. */
export type Frame = {
  readonly language: Language;
  readonly assets: Assets;
  /** Absolute, without a slash at the end. */
  readonly siteUrl: string;
  /** Of a page that can be read in other languages: one that a subscriber opens is in theirs. */
  readonly address?: Address | undefined;
};

/** Addresses on our own host; with the content's hash in them they may be cached for ever. */
export type Assets = { readonly style: string; readonly form: string };

type Head = {
  readonly title: string;
  /** What the page tells, in a sentence, to who finds it by a search. */
  readonly description?: string;
  /** The one address of a page that can be reached by several. */
  readonly canonical?: string;
  /** Opened by a personal link, or the answer to a personal request: no search engine keeps it, no other site learns its address. */
  readonly isPersonal?: boolean;
  /** Has a form for the script to help with. */
  readonly hasForm?: boolean;
};

/** A whole page as HTML: the text that is answered to the browser. */
export function page(frame: Frame, head: Head, children: Child): string {
  const { language, address } = frame;
  const { direction } = wordingIn(language);
  const document = (
    <html lang={language} dir={direction}>
      <DocumentHead {...head} {...frame} />
      <body>
        <Header language={language} />
        <main id="content">{children}</main>
        <Footer {...frame} address={head.isPersonal ? undefined : address} />
      </body>
    </html>
  );
  const html = document.toString();
  return `<!doctype html>\n${address?.namesLanguage ? keepingLanguage(html, language) : html}\n`;
}

function DocumentHead({ title, description, canonical, isPersonal = false, hasForm = false, ...frame }: Head & Frame) {
  const { language, assets, siteUrl } = frame;
  const { name } = pagesIn(language).frame;
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
      {hasForm && <script src={assets.form} type="module" />}
    </head>
  );
}

function Header({ language }: Pick<Frame, 'language'>) {
  const { frame } = pagesIn(language);
  return (
    <header class="masthead">
      <a class="skip" href="#content">
        {frame.skipToContent}
      </a>
      <a class="wordmark" href={paths.front}>
        {frame.name}
      </a>
      <nav aria-label={frame.navigation}>
        <a href={paths.front}>{frame.anniversaries}</a>
        <a href={paths.statePages}>{frame.states}</a>
        <a href={paths.planner}>{frame.planner}</a>
        <a href={paths.year}>{frame.year}</a>
        <a href={`${paths.front}#subscribe`}>{frame.subscribe}</a>
        <a href={paths.docs}>{frame.api}</a>
      </nav>
    </header>
  );
}

function Footer({ language, address }: Pick<Frame, 'language' | 'address'>) {
  const { frame } = pagesIn(language);
  return (
    <footer class="colophon">
      {address && <LanguageSwitch language={language} address={address} />}
      <p>
        {frame.attribution} <a href={paths.about}>{frame.about}</a>
      </p>
    </footer>
  );
}
