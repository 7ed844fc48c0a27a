import type { AddressMessages } from '../page-messages.ts';

/** The messages on a change of e-mail address. */
export const address: AddressMessages = {
  change: {
    title: 'Cambiar la dirección de correo',
    lines: [
      'Los resúmenes, los ajustes y el historial pasan a la nueva dirección en cuanto su titular la confirma con el enlace que enviamos allí. Hasta entonces no cambia nada.',
      'La dirección actual recibe entonces un aviso con el que el cambio puede deshacerse durante 28 días.',
    ],
    button: 'Enviar un enlace a la nueva dirección',
  },
  ready: {
    title: '¿Usar esta dirección para sus resúmenes?',
    lines: [
      'Un suscriptor de Jubilee ha pedido recibir sus resúmenes en esta dirección. Pulse el botón, y llegarán aquí desde el próximo.',
    ],
    button: 'Usar esta dirección',
    closing: '¿No lo pidió usted? Cierre la página. Sin el botón no se envía nada.',
  },
  moved: {
    title: 'Sus resúmenes llegan a esta dirección',
    lines: [
      'Llegan aquí desde el próximo, con los ajustes como estaban. No se pierde ningún día ni se repite ninguno.',
      'La dirección anterior recibe un aviso. Los enlaces a los ajustes que se enviaron allí ya no funcionan.',
    ],
  },
  undo: {
    title: '¿Deshacer el cambio de dirección?',
    lines: [
      'Pulse el botón, y los resúmenes vuelven a llegar a esta dirección. Los enlaces a los ajustes que se enviaron entretanto a otro lugar ya no funcionan.',
    ],
    button: 'Deshacer el cambio',
  },
  undone: {
    title: 'El cambio de dirección se ha deshecho',
    lines: [
      'Los resúmenes vuelven a llegar a la dirección anterior desde el próximo, salvo que esta ya tenga una suscripción propia.',
      'Si la había cambiado otra persona, revise también sus ajustes.',
    ],
  },
  void: {
    title: 'Ya no puede deshacerse',
    lines: [
      'Han pasado más de 28 días, ya se deshizo, o la suscripción ha terminado. Puede suscribirse de nuevo cuando quiera.',
    ],
  },
};
