import { type Circumstances, type Doubt, doubts, levels, manners, tags } from '../../domain/relation-event.ts';
import { type Interpretation, words } from './table.ts';

/** The columns that qualify an act in claims and events. */
export const circumstanceColumns = ['as', 'by', 'level', 'manner', 'doubt', 'tag', 'remark'] as const;

const NONE: Circumstances = {};

/** Parses the cells of `circumstanceColumns`, or explains why they are invalid. */
export function interpretCircumstances(cells: readonly string[]): Interpretation<Circumstances> {
  if (cells.every((cell) => cell === '')) return { value: NONE };
  const [as = '', by = '', levelText = '', mannerText = '', doubtText = '', tagText = '', remark = ''] = cells;
  const reasons: string[] = [];
  const readWord = <Word extends string>(column: string, text: string, known: readonly Word[]): Word | undefined => {
    const word = known.find((one) => one === text);
    if (word === undefined && text !== '') reasons.push(`unknown ${column} "${text}": one of ${known.join(', ')}`);
    return word;
  };
  const level = readWord('level', levelText, levels);
  const manner = readWord('manner', mannerText, manners);
  const tag = readWord('tag', tagText, tags);
  const doubted: Doubt[] = words(doubtText).flatMap((text) => readWord('doubt', text, doubts) ?? []);
  if (by !== '' && !/^[A-Z]{2}$/.test(by)) reasons.push(`by is "${by}": write the code of the state that acted`);
  if (reasons.length > 0) return { reasons };
  return {
    value: {
      ...(as !== '' && { as: words(as) }),
      ...(by !== '' && { by }),
      ...(level && { level }),
      ...(manner && { manner }),
      ...(doubted.length > 0 && { doubts: doubted }),
      ...(tag && { tag }),
      ...(remark !== '' && { remark }),
    },
  };
}

export function circumstanceCells({ as = [], by, level, manner, doubts: doubted = [], tag, remark }: Circumstances) {
  return [as.join(' '), by ?? '', level ?? '', manner ?? '', doubted.join(' '), tag ?? '', remark ?? ''];
}

/** Combines the circumstances of several claims about one act: the first word of each sort, all predecessors, doubts and remarks. */
export function combineCircumstances(all: readonly Circumstances[]): Circumstances {
  const first = <Key extends 'by' | 'level' | 'manner' | 'tag'>(key: Key) => all.find((one) => one[key])?.[key];
  const [by, level, manner, tag] = [first('by'), first('level'), first('manner'), first('tag')];
  const as = unique(all.flatMap((one) => one.as ?? []));
  const doubted = unique(all.flatMap((one) => one.doubts ?? []));
  const remark = unique(all.flatMap((one) => one.remark?.split('; ') ?? [])).join('; ');
  return {
    ...(as.length > 0 && { as }),
    ...(by && { by }),
    ...(level && { level }),
    ...(manner && { manner }),
    ...(doubted.length > 0 && { doubts: doubted }),
    ...(tag && { tag }),
    ...(remark !== '' && { remark }),
  };
}

function unique<Word>(list: readonly Word[]): Word[] {
  return [...new Set(list)];
}
