import { isolatedName } from '../wording/isolation.ts';
import type { MilestoneWords, SourceWords } from '../wording/milestone-words.ts';
import type { Letter, LetterItem } from './digest-letter.ts';
import { inline } from './letter-style.ts';
import { Said } from './said.tsx';

export function Item({ years, labels, direction, ...item }: LetterItem & Pick<Letter, 'labels' | 'direction'>) {
  return (
    <table role="presentation" width="100%" cellpadding="0" cellspacing="0">
      <tr>
        <td class="number accent" valign="top" aria-hidden="true" style={inline.number[direction]}>
          {years}
        </td>
        <td valign="top" style={inline.facts}>
          <h3 style={inline.pair}>
            <a href={item.links.page.url} style={inline.link}>
              <Parties parties={item.parties} />
            </a>
          </h3>
          <p style={inline.title}>
            <Said>{item.title}</Said>
          </p>
          <p style={inline.observed}>
            <Said>{item.observed}</Said>
          </p>
          <div class="quiet details" style={inline.details}>
            <Details {...item} labels={labels} direction={direction} />
          </div>
        </td>
      </tr>
    </table>
  );
}

export function Parties({ parties }: Pick<MilestoneWords, 'parties'>) {
  return parties.map(({ flag, name }, index) => (
    <>
      {index > 0 && ' – '}
      {flag && <span aria-hidden="true">{`${flag}\u00a0`}</span>}
      {name}
    </>
  ));
}

function Details(item: Omit<LetterItem, 'years'> & Pick<Letter, 'labels' | 'direction'>) {
  const { labels, direction, cautions, timeline, otherCounts, remarks, sources, links } = item;
  return (
    <>
      {cautions.length > 0 && (
        <div class="caution" style={inline.caution[direction]}>
          {cautions.map((caution) => (
            <div>
              <Said>{caution}</Said>
            </div>
          ))}
        </div>
      )}
      <div>
        {labels.timeline}
        {timeline.map(({ text, isThis }, index) => (
          <>
            {index > 0 && ' · '}
            {isThis ? (
              <strong>
                <Said>{text}</Said>
              </strong>
            ) : (
              <Said>{text}</Said>
            )}
          </>
        ))}
      </div>
      {[...otherCounts, ...remarks].map((line) => (
        <div>
          <Said>{line}</Said>
        </div>
      ))}
      <div>
        {labels.sources}
        {sources.map((source, index) => (
          <>
            {index > 0 && ' · '}
            <SourceName {...source} />
          </>
        ))}
      </div>
      <ul style={inline.list}>
        {Object.values(links).map(({ text, url }) => (
          <li style={inline.itemLink}>
            <a href={url} style={inline.link}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

export function SourceName({ publisher, url }: SourceWords) {
  const name = <Said>{isolatedName(publisher)}</Said>;
  if (url === '') return name;
  return (
    <a href={url} style={inline.link}>
      {name}
    </a>
  );
}
