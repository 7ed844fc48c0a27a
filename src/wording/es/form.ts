import type { FormMessages } from '../form-messages.ts';
import { formats } from './dates.ts';
import { footer, weekdays } from './footer.ts';

const regions: Readonly<Record<string, string>> = {
  Africa: 'África',
  Americas: 'América',
  Asia: 'Asia',
  Europe: 'Europa',
  Oceania: 'Oceanía',
  organisation: 'Organizaciones',
  former: 'Antiguos Estados',
};

export const form: FormMessages = {
  email: 'Correo electrónico',
  emailExample: 'name@ministry.example',
  subscribe: 'Suscribirse',
  afterwards:
    'Enviamos un solo mensaje para confirmar la dirección. Cada resumen lleva un enlace para cancelar la suscripción.',
  faulty: 'Hay algo que corregir. Está señalado abajo; lo que escribió se ha conservado.',
  moreChoices: {
    label: 'Más opciones',
    meaning: 'Si no elige otra cosa: el primer aniversario y luego cada 5 años, 30 y 7 días antes y el mismo día.',
  },
  following: 'Qué sigue usted',
  counting: 'Qué cuenta',
  sending: 'Cuándo se le avisa',
  states: {
    label: 'Países',
    meaning: 'Con todos los países con los que tienen relaciones. No elija ninguno para seguir el mundo entero.',
  },
  findState: 'Buscar un país por su nombre o código',
  removeState: 'Quitar: {name}',
  region: (name) => regions[name] ?? name,
  pairs: { label: 'Pares de países', meaning: 'Solo los aniversarios entre esos dos países.' },
  naming: {
    one: 'País',
    other: 'Con',
    which: (text, names) => `«${text}» puede referirse a ${formats.or(names)}. Escriba uno de estos nombres.`,
    unknown: (text) => `Ningún país se llama «${text}».`,
    missing: 'Indique también el otro país.',
    same: 'Indique dos países distintos.',
  },
  kinds: { label: 'Actos', meaning: 'Cuyos aniversarios se comunican.' },
  kind: {
    recognised: { label: 'Reconocimiento', meaning: 'Un Estado reconoce al otro; aún sin relaciones.' },
    consular: { label: 'Relaciones consulares', meaning: 'Consulados, antes de las embajadas o sin ellas.' },
    established: { label: 'Establecimiento', meaning: 'Comienzan las relaciones diplomáticas.' },
    upgraded: {
      label: 'Elevación del nivel',
      meaning: 'De encargado de negocios a embajador, de legación a embajada.',
    },
    severed: {
      label: 'Ruptura',
      meaning: 'Se rompen las relaciones. Se comunica como un hecho, nunca como una celebración.',
    },
    resumed: { label: 'Restablecimiento', meaning: 'Las relaciones comienzan de nuevo.' },
  },
  policy: 'Aniversarios',
  policies: {
    fives: { label: 'El primero y luego cada 5 años', meaning: '1, 5, 10, 15, 20…' },
    tens: { label: 'Cada 10 años', meaning: '10, 20, 30, 40…' },
    jubilees: { label: 'Cada 25 años', meaning: '25, 50, 75, 100…' },
    every: { label: 'Todos los años', meaning: '1, 2, 3, 4…' },
    own: { label: 'Mis propios números', meaning: 'Solo los que indique.' },
  },
  policyNumbers: 'Mis números, separados por comas',
  leadTimes: 'Antelación',
  noticePresets: {
    default: { label: 'Habitual', meaning: '30 y 7 días antes, y el mismo día' },
    newsroom: { label: 'Redacción', meaning: '7 días antes, la víspera y el mismo día' },
    protocol: { label: 'Protocolo', meaning: '365, 180, 90, 30 y 7 días antes, y el mismo día' },
    own: { label: 'Mis propios días', meaning: 'De 0, el mismo día, a 550 días antes.' },
  },
  leadTimeDays: 'Mis días de antelación, separados por comas',
  frequency: 'Resumen',
  frequencies: {
    daily: { label: 'Diario', meaning: 'Los días en que hay una fecha señalada.' },
    weekly: { label: 'Semanal', meaning: 'Los próximos siete días en un mensaje.' },
    monthly: { label: 'Mensual', meaning: 'Todo el mes en un mensaje, el día 1.' },
  },
  weekday: 'Día del resumen semanal',
  weekdays,
  hour: 'Hora local',
  hourOf: (hour) => `${String(hour).padStart(2, '0')}:00`,
  timeZone: { label: 'Zona horaria', meaning: 'Decide qué día es hoy y cuándo sale su resumen.' },
  language: 'Idioma',
  leapDay: 'Hechos del 29 de febrero, en los demás años',
  leapDays: { feb28: 'El 28 de febrero', mar1: 'El 1 de marzo' },
  includeSevered: {
    label: footer.includeSevered,
    meaning: 'De lo contrario, no se avisa de sus aniversarios hasta que se restablezcan.',
  },
  sendEmpty: { label: footer.sendEmpty, meaning: 'Un mensaje breve, para que sepa que la vigilancia sigue.' },
  wholeWorld: {
    title: 'El mundo entero',
    lines: [
      'No ha elegido países ni relaciones bilaterales, así que cuentan todas. Proponemos un resumen semanal de los aniversarios 25.º, 50.º, 75.º y 100.º. Esto es lo que traería cada opción:',
    ],
  },
  alreadySubscribed: '¿Ya está suscrito? Reciba un enlace a sus ajustes',
  honeypot: 'Deje vacío este campo',
  faults: {
    email: 'Escriba una dirección de correo electrónico como name@ministry.example.',
    states: 'Elija países de la lista.',
    pairs: 'Indique dos países distintos.',
    kinds: 'Elija al menos un acto.',
    policy: 'Indique números enteros a partir de 1, como 10, 25, 50, separados por comas.',
    leadTimes: 'Indique días enteros de 0 a 550, como 30, 7, 0, separados por comas.',
    frequency: 'Elija diario, semanal o mensual.',
    weekday: 'Elija un día de la semana.',
    hour: 'Elija una hora en punto de 00:00 a 23:00.',
    timeZone: 'Elija una zona horaria de la lista.',
    language: 'Elija un idioma de la lista.',
    leapDay: 'Elija el 28 de febrero o el 1 de marzo.',
    includeSevered: 'Marque la casilla o déjela vacía.',
    sendEmpty: 'Marque la casilla o déjela vacía.',
  },
  preview: {
    locale: 'es',
    heading: 'Lo que recibiría',
    none: 'Ningún resumen en los próximos 12 meses.',
    digests: {
      one: '{count} resumen en los próximos 12 meses: {date}, {pair}, {years}',
      other: '{count} resúmenes en los próximos 12 meses; el próximo: {date}, {pair}, {years}',
    },
    empty: {
      one: '{count} resumen en los próximos 12 meses',
      other: '{count} resúmenes en los próximos 12 meses',
    },
    pair: '{one} – {other}',
  },
};
