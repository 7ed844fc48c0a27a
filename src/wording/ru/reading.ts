import {
  type CalendarDate,
  type PartialDate,
  parsePartialDate,
  weekdayOf,
  yearOf,
} from '../../domain/calendar-date.ts';
import type { DayKey } from '../../domain/day-key.ts';
import type { Evidence } from '../../domain/relation-event.ts';
import type { Grade } from '../../domain/source.ts';
import { dataAsOf } from '../as-of.ts';
import { beside, capitalised, yearsBetween } from '../formats.ts';
import type { AboutCounts, ReadingMessages } from '../reading-messages.ts';
import { years } from './counts.ts';
import { date, daysOf, formats, on, since } from './dates.ts';
import { footer } from './footer.ts';
import { form } from './form.ts';
import { names } from './names.ts';

const { state } = names;

export const reading: ReadingMessages = {
  filter: {
    legend: 'Что показано',
    state: 'Страна',
    wholeWorld: 'Весь мир',
    kind: 'Событие',
    usualKinds: 'Установление, повышение уровня, восстановление',
    policy: 'Годовщины',
    show: 'Показать',
  },
  day: {
    previous: 'Предыдущий день',
    next: 'Следующий день',
    policies: 'Какие годовщины',
    noneOfThese: 'Ни одна из этих годовщин не приходится на эту дату.',
    allYears: (day) => `${dayOfYear(day)} во все годы`,
    inAllYears: (day) => `${dayOfYear(day)} во все годы`,
    lede: 'Все учтённые события этого дня года, начиная с самых ранних.',
    none: 'На этот день года событий не учтено.',
    inYear: (day, year) => `Что приходится на ${dayOfYear(day)} ${year} г.`,
  },
  search: {
    title: 'Поиск',
    hint: 'Страна, две страны или дата',
    which: 'Что Вы имеете в виду?',
    didYouMean: 'Возможно, Вы имели в виду',
    nothing: 'Ничего не найдено. Введите название страны, двух стран (Китай Лесото) или дату (12 января).',
    noSuchDay: 'Такого дня нет в календаре.',
  },
  states: {
    title: 'Страны',
    lede: 'Отношения каждого государства со всеми остальными: когда они начались, были разорваны и восстановлены и какие годовщины впереди.',
    partners: (inForce) =>
      `${inForce} ${formats.plural(inForce, { one: 'партнёр', few: 'партнёра', many: 'партнёров', other: 'партнёра' })}`,
  },
  state: {
    description: (code) =>
      `${state(code)}: дипломатические отношения, их начало, разрывы, восстановление и предстоящие годовщины.`,
    relations: ({ inForce, severed }) =>
      severed === 0
        ? `Государств, с которыми есть отношения: ${inForce}.`
        : `Государств, с которыми есть отношения: ${inForce}; отношения разорваны или приостановлены: ${severed}.`,
    since: (when) => `Основание или независимость: ${date(when)}`,
    unMemberSince: (when) => `Член Организации Объединённых Наций ${since(when)}`,
    unSeatSince: (when) =>
      `Член Организации Объединённых Наций ${since(when)} Место перешло от прежнего государства или правительства к нынешнему.`,
    contested:
      'Одни государства его признают, другие нет. Оно приведено здесь, потому что учтены отношения с ним; список не выражает позиции о его статусе.',
    organisations: {
      EU: 'Союз европейских государств, образованный 1 ноября 1993 года; не является государством. Поддерживает собственные отношения и считает своими отношения Европейского экономического сообщества, из которого возник. Приведены только отношения, начало которых подтверждено по первоисточнику; есть и другие.',
      XO: 'Религиозный орден мирян Католической церкви с резиденцией в Риме. Не имеет территории и поддерживает собственные отношения как субъект международного права. Приведены только отношения, начало которых подтверждено по первоисточнику; есть и другие.',
    },
    ended: (when) => `Государство прекратило существование ${on(when)} Годовщины его отношений не отмечаются.`,
    followedBy: 'Государства-преемники',
    cameFrom: 'Предшественник',
    next: 'Ближайшие памятные даты',
    noneNext: 'В ближайшие 12 месяцев памятных дат нет.',
    year: (year) => `${year} год по дням`,
    picture: 'Отношения во времени',
    howToRead: 'Каждая линия — партнёр, по регионам, в порядке начала отношений. Прерванная линия показывает разрыв.',
    clipped: (start) => `Линия у края началась раньше ${yearOf(start)} года.`,
    inForce: 'отношения есть',
    severed: 'отношения разорваны',
    spans: (inForce) => inForce.map(({ from, until }) => yearsOf(from, until)).join(', '),
    withoutRelations: {
      title: 'Без датированных отношений',
      lines: [
        'С этими государствами учтены только признание или консульские отношения либо разрыв отношений, начало которых не учтено.',
      ],
    },
  },
  relation: {
    description: (pair) =>
      `${names.pair(pair)}: дипломатические отношения, каждое датированное событие с источниками и предстоящие годовщины.`,
    status: {
      inForce: (when) =>
        when === undefined
          ? 'Дипломатические отношения поддерживаются.'
          : `Дипломатические отношения поддерживаются ${since(when)}`,
      severed: (when) => (when === undefined ? 'Отношения разорваны.' : `Отношения разорваны ${since(when)}`),
      suspended: (when) =>
        when === undefined ? 'Отношения приостановлены; дата не учтена.' : `Отношения приостановлены ${since(when)}`,
    },
    without: 'Дипломатических отношений нет.',
    none: 'Дипломатические отношения не учтены: только события ниже.',
    ended: (when) => `Одно из двух государств прекратило существование ${on(when)}`,
    picture: 'Отношения во времени',
    periods: {
      asTable: 'В виде таблицы',
      from: 'С',
      until: 'По',
      status: 'Состояние',
      today: 'сегодня',
      undated: 'окончание не учтено',
    },
    table: 'Что произошло и кто об этом сообщает',
    act: 'Событие',
    date: 'Дата',
    sources: 'Источники',
    grades: { official: 'официальный', encyclopedia: 'энциклопедия', press: 'печать', weak: 'слабый' },
    why: (preference) => {
      if (preference.why === 'undecided')
        return 'Ни одна из дат не перевешивает: проверьте, прежде чем полагаться на одну из них.';
      if (preference.why === 'better-source')
        return `Предпочтена, потому что ${gradeNames[preference.grade]} весомее, чем ${gradeNames[preference.over]}.`;
      if (preference.why === 'more-sources')
        return `Предпочтена по числу источников: ${preference.sources} против ${preference.against}.`;
      return 'Предпочтена, потому что её источники весомее: они независимы друг от друга или называют вступление в силу.';
    },
    discontinued: (numbers) =>
      `Не влияют на состояние отношений и годовщины как акты предшественника, которые нынешнее государство не считает своими: ${formats.and(numbers)}.`,
    bothGive: (givers) =>
      `Правительства называют разные даты: ${givers.map(({ state: code, date: day }) => `${state(code)} — ${date(day)}`).join(', ')}.`,
    rulings: 'Решение редакции',
    coming: 'Предстоящие памятные даты',
    noneComing: 'В ближайшие десять лет памятных дат нет.',
    silent: 'Пока отношения разорваны или приостановлены, их годовщины не объявляются.',
    facts: {
      title: 'Факты для вставки',
      lines: [
        'Каждая предстоящая памятная дата простым текстом для послания или плана: формулировка, день недели в обеих столицах, хронология, источники.',
      ],
      inAll: 'На всех шести языках',
      inOne: 'Только на этом языке',
    },
    report: {
      title: 'Здесь ошибка?',
      lines: ['Лучшее исправление — лучший источник: назовите его и дату, которую он приводит.'],
      link: 'Сообщить об ошибке',
    },
    issue: (pair, address) => ({
      title: `Исправление: ${names.pair(pair)} (${pair})`,
      body: `Страница: ${address}\n\nКакое событие и в чём ошибка:\n\nПравильная дата:\n\nИсточник (издатель и адрес в сети):\n`,
    }),
  },
  planner: {
    title: 'План',
    lede: 'Памятные даты ближайших месяцев на одной странице: для страны, двух стран, региона или всего мира. Можно планировать, печатать и брать с собой.',
    description:
      'Дипломатические годовщины страны на ближайшие два года: по месяцам, с насыщенными неделями и с этим днём в обеих столицах.',
    state: 'Страна',
    partner: 'С кем',
    allPartners: 'все партнёры',
    region: 'Или регион',
    noRegion: 'не выбран',
    firstMonth: 'Первый месяц',
    firstMonthHint: 'Например 2027-01; пусто — с сегодняшнего дня.',
    years: 'На какой срок',
    yearsOf: years,
    show: 'Показать план',
    heading: (name) => `План: ${name}`,
    span: (span) => capitalised(daysOf(span)),
    summary: ({ milestones, busyWeeks: weeks }) =>
      weeks === 0 ? `${due(milestones)}.` : `${due(milestones)}, ${busyWeeks(weeks)}.`,
    busyWeek: ({ milestones, ...span }) => `${due(milestones)} за одну неделю: ${daysOf(span)}`,
    day: 'День',
    dayInMonth: (day) => `${Number(day.slice(8))}, ${weekdayName(day)}`,
    milestone: 'Памятная дата',
    inBothCapitals: 'В обеих столицах',
    emptyMonth: 'Памятных дат нет.',
    weekend: (code) => `${state(code)}: выходной`,
    morning: ({ here, elsewhere, day, shown }) =>
      `${state(here)}, 09:00: ${state(elsewhere)}, ${weekdayName(shown.day)}, ${shown.time}${beside(shown.day, day, ' (накануне)', ' (на следующий день)')}`,
    later: 'Следующие месяцы',
    aboutCapitals:
      'Дата в обеих столицах одна, но начинается она не одновременно. Если в девять утра в первой столице во второй другой день, рядом с памятной датой указано местное время, а также выходной день, если для этого государства есть источник. Государственные праздники не учтены.',
    facts: 'Факты для вставки',
    calendar: 'Календарь (ICS)',
    xlsx: 'Для Excel и других таблиц (XLSX)',
    csv: 'Таблица (CSV)',
    table: {
      date: 'Дата',
      weekday: 'День недели',
      country: 'Страна',
      partner: 'Партнёр',
      anniversary: 'Годовщина',
      years: 'Лет',
      jubilee: 'Юбилей',
      yes: 'да',
      no: 'нет',
      evidence: 'Достоверность',
      days: 'Все даты и кто их называет',
      page: 'Страница',
    },
  },
  year: {
    title: (year) => `${year} год в мире`,
    description: (year) => `Каждый день ${year} года по числу дипломатических годовщин.`,
    lede: ({ milestones, days }) => `Памятных дат в этом году: ${formats.number(milestones)}, дней: ${days}.`,
    month: (month) => capitalised(formats.monthName(month)),
    weekday: (weekday) => shortWeekdays[weekday],
    number: (day) => String(Number(day.slice(8))),
    day: (day, milestones) => `${date(day)}: ${due(milestones)}`,
    scale: 'Памятных дат в день',
    quiet: 'нет',
    step: ({ least, most }) => (least === most ? String(least) : `${least}–${most}`),
    busiest: 'Самые насыщенные дни',
    withoutDay: (milestones) =>
      `Известны только до месяца или года и не приходятся ни на один из этих дней: ${due(milestones)}.`,
    previous: 'Предыдущий год',
    next: 'Следующий год',
  },
  about: (counts) => ({
    title: 'О данных',
    lines: [
      `Датированных событий: ${figure(counts.events)}; пар сторон: ${figure(counts.pairs)}; сторон: Европейский союз, Мальтийский орден и государства, числом ${counts.states}; источников: ${counts.sources}.`,
      'Собрано, когда государства признали друг друга, начали, разорвали, восстановили и повысили уровень отношений, указано, кто приводит каждую дату, и сосчитаны годовщины.',
    ],
    sections: [
      {
        title: 'Как определяется дата',
        lines: [
          'Хранятся утверждения: источник сообщает, что событие произошло в такую-то дату. Утверждения об одном событии сводятся и взвешиваются. Министерства и посольства весомее энциклопедий, те весомее печати, а страницы памятных дат почти ничего не весят. У источников, списывающих друг у друга, один голос.',
          'Принимается самая весомая дата. Более точная дата, согласная с менее точной, имеет преимущество. Остальные остаются рядом, чтобы ничего не скрывать. Где общего правила недостаточно, решает редакция и записывает почему.',
          'Дата точна настолько, насколько точен её источник: день никогда не выдумывается. Известное до месяца или года сообщается для месяца или года.',
        ],
      },
      {
        title: 'Насколько они надёжны',
        lines: [
          `День называет правительство одной из сторон: ${figure(counts.evidence.official)}; независимые источники: ${figure(counts.evidence.corroborated)}; списки обеих сторон в одной энциклопедии: ${figure(counts.evidence.listed)}; не подтверждено: ${figure(counts.evidence.unconfirmed)}; источники сопоставимого веса расходятся: ${figure(counts.evidence.disputed)}. Известны до дня: ${figure(counts.day)}; до месяца: ${figure(counts.month)}; только до года: ${figure(counts.year)}.`,
          `Официальных источников: ${counts.officialSources}. Большинство дат взято из списков одной энциклопедии — Википедии.`,
          `При сверке с независимыми источниками подтвердились, в зависимости от эпохи: из дат обоих списков — ${share(counts.held.listed)}, из неподтверждённых — ${share(counts.held.unconfirmed)}, из спорных — ${share(counts.held.disputed)}. На странице каждой пары указана доля для каждой даты, в API — её 95-процентный интервал.`,
          'Как измерено: утверждения сводятся без официальных источников и печати, а полученные дни сравниваются с теми, что называют эти источники. Такие свидетельства есть там, где годовщину отмечают, поэтому доли больше говорят о заметных парах, чем об остальных.',
          'Поэтому проверяйте дату, прежде чем на неё полагаться. У каждой пары есть страница с источниками.',
        ],
      },
      {
        title: 'Чего не хватает',
        lines: [
          'Разрывы учтены не полностью: разрывов двух мировых войн почти нет. Несколько пар значатся приостановленными без даты. Признание, консульские отношения и повышение уровня учтены попутно, кроме Соединённых Штатов; понижение уровня не учтено.',
          'До 1815 года это скорее первые контакты или договоры, чем отношения в нынешнем понимании. Из отношений Европейского союза и Мальтийского ордена учтены только те, начало которых подтверждено по первоисточнику. Государства без широкого признания, кроме Косова, Палестины, Сахарской Республики и Тайваня, не охвачены.',
          footer.asOf(dataAsOf),
        ],
      },
      {
        title: 'Лицензия',
        lines: [
          'Данные можно свободно использовать и передавать по лицензии Creative Commons «С указанием авторства — На тех же условиях» 4.0 (CC BY-SA 4.0), поскольку большая их часть взята из статей участников Википедии. Взяты только названия и даты. Даты Исторического отдела Госдепартамента США находятся в общественном достоянии.',
        ],
      },
    ],
  }),
  changes: {
    title: 'Изменения в данных',
    none: 'Пока ничего не изменилось.',
    here: 'Что изменилось здесь',
    what: { new: 'Новое', gone: 'Удалено', day: 'Другая дата', kind: 'Другое событие', evidence: 'Достоверность' },
  },
  ways: {
    data: 'Данные (JSON)',
    planner: 'Два года на одной странице',
    states: 'Все страны',
    about: 'О данных',
    alerts: (name) => `Получать уведомления: ${name}`,
  },
  missing: {
    state: {
      title: 'Государства с таким кодом нет',
      lines: ['Код состоит из двух букв, например CN для Китая. Все коды есть в списке стран.'],
    },
    pair: {
      title: 'Это не пара',
      lines: ['Пара — это два разных кода, например CN-LS для Китая и Лесото.'],
    },
    events: {
      title: 'Об этой паре ничего не учтено',
      lines: [
        'Ни один известный нам источник не датирует событие между этими сторонами. Это не значит, что отношений нет.',
      ],
    },
    date: {
      title: 'Это не дата',
      lines: ['Пишите день как 2024-01-12, месяц как 2024-01, год как 2024, а день во все годы как 01-12.'],
    },
    year: { title: 'Этот год вне пределов', lines: ['Показаны годы с 1800 по 2200, например 2027.'] },
  },
  wrong: {
    tooMany: (most) => `Выберите не более ${most} государств и пар.`,
    asked: (parameter, value) => `В адресе указано «${parameter}=${value}»: показать это нельзя.`,
    meant: (parameter) => `Возможно, имелось в виду «${parameter}».`,
    oneOf: (values) => `Укажите одно из этих значений: ${values.join(', ')}.`,
    policy: (words) => `Укажите одно из этих слов: ${words.join(', ')} — или числа лет, например 10,25,50.`,
  },
};

const gradeNames: Readonly<Record<Grade, string>> = {
  official: 'официальный источник',
  encyclopedia: 'энциклопедия',
  press: 'печать',
  weak: 'слабый источник',
};

const shortWeekdays = {
  monday: 'пн',
  tuesday: 'вт',
  wednesday: 'ср',
  thursday: 'чт',
  friday: 'пт',
  saturday: 'сб',
  sunday: 'вс',
} as const;

function due(count: number): string {
  return `${count} ${formats.plural(count, { one: 'памятная дата', few: 'памятные даты', many: 'памятных дат', other: 'памятной даты' })}`;
}

function busyWeeks(count: number): string {
  return `${count} ${formats.plural(count, { one: 'насыщенная неделя', few: 'насыщенные недели', many: 'насыщенных недель', other: 'насыщенной недели' })}`;
}

function dayOfYear(day: DayKey): string {
  return formats.dayAndMonth(parsePartialDate(`2000-${day}`) ?? '2000');
}

function yearsOf(from: PartialDate, until: PartialDate | undefined): string {
  return until === undefined ? `с ${from.slice(0, 4)}` : yearsBetween(from, until);
}

function weekdayName(day: CalendarDate): string {
  return form.weekdays[weekdayOf(day)];
}

function figure(count: number): string {
  return formats.number(count);
}

/** The measured share of dates that held, from the least to the most of any era. */
function share({ least, most }: AboutCounts['held'][Evidence]): string {
  const [from, through] = [Math.round(least * 100), Math.round(most * 100)];
  return from === through ? `${from} %` : `${from}–${through} %`;
}
