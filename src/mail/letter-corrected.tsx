import type { Letter } from './digest-letter.ts';
import type { LetterCorrection, LetterCorrections } from './letter-corrections.ts';
import { LinkList } from './letter-frame.tsx';
import { Parties, SourceName } from './letter-item.tsx';
import { inline } from './letter-style.ts';
import { Said } from './said.tsx';

type Setting = Pick<Letter, 'labels' | 'direction'>;

/** The section on corrected dates: the old and the new one, the reason and the sources. */
export function Corrections({ title, items, more, ...setting }: LetterCorrections & Setting) {
  return (
    <>
      <h2 class="rule" style={inline.group}>
        {title}
      </h2>
      <ul style={inline.list}>
        {items.map((item) => (
          <li style={inline.facts}>
            <Corrected {...item} {...setting} />
          </li>
        ))}
      </ul>
      {more && <LinkList links={[more]} />}
    </>
  );
}

function Corrected({ parties, page, before, now, milestone, why, sources, labels }: LetterCorrection & Setting) {
  return (
    <>
      <h3 style={inline.pair}>
        <a href={page.url} style={inline.link}>
          <Parties parties={parties} />
        </a>
      </h3>
      <p class="quiet" style={inline.note}>
        <Said>{before}</Said>
      </p>
      <p style={inline.title}>
        <Said>{now}</Said>
      </p>
      {[...milestone, why].map(
        (line) =>
          line && (
            <p style={inline.observed}>
              <Said>{line}</Said>
            </p>
          ),
      )}
      {sources.length > 0 && (
        <p class="quiet" style={inline.note}>
          {labels.sources}
          {sources.map((source, index) => (
            <>
              {index > 0 && ' · '}
              <SourceName {...source} />
            </>
          ))}
        </p>
      )}
      <p style={inline.note}>
        <a href={page.url} style={inline.link}>
          {page.text}
        </a>
      </p>
    </>
  );
}
