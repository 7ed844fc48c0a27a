import type { MilestoneWords, SourceWords } from '../wording/milestone-words.ts';
import type { Letter } from './digest-letter.ts';
import { inline } from './letter-style.ts';

export function Item({ years, labels, ...item }: MilestoneWords & Pick<Letter, 'labels'>) {
  return (
    <table role="presentation" width="100%" cellpadding="0" cellspacing="0">
      <tr>
        <td class="number accent" valign="top" aria-hidden="true" style={inline.number}>
          {years}
        </td>
        <td valign="top" style={inline.facts}>
          <h3 style={inline.pair}>
            <Parties parties={item.parties} />
          </h3>
          <p style={inline.title}>{item.title}</p>
          <p style={inline.observed}>{item.observed}</p>
          <div class="quiet details" style={inline.details}>
            <Details {...item} labels={labels} />
          </div>
        </td>
      </tr>
    </table>
  );
}

function Parties({ parties }: Pick<MilestoneWords, 'parties'>) {
  return parties.map(({ flag, name }, index) => (
    <>
      {index > 0 && ' – '}
      {flag && <span aria-hidden="true">{`${flag}\u00a0`}</span>}
      {name}
    </>
  ));
}

function Details(item: Omit<MilestoneWords, 'years'> & Pick<Letter, 'labels'>) {
  const { labels, cautions, timeline, otherCounts, remarks, sources } = item;
  return (
    <>
      {cautions.length > 0 && (
        <div class="caution" style={inline.caution}>
          {cautions.map((caution) => (
            <div>{caution}</div>
          ))}
        </div>
      )}
      <div>
        {`${labels.timeline}: `}
        {timeline.map(({ text, isThis }, index) => (
          <>
            {index > 0 && ' · '}
            {isThis ? <strong>{text}</strong> : text}
          </>
        ))}
      </div>
      {[...otherCounts, ...remarks].map((line) => (
        <div>{line}</div>
      ))}
      <div>
        {`${labels.sources}: `}
        {sources.map((source, index) => (
          <>
            {index > 0 && '; '}
            <SourceName {...source} />
          </>
        ))}
      </div>
    </>
  );
}

function SourceName({ publisher, url }: SourceWords) {
  if (url === '') return publisher;
  return (
    <a href={url} style={inline.link}>
      {publisher}
    </a>
  );
}
