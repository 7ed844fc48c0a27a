import type { Weekday } from '../../domain/calendar-date.ts';
import type { MilestonePolicy } from '../../domain/milestone.ts';
import type { Preferences } from '../../domain/preferences.ts';
import type { EventKind } from '../../domain/relation-event.ts';
import type { FooterMessages } from '../catalogue.ts';
import { listed } from './counts.ts';
import { date, formats } from './dates.ts';
import { names } from './names.ts';

/** The most states, pairs or numbers listed, to limit the size of the mail. */
const LISTED = 12;

export const footer: FooterMessages = {
  why: 'Вы получаете эту сводку по подписке на Jubilee с такими настройками:',
  follows: ({ states, pairs }) => {
    const followed = [...states.map(names.state), ...pairs.map((pair) => names.pair(pair))];
    return `Отслеживаются: ${followed.length === 0 ? 'все государства' : listed(followed, LISTED)}`;
  },
  kinds: (kinds) => `События: ${listed(kinds.map((kind) => acts[kind]))}`,
  policy: (policy) => `Годовщины: ${counting(policy)}`,
  leadTimes: (leadTimes) => `Напоминание: ${notice(leadTimes)}`,
  schedule: ({ hour, timeZone, ...rhythm }) =>
    `Сводка: ${sending(rhythm)} в ${String(hour).padStart(2, '0')}:00 (${timeZone})`,
  includeSevered: 'Также разорванные отношения',
  sendEmpty: 'Писать и тогда, когда памятных дат нет',
  changePreferences: 'Изменить эти настройки',
  unsubscribe: 'Отписаться',
  openSite: 'Открыть сайт Jubilee',
  asOf: ({ read, partlyUntil }) =>
    `Данные по состоянию на дату: ${date(read)}; более поздние изменения учтены частично (${date(partlyUntil)}).`,
  attribution:
    'Даты взяты из источников, названных при каждой записи, в том числе из статей участников Википедии (CC BY-SA 4.0; только названия и даты), материалов Исторического отдела Госдепартамента США и министерств иностранных дел. Возможны ошибки: пожалуйста, проверяйте даты, прежде чем на них полагаться.',
};

const acts: Readonly<Record<EventKind, string>> = {
  recognised: 'признание',
  consular: 'консульские отношения',
  established: 'установление',
  upgraded: 'повышение уровня',
  severed: 'разрыв',
  resumed: 'восстановление',
};

/** Weekdays after `every`, in the accusative. */
const everyWeekday: Readonly<Record<Weekday, string>> = {
  monday: 'каждый понедельник',
  tuesday: 'каждый вторник',
  wednesday: 'каждую среду',
  thursday: 'каждый четверг',
  friday: 'каждую пятницу',
  saturday: 'каждую субботу',
  sunday: 'каждое воскресенье',
};

function counting(policy: MilestonePolicy): string {
  if (policy === 'fives') return 'первая и каждая пятая';
  if (policy === 'tens') return 'каждая десятая';
  if (policy === 'jubilees') return 'каждая двадцать пятая';
  if (policy === 'every') return 'каждая';
  return listed(
    policy.map((count) => `${count}-я`),
    LISTED,
  );
}

/** Lists lead times, with the day before on its own: «за 7 и 1 день» would read as eight. */
function notice(leadTimes: readonly number[]): string {
  const ahead = leadTimes.filter((days) => days > 1).sort((one, other) => other - one);
  const unit = formats.plural(ahead.at(-1) ?? 0, { one: 'день', few: 'дня', many: 'дней', other: 'дня' });
  const parts = [
    ahead.length > 0 ? `за ${listed(ahead.map(String), LISTED)} ${ahead.length > LISTED ? 'дней' : unit}` : '',
    leadTimes.includes(1) ? 'накануне' : '',
    leadTimes.includes(0) ? 'в день годовщины' : '',
  ].filter((part) => part !== '');
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} и ${parts.at(-1)}`;
}

function sending({ frequency, weekday }: Pick<Preferences, 'frequency' | 'weekday'>): string {
  if (frequency === 'daily') return 'ежедневно';
  if (frequency === 'monthly') return '1-го числа каждого месяца';
  return everyWeekday[weekday];
}
