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
import { beside, capitalise, yearsBetween } from '../formats.ts';
import type { AboutCounts, ReadingMessages } from '../reading-messages.ts';
import { years } from './counts.ts';
import { date, formats, fromTo, on, since } from './dates.ts';
import { footer, weekdays } from './footer.ts';
import { names } from './names.ts';

const { state } = names;

export const reading: ReadingMessages = {
  filter: {
    legend: 'Qué se muestra',
    state: 'País',
    wholeWorld: 'El mundo entero',
    kind: 'Acto',
    usualKinds: 'Establecimiento, elevación del nivel, restablecimiento',
    policy: 'Aniversarios',
    show: 'Mostrar',
  },
  day: {
    previous: 'El día anterior',
    next: 'El día siguiente',
    policies: 'Qué aniversarios',
    noneOfThese: 'Ninguno de estos aniversarios cae en esta fecha.',
    allYears: (day) => `El ${dayOfYear(day)} en todos los años`,
    inAllYears: (day) => `El ${dayOfYear(day)} en todos los años`,
    lede: 'Todos los actos registrados en este día del año, el más antiguo primero.',
    none: 'No hay ningún acto registrado en este día del año.',
    inYear: (day, year) => `Lo que cae el ${dayOfYear(day)} de ${year}`,
  },
  search: {
    title: 'Buscar',
    hint: 'País, dos países o fecha',
    which: '¿A cuál se refiere?',
    didYouMean: 'Quizás quiso decir',
    nothing:
      'No se ha encontrado nada. Pruebe con el nombre de un país, de dos países (China Lesoto) o una fecha (12 de enero).',
    noSuchDay: 'Ese día no existe en el calendario.',
  },
  states: {
    title: 'Países',
    lede: 'Las relaciones de cada Estado con todos los demás: cuándo comenzaron, se rompieron y se restablecieron, y qué aniversarios se acercan.',
    partners: (inForce) =>
      `${inForce} ${formats.plural(inForce, { one: 'país con relaciones', other: 'países con relaciones' })}`,
  },
  state: {
    description: (code) =>
      `${state(code)}: relaciones diplomáticas, cuándo comenzaron, se rompieron y se restablecieron, y los próximos aniversarios.`,
    relations: ({ inForce, severed }) =>
      severed === 0
        ? `Estados con relaciones: ${inForce}.`
        : `Estados con relaciones: ${inForce}; relaciones rotas o suspendidas: ${severed}.`,
    since: (when) => `Fundación o independencia: ${date(when)}.`,
    unMemberSince: (when) => `Miembro de las Naciones Unidas ${since(when)}.`,
    unSeatSince: (when) =>
      `Miembro de las Naciones Unidas ${since(when)}; el puesto pasó de un Estado o gobierno anterior al actual.`,
    contested:
      'Algunos Estados lo reconocen y otros no. Figura aquí porque constan relaciones con él; la lista no toma posición sobre su estatuto.',
    organisations: {
      EU: 'Unión de Estados europeos fundada el 1 de noviembre de 1993; no es un Estado. Mantiene relaciones propias y cuenta como suyas las de la Comunidad Económica Europea, de la que surgió. Solo figuran las relaciones cuyo comienzo se confirmó en la fuente; tiene otras.',
      XO: 'Orden religiosa laica de la Iglesia católica con sede en Roma. No tiene territorio y mantiene relaciones propias como sujeto de derecho internacional. Solo figuran las relaciones cuyo comienzo se confirmó en la fuente; tiene otras.',
    },
    ended: (when) => `Este Estado dejó de existir ${on(when)}. No se celebran los aniversarios de sus relaciones.`,
    followedBy: 'Lo que le siguió',
    cameFrom: 'Predecesor',
    next: 'Próximas fechas señaladas',
    noneNext: 'Ninguna fecha señalada en los próximos 12 meses.',
    year: (year) => `${year}, día a día`,
    picture: 'Sus relaciones a lo largo del tiempo',
    howToRead:
      'Cada línea es un socio, por región, en el orden en que comenzaron las relaciones. Una línea interrumpida muestra una ruptura.',
    clipped: (start) => `Una línea que parte del borde empezó antes de ${yearOf(start)}.`,
    inForce: 'con relaciones',
    severed: 'relaciones rotas',
    spans: (inForce) => inForce.map(({ from, until }) => yearSpan(from, until)).join(', '),
    withoutRelations: {
      title: 'Sin relaciones fechadas',
      lines: [
        'Con estos Estados solo consta un reconocimiento o relaciones consulares, o una ruptura cuyo comienzo no consta.',
      ],
    },
  },
  relation: {
    description: (pair) =>
      `${names.pair(pair)}: relaciones diplomáticas, cada acto fechado con sus fuentes, y los próximos aniversarios.`,
    status: {
      inForce: (when) => (when === undefined ? 'Con relaciones.' : `Con relaciones ${since(when)}.`),
      severed: (when) =>
        when === undefined ? 'Las relaciones están rotas.' : `Las relaciones están rotas ${since(when)}.`,
      suspended: (when) =>
        when === undefined
          ? 'Las relaciones están suspendidas; no consta desde cuándo.'
          : `Las relaciones están suspendidas ${since(when)}.`,
    },
    without: 'No hay relaciones diplomáticas.',
    none: 'No constan relaciones diplomáticas: solo los actos siguientes.',
    ended: (when) => `Uno de los dos Estados dejó de existir ${on(when)}.`,
    picture: 'Las relaciones a lo largo del tiempo',
    periods: {
      asTable: 'En forma de tabla',
      from: 'Desde',
      until: 'Hasta',
      status: 'Situación',
      today: 'hoy',
      undated: 'sin fecha de fin',
    },
    table: 'Qué ocurrió y quién lo dice',
    act: 'Acto',
    date: 'Fecha',
    sources: 'Fuentes',
    grades: { official: 'oficial', encyclopedia: 'enciclopedia', press: 'prensa', weak: 'débil' },
    why: (preference) => {
      if (preference.why === 'undecided') return 'Ninguna de las dos fechas prevalece: compruébelas antes de actuar.';
      if (preference.why === 'better-source')
        return `Preferida porque ${gradeNames[preference.grade]} va antes que ${gradeNames[preference.over]}.`;
      if (preference.why === 'more-sources')
        return `Preferida por el número de fuentes: ${preference.sources} frente a ${preference.against}.`;
      return 'Preferida porque sus fuentes pesan más: son independientes entre sí, o nombran la entrada en vigor.';
    },
    discontinued: (numbers) =>
      `Sin efecto en la situación ni en los aniversarios, por ser actos de un predecesor que el Estado actual no considera propios: ${formats.and(numbers)}.`,
    bothGive: (givers) =>
      `Los dos gobiernos dan fechas distintas: ${givers.map(({ state: code, date: day }) => `${state(code)}, ${date(day)}`).join('; ')}.`,
    rulings: 'Decisión de la redacción',
    coming: 'Próximas fechas señaladas',
    noneComing: 'Ninguna fecha señalada en los próximos diez años.',
    silent: 'Mientras las relaciones están rotas o suspendidas, sus aniversarios no se anuncian.',
    facts: {
      title: 'Datos para copiar',
      lines: [
        'Cada próxima fecha señalada en texto simple, para un mensaje o una agenda: la denominación, el día en ambas capitales, la cronología y las fuentes.',
      ],
      inAll: 'En los seis idiomas',
      inOne: 'Solo en este idioma',
      copy: 'Copiar',
      copied: 'Copiado',
    },
    report: {
      title: '¿Hay algún error aquí?',
      lines: [
        'La mejor corrección es una fuente mejor: nómbrela, con la fecha que da. No pedimos nombre ni dirección; no los escriba.',
      ],
      link: 'Comunicar un error',
      act: 'Qué acto',
      anotherAct: 'Otro acto, o ninguno de estos',
      text: 'Qué es inexacto',
      date: 'La fecha correcta, si la conoce',
      dateHint: 'Un día como 2024-01-12, un mes como 2024-01 o un año.',
      source: 'Dirección web de una fuente',
      send: 'Enviar el aviso',
      wrong: {
        text: 'Diga qué es inexacto, en 1000 caracteres como máximo.',
        date: 'No es una fecha: escriba 2024-01-12, 2024-01 o 2024.',
        source: 'No es una dirección web: cópiela entera, con https://.',
      },
      thanks: {
        title: 'Gracias',
        lines: [
          'La redacción leerá el aviso y buscará fuentes. Si la fecha cambia, lo dirán la página de la pareja y la lista de cambios.',
        ],
      },
    },
  },
  planner: {
    title: 'Planificador',
    lede: 'Las fechas señaladas de los próximos meses en una página, para un país, dos países, una región o el mundo entero: para planificar, imprimir y llevar.',
    description:
      'Los aniversarios diplomáticos de un país en los próximos dos años: por meses, con las semanas intensas y el día en ambas capitales.',
    state: 'País',
    partner: 'Con',
    allPartners: 'todos los países con relaciones',
    region: 'O una región',
    noRegion: 'ninguna',
    firstMonth: 'Primer mes',
    firstMonthHint: 'Por ejemplo 2027-01; vacío para hoy.',
    years: 'Hasta cuándo',
    duration: years,
    show: 'Mostrar el plan',
    heading: (name) => `Planificador: ${name}`,
    span: (span) => capitalise(fromTo(span)),
    summary: ({ milestones, busyWeeks: weeks }) =>
      weeks === 0 ? `${due(milestones)}.` : `${due(milestones)}, ${busyWeeks(weeks)}.`,
    busyWeek: ({ milestones, ...span }) => `${due(milestones)} en una semana: ${fromTo(span)}`,
    day: 'Día',
    dayInMonth: (day) => `${capitalise(weekdayName(day))} ${Number(day.slice(8))}`,
    milestone: 'Fecha señalada',
    inBothCapitals: 'En ambas capitales',
    emptyMonth: 'Ninguna fecha señalada.',
    weekend: (code) => `${state(code)}: fin de semana`,
    morning: ({ here, elsewhere, day, shown }) =>
      `Cuando son las 9:00 – ${state(here)}: ${weekdayName(shown.day)} ${shown.time}${beside(shown.day, day, ', la víspera', ', el día siguiente')} – ${state(elsewhere)}`,
    later: 'Meses siguientes',
    aboutCapitals:
      'Una fecha es la misma en ambas capitales, pero no empieza al mismo tiempo. Si a las nueve de la mañana en la primera es otro día en la segunda, la hora local figura junto a la fecha señalada, y también si el día cae en fin de semana, cuando una fuente indica los días de descanso de ese Estado. Jubilee no conoce los días festivos.',
    facts: 'Datos para copiar',
    calendar: 'Como calendario (ICS)',
    xlsx: 'Para Excel y otras hojas de cálculo (XLSX)',
    csv: 'Como tabla (CSV)',
    table: {
      date: 'Fecha',
      weekday: 'Día de la semana',
      country: 'País',
      partner: 'Contraparte',
      anniversary: 'Aniversario',
      years: 'Años',
      jubilee: 'Jubileo',
      yes: 'sí',
      no: 'no',
      evidence: 'Fiabilidad',
      days: 'Todos los días y quién los da',
      page: 'Página',
    },
  },
  year: {
    title: (year) => `${year} en el mundo`,
    description: (year) => `Cada día de ${year} según el número de aniversarios diplomáticos que caen en él.`,
    lede: ({ milestones, days }) => `${formats.number(milestones)} fechas señaladas caen en ${days} días de este año.`,
    month: (month) => capitalise(formats.monthName(month)),
    weekday: (weekday) => weekdays[weekday].slice(0, 2),
    number: (day) => String(Number(day.slice(8))),
    day: (day, milestones) => `${date(day)}: ${due(milestones)}`,
    scale: 'Fechas señaladas por día',
    quiet: 'ninguna',
    step: ({ least, most }) => (least === most ? String(least) : `${least}–${most}`),
    busiest: 'Los días más intensos',
    withoutDay: (milestones) => `Conocidas solo por el mes o el año, y en ninguno de estos días: ${due(milestones)}.`,
    previous: 'El año anterior',
    next: 'El año siguiente',
  },
  about: (counts) => ({
    title: 'Acerca de los datos',
    lines: [
      `Jubilee conoce ${figure(counts.events)} actos fechados entre ${figure(counts.pairs)} pares formados por ${counts.states} Estados, la Unión Europea y la Orden de Malta, de ${counts.sources} fuentes.`,
      'Reúne cuándo los Estados se reconocieron, comenzaron, rompieron, restablecieron y elevaron sus relaciones, dice quién da cada fecha y cuenta los aniversarios.',
    ],
    sections: [
      {
        title: 'Cómo se decide una fecha',
        lines: [
          'Lo que se guarda son afirmaciones: una fuente dice que un acto tuvo lugar en una fecha. Las afirmaciones sobre el mismo acto se reúnen y se pesan. Los ministerios y embajadas pesan más que las enciclopedias, estas más que la prensa, y las páginas de efemérides casi nada. Las fuentes que se copian tienen una sola voz.',
          'Prevalece la fecha de más peso. Una fecha más fina que concuerda con otra más gruesa gana. Las demás quedan al lado, para que nada se oculte. Donde la regla general no basta, la redacción decide y escribe por qué.',
          'Una fecha es tan precisa como su fuente: nunca se inventa un día. Lo que se conoce por el mes o el año se comunica para el mes o el año.',
        ],
      },
      {
        title: 'Fiabilidad',
        lines: [
          `El gobierno de una de las partes da el día de ${figure(counts.evidence.official)} actos y fuentes independientes el de ${figure(counts.evidence.corroborated)}; ${figure(counts.evidence.listed)} se apoyan en las listas de ambas partes en una misma enciclopedia, ${figure(counts.evidence.unconfirmed)} están sin confirmar, y en ${figure(counts.evidence.disputed)} difieren fuentes de peso comparable. ${figure(counts.day)} se conocen con el día, ${figure(counts.month)} con el mes y ${figure(counts.year)} solo con el año.`,
          `${counts.officialSources} de las fuentes son oficiales. La mayoría de las fechas proceden de listas de una sola enciclopedia, Wikipedia.`,
          `Al contrastarlas con fuentes independientes se confirma, según la época, el ${share(counts.held.listed)} de las fechas de ambas listas, el ${share(counts.held.unconfirmed)} de las no confirmadas y el ${share(counts.held.disputed)} de las discutidas. La página de cada par da la proporción de cada fecha, y la API su intervalo del 95 %.`,
          'Método: las afirmaciones se resuelven sin fuentes oficiales ni prensa, y los días resultantes se comparan con los que dan esas fuentes. Tales pruebas existen donde alguien celebra, así que las proporciones dicen más de los pares conocidos que de los demás.',
          'Compruebe, pues, antes de actuar. Cada par tiene una página con sus fuentes.',
        ],
      },
      {
        title: 'Lo que falta',
        lines: [
          'Las rupturas no están completas: las de las dos guerras mundiales apenas figuran. Algunos pares constan como suspendidos sin fecha. Reconocimientos, relaciones consulares y elevaciones de nivel solo se registran de paso, salvo los de Estados Unidos; la rebaja del nivel no se registra.',
          'Antes de 1815 se trata de primeros contactos o tratados más que de relaciones en el sentido actual. De las relaciones de la Unión Europea y de la Orden de Malta solo constan aquellas cuyo comienzo se confirmó en la fuente. No se incluyen los Estados poco reconocidos, salvo Kosovo, Palestina, la República Saharaui y Taiwán.',
          footer.asOf(dataAsOf),
        ],
      },
      {
        title: 'Licencia',
        lines: [
          'Los datos pueden usarse y difundirse libremente con la licencia Creative Commons Atribución-CompartirIgual 4.0 (CC BY-SA 4.0), porque la mayoría procede de artículos de los colaboradores de Wikipedia. Solo se tomaron nombres y fechas. Las fechas de la Oficina del Historiador de los Estados Unidos son de dominio público.',
        ],
      },
    ],
  }),
  changes: {
    title: 'Cambios en los datos',
    none: 'Aún no ha cambiado nada.',
    here: 'Lo que ha cambiado aquí',
    what: { new: 'Nuevo', gone: 'Retirado', day: 'Otra fecha', kind: 'Otro acto', evidence: 'Fiabilidad' },
  },
  ways: {
    data: 'Datos (JSON)',
    planner: 'Dos años en una página',
    states: 'Todos los países',
    about: 'Acerca de los datos',
    alerts: (name) => `Recibir avisos: ${name}`,
  },
  missing: {
    state: {
      title: 'Ningún Estado tiene este código',
      lines: ['Los códigos son dos letras, como CN para China. La lista de países los contiene todos.'],
    },
    pair: {
      title: 'Esto no es un par',
      lines: ['Un par son dos códigos distintos, como CN-LS para China y Lesoto.'],
    },
    events: {
      title: 'No consta nada de este par',
      lines: [
        'Ninguna fuente que Jubilee conozca fecha un acto entre las dos partes. Eso no significa que no tengan relaciones.',
      ],
    },
    date: {
      title: 'Esto no es una fecha',
      lines: [
        'Escriba un día como 2024-01-12, un mes como 2024-01, un año como 2024, y un día de todos los años como 01-12.',
      ],
    },
    year: { title: 'Ese año está fuera de los límites', lines: ['Se muestran los años de 1800 a 2200, como 2027.'] },
  },
  wrong: {
    tooMany: (most) => `Elija como máximo ${most} Estados y pares.`,
    asked: (parameter, value) => `La dirección pide «${parameter}=${value}», y eso no se puede mostrar.`,
    meant: (parameter) => `¿Quiso decir «${parameter}»?`,
    oneOf: (values) => `Escriba uno de estos valores: ${values.join(', ')}.`,
    policy: (words) => `Escriba una de estas palabras: ${words.join(', ')}, o números de años como 10,25,50.`,
  },
};

const gradeNames: Readonly<Record<Grade, string>> = {
  official: 'una fuente oficial',
  encyclopedia: 'una enciclopedia',
  press: 'la prensa',
  weak: 'una fuente débil',
};

function due(milestones: number): string {
  return `${milestones} ${formats.plural(milestones, { one: 'fecha señalada', other: 'fechas señaladas' })}`;
}

function busyWeeks(count: number): string {
  return `${count} ${formats.plural(count, { one: 'semana intensa', other: 'semanas intensas' })}`;
}

function dayOfYear(day: DayKey): string {
  return formats.dayAndMonth(parsePartialDate(`2000-${day}`) ?? '2000');
}

function yearSpan(from: PartialDate, until: PartialDate | undefined): string {
  return until === undefined ? `desde ${from.slice(0, 4)}` : yearsBetween(from, until);
}

function weekdayName(day: CalendarDate): string {
  return weekdays[weekdayOf(day)];
}

function figure(count: number): string {
  return formats.number(count);
}

/** Formats the measured share of dates that held, from the lowest to the highest of any era. */
function share({ least, most }: AboutCounts['held'][Evidence]): string {
  const [from, through] = [Math.round(least * 100), Math.round(most * 100)];
  return from === through ? `${from} %` : `${from} a ${through} %`;
}
