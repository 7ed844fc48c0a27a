import type { PageMessages } from '../page-messages.ts';
import { address } from './address.ts';
import { attribution } from './calendars.ts';
import { listed } from './counts.ts';
import { date } from './dates.ts';
import { follow } from './follow.ts';
import { form } from './form.ts';
import { reading } from './reading.ts';

export const pages: PageMessages = {
  frame: {
    name: 'Jubilee',
    skipToContent: 'Ir al contenido',
    navigation: 'Sitio',
    anniversaries: 'Aniversarios',
    states: 'Países',
    planner: 'Planificador',
    year: 'Año',
    subscribe: 'Suscribirse',
    api: 'API',
    about: 'Acerca de los datos',
    attribution,
  },
  front: {
    title: 'Jubilee: aniversarios diplomáticos, a tiempo',
    heading: 'Aniversarios diplomáticos, a tiempo para prepararse',
    lede: 'Jubilee observa las relaciones entre todos los Estados y avisa de antemano cuando alcanzan un número redondo: qué día, y si se cuenta su establecimiento, la elevación de su nivel o su restablecimiento.',
    today: 'Hoy',
    comingWeek: 'Los próximos 7 días',
    comingMonth: 'Los próximos 30 días',
    withoutDay: 'No consta el día',
    nothingToday: 'Hoy no hay ninguna fecha señalada.',
    nothingInWeek: 'Ninguna fecha señalada en los próximos 7 días.',
    nothingInMonth: 'Ninguna otra fecha señalada en los próximos 30 días.',
    subscribe: {
      title: 'Avisos por correo electrónico',
      lines: ['Un resumen por correo cuando se acerca una fecha, con semanas o meses de antelación. Nada más.'],
    },
  },
  reading,
  date: {
    lede: 'Todos los aniversarios de relaciones diplomáticas que caen en esta fecha, redondos o no.',
    inMonth: 'Todo lo que cae en este mes.',
    none: 'No consta ningún aniversario de relaciones diplomáticas en esta fecha.',
    toFront: 'Hoy y los próximos días',
  },
  form,
  inbox: {
    title: 'Mire su bandeja de entrada',
    lines: [
      'Si la dirección puede recibir nuestro correo, un mensaje con un enlace está en camino. Llega en unos minutos; mire también entre el correo no deseado.',
      'Abra el enlace y pulse el botón de su página. Hasta entonces no se envía nada a esta dirección.',
    ],
    closing:
      'La respuesta de esta página es la misma para toda dirección, para que nadie pueda averiguar quién se suscribe.',
  },
  confirm: {
    ready: {
      title: 'Confirme su suscripción',
      lines: ['Queda un paso: pulse el botón, y comienzan los resúmenes.'],
      address: 'Los resúmenes se envían a',
      button: 'Confirmar la suscripción',
      closing: '¿No lo pidió usted? Cierre la página. Sin el botón no se envía nada.',
    },
    settings: 'Sus ajustes',
    alreadyConfirmed: {
      title: 'Ya confirmada',
      lines: ['Esta suscripción está confirmada y en marcha. No queda nada por hacer.'],
    },
    expired: {
      title: 'Este enlace ha caducado',
      lines: ['Un enlace de confirmación es válido durante 48 horas. Suscríbase de nuevo y recibirá otro.'],
    },
    invalid: {
      title: 'Este enlace no funciona',
      lines: [
        'Quizá se cortó al copiarlo, o lo ha sustituido uno más reciente. Use el enlace del mensaje más reciente o suscríbase de nuevo.',
      ],
    },
    subscribeAgain: 'Suscribirse de nuevo',
    confirmed: {
      title: 'Su suscripción está en marcha',
      lines: [
        'Desde hoy se observa cada día por usted, y llega un resumen cuando hay una fecha señalada.',
        'Cada resumen lleva un enlace para cambiar estos ajustes y otro para cancelar la suscripción.',
      ],
    },
    changeSettings: 'Cambiar estos ajustes',
  },
  centre: {
    title: 'Sus ajustes',
    for: 'Los resúmenes se envían a',
    paused: {
      title: 'Ahora no tiene ninguna suscripción.',
      lines: ['Los ajustes pueden conservarse, pero no se envía ningún resumen.'],
    },
    save: 'Guardar los ajustes',
    saved: {
      title: 'Ajustes guardados',
      lines: ['Valen desde el próximo resumen. No se pierde ningún día ni se repite ninguno.'],
    },
    backToSettings: 'Volver a los ajustes',
    askLink: {
      title: 'Un enlace a sus ajustes',
      lines: ['Escriba la dirección en la que recibe los resúmenes. El enlace abre sus ajustes durante 24 horas.'],
      button: 'Enviar el enlace',
    },
    freshLink: {
      title: 'Un enlace nuevo a sus ajustes',
      lines: [
        'El enlace que siguió ha caducado o no funciona: un enlace a los ajustes es válido durante 24 horas, para que un mensaje antiguo no dé acceso a nadie.',
        'Escriba su dirección y le enviaremos uno nuevo.',
      ],
      button: 'Enviar un enlace nuevo',
    },
    leave: 'Salir',
    unsubscribe: {
      title: 'Cancelar la suscripción',
      lines: ['No se envía ningún otro resumen. Puede deshacerlo durante 28 días.'],
      button: 'Cancelar la suscripción',
    },
    erase: {
      title: 'Borrar todo lo que me concierne',
      lines: ['Su dirección y sus ajustes se borran de inmediato. No puede deshacerse.'],
      button: 'Borrar todo',
    },
  },
  address,
  follow,
  leaving: {
    ready: {
      title: '¿Cancelar la suscripción a Jubilee?',
      lines: ['Pulse el botón, y no se envía ningún otro resumen. Puede deshacerlo durante 28 días.'],
      button: 'Cancelar la suscripción',
    },
    invalid: {
      title: 'Este enlace no funciona',
      lines: ['Quizá se cortó al copiarlo. Use el enlace al pie del resumen más reciente.'],
    },
    left: (undoUntil) => ({
      title: 'Su suscripción queda cancelada',
      lines: [`No se envía ningún otro resumen. ¿Fue un error? Puede deshacerlo hasta el ${date(undoUntil)}.`],
    }),
    undo: 'Deshacer: mantener mi suscripción',
    undone: { title: 'Su suscripción vuelve a estar en marcha', lines: ['Sus ajustes están como estaban.'] },
    undoExpired: {
      title: 'Ya no puede deshacerse',
      lines: [
        'Han pasado más de 28 días, o se ha suscrito de nuevo entretanto. Puede suscribirse en cualquier momento.',
      ],
    },
    erased: {
      title: 'Todo está borrado',
      lines: ['No se conserva nada de usted. Esta página es lo último que sabrá de nosotros.'],
    },
  },
  docs: {
    title: 'Referencia de la API',
    document: 'Documento OpenAPI',
    inEnglish: 'Las explicaciones están en inglés.',
    contents: 'Contenido',
    parameters: 'Parámetros',
    body: 'Cuerpo de la petición',
    answers: 'Respuestas',
    example: 'Ejemplo',
    curl: 'En la línea de órdenes',
    required: 'obligatorio',
    byDefault: (value) => `Por defecto: ${value}`,
    listOf: (type) => `lista de ${type}`,
    oneOf: (values) => `Uno de los valores: ${listed(values)}`,
    limits: ({ least, most }) => {
      if (least === undefined) return `Como máximo ${most}`;
      return most === undefined ? `Como mínimo ${least}` : `De ${least} a ${most}`;
    },
  },
  errors: {
    'not-found': {
      title: 'Esta página no existe',
      lines: ['Quizá la dirección está mal escrita, o la página se ha trasladado.'],
    },
    'bad-request': {
      title: 'No se pudo entender la petición',
      lines: ['Vuelva atrás e inténtelo de nuevo. Si llegó por un enlace, quizá se cortó.'],
    },
    'too-many': {
      title: 'Demasiadas peticiones',
      lines: [
        'Para proteger a otras personas del correo no deseado, las peticiones están limitadas. Inténtelo dentro de una hora.',
      ],
    },
    'not-loaded': {
      title: 'Los datos aún no se han cargado',
      lines: [
        'Inténtelo dentro de unos minutos.',
        'Si usted administra este sitio: el despliegue carga los datos. Espere a que termine o vuelva a lanzarlo.',
      ],
    },
    broken: {
      title: 'Algo ha fallado por nuestra parte',
      lines: [
        'No se ha perdido nada. Inténtelo dentro de unos minutos; los responsables de Jubilee ya están avisados.',
      ],
    },
    goHome: 'A los aniversarios',
  },
};
