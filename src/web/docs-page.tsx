import type { DocsMessages } from '../wording/page-messages.ts';
import type { Frame } from './frame.ts';
import { type Answer, findExample, listRoutes, type Media, type OpenApi, type Route, toCurl } from './open-api.ts';
import { page } from './page.tsx';
import { paths } from './paths.ts';
import { toReader } from './reader.ts';
import { describeLimits, describeType, type FieldWords, listFields } from './schema-words.ts';

/** Renders the API's reference from the OpenAPI document. */
export function docsPage(frame: Frame, document: OpenApi): string {
  const { language, words: reader } = toReader(frame);
  const words = reader.docs;
  const routes = listRoutes(document);
  return page(
    frame,
    { title: words.title },
    <div class="reference">
      <div class="lead">
        <h1>{words.title}</h1>
        {language !== 'en' && <p>{words.inEnglish}</p>}
        <Prose text={document.info.description} />
        <p>
          <a href={paths.openApi}>{`${words.document} ${document.info.version}`}</a>
        </p>
      </div>
      <nav aria-label={words.contents}>
        <ul class="contents">
          {routes.map(({ id, method, path, operation }) => (
            <li>
              <a href={`#${id}`}>
                <code>{`${method} ${path}`}</code>
              </a>{' '}
              <span class="quiet" {...english}>
                {operation.summary}
              </span>
            </li>
          ))}
        </ul>
      </nav>
      {routes.map((route) => (
        <RouteReference route={route} document={document} words={words} />
      ))}
    </div>,
  );
}

/** The attributes of text from the document. */
const english = { lang: 'en', dir: 'ltr' } as const;

type InDocument = { readonly document: OpenApi; readonly words: DocsMessages };

function RouteReference({ route, document, words }: InDocument & { route: Route }) {
  const { id, method, path, operation } = route;
  return (
    <section class="operation" id={id}>
      <h2>
        <code>
          <span class="method">{method}</span> {path}
        </code>
      </h2>
      <Prose text={operation.summary} />
      <Prose text={operation.description} />
      <Parameters parameters={operation.parameters ?? []} document={document} words={words} />
      {Object.entries(operation.requestBody?.content ?? {}).map(([type, media]) => (
        <>
          <h3>{words.body}</h3>
          <Body type={type} media={media} document={document} words={words} />
        </>
      ))}
      <h3>{words.answers}</h3>
      {Object.entries(operation.responses ?? {}).map(([status, answer]) => (
        <AnswerReference status={status} answer={answer} document={document} words={words} />
      ))}
      <h3>{words.curl}</h3>
      <Code text={toCurl(route, document)} label={`${words.curl}: ${method} ${path}`} />
    </section>
  );
}

function Parameters({ parameters, document, words }: InDocument & { parameters: Route['operation']['parameters'] }) {
  if (parameters === undefined || parameters.length === 0) return null;
  const fields = parameters.map(({ name, in: place, description, required = false, schema = {} }) => ({
    name: `${name} (${place})`,
    type: describeType(schema, document, words),
    isRequired: required,
    description,
    lines: describeLimits(schema, words),
  }));
  return (
    <>
      <h3>{words.parameters}</h3>
      <Fields fields={fields} words={words} />
    </>
  );
}

function AnswerReference({ status, answer, ...rest }: InDocument & { status: string; answer: Answer }) {
  return (
    <details class="folded">
      <summary>
        <code>{status}</code> <span {...english}>{answer.description}</span>
      </summary>
      <div class="parts">
        {Object.entries(answer.content ?? {}).map(([type, media]) => (
          <Body type={type} media={media} {...rest} />
        ))}
      </div>
    </details>
  );
}

function Body({ type, media, document, words }: InDocument & { type: string; media: Media }) {
  const example = findExample(media, document);
  return (
    <>
      <p>
        <code>{type}</code>
      </p>
      {media.schema && <Fields fields={listFields(media.schema, document, words)} words={words} />}
      {example !== undefined && (
        <Code text={typeof example === 'string' ? example : JSON.stringify(example, null, 2)} label={words.example} />
      )}
    </>
  );
}

function Fields({ fields, words }: { fields: readonly FieldWords[]; words: DocsMessages }) {
  if (fields.length === 0) return null;
  return (
    <dl class="fields">
      {fields.map(({ name, type, isRequired, description, lines }) => (
        <div>
          <dt>
            <code>{name}</code> <span class="quiet">{isRequired ? `${type}, ${words.required}` : type}</span>
          </dt>
          {description && (
            <dd {...english}>
              <Marked text={description} />
            </dd>
          )}
          {lines.map((line) => (
            <dd>
              <Marked text={line} />
            </dd>
          ))}
        </div>
      ))}
    </dl>
  );
}

/** A block of code, in which wide lines scroll, also by keyboard. */
function Code({ text, label }: { text: string; label: string }) {
  return (
    <section class="code" tabindex={0} aria-label={label}>
      <pre dir="ltr">{text}</pre>
    </section>
  );
}

function Prose({ text = '' }: { text?: string | undefined }) {
  return text
    .split(/\n{2,}/)
    .filter((paragraph) => paragraph.trim() !== '')
    .map((paragraph) => (
      <p {...english}>
        <Marked text={paragraph} />
      </p>
    ));
}

/** Text with `code` in backticks: the only Markdown in the document's descriptions. */
function Marked({ text }: { text: string }) {
  return text.split('`').map((part, index) => (index % 2 === 1 ? <code>{part}</code> : part));
}
