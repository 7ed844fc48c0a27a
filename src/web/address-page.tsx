import type { FormState } from './fields.tsx';
import type { Frame } from './frame.ts';
import { typedForm } from './in-language.tsx';
import { maskedAddress } from './masked-address.ts';
import { Lines, OneButton, Sheet } from './message.tsx';
import { page } from './page.tsx';
import { paths } from './paths.ts';
import { toReader, useReader } from './reader.ts';
import { AddressInWords } from './settings-in-words.tsx';
import { EmailField, Faulty } from './subscribe-page.tsx';

type AddressFormProps = {
  /** The manage token. */
  readonly token: string;
  readonly form: FormState;
};

/** The form to change the address, folded, on the settings page. */
export function ChangeAddress({ token }: Pick<AddressFormProps, 'token'>) {
  const { change } = useReader().words.address;
  return (
    <section class="block">
      <details class="folded">
        <summary>{change.title}</summary>
        <Lines lines={change.lines} />
        <AddressForm token={token} form={{ values: new URLSearchParams(), faults: [] }} />
      </details>
    </section>
  );
}

/** Renders the form on its own, with the address that was rejected. */
export function addressPage(frame: Frame, asked: AddressFormProps): string {
  const { change } = toReader(frame).words.address;
  return page(
    frame,
    { title: change.title, isPersonal: true, isTyped: asked.form.isTyped },
    <Sheet message={change}>
      <AddressForm {...asked} />
    </Sheet>,
  );
}

function AddressForm({ token, form }: AddressFormProps) {
  const { link, words } = useReader();
  const asked = { ...form, words: words.form };
  return (
    <form
      method="post"
      action={link(paths.changeAddress)}
      id={form.isTyped && typedForm}
      class="preferences"
      novalidate
    >
      <input type="hidden" name="t" value={token} />
      <Faulty asked={asked} />
      <EmailField asked={asked} />
      <button type="submit" class="plain">
        {words.address.change.button}
      </button>
    </form>
  );
}

type NewAddressProps = { readonly token: string; readonly email: string };

/** Renders the page behind the link to the new address. As that may be mistyped, it reveals neither the present address nor its settings. */
export function newAddressPage(frame: Frame, { token, email }: NewAddressProps): string {
  const { address, confirm } = toReader(frame).words;
  const { ready } = address;
  return page(
    frame,
    { title: ready.title, isPersonal: true },
    <Sheet message={ready}>
      <AddressInWords label={confirm.ready.address} masked={maskedAddress(email)} />
      <OneButton action={paths.confirm} token={token} label={ready.button} />
      <p class="quiet">{ready.closing}</p>
    </Sheet>,
  );
}

/** Renders the confirmation of the move. */
export function movedPage(frame: Frame): string {
  const { moved } = toReader(frame).words.address;
  return page(frame, { title: moved.title, isPersonal: true }, <Sheet message={moved} />);
}

type UndoMove =
  | { readonly state: 'ready'; readonly token: string; readonly email: string }
  | { readonly state: 'void' };

/** Renders the page behind the link in the notice to the old address. */
export function undoMovePage(frame: Frame, opened: UndoMove): string {
  const { link, words } = toReader(frame);
  const { address, confirm } = words;
  if (opened.state === 'void')
    return page(
      frame,
      { title: address.void.title, isPersonal: true },
      <Sheet message={address.void}>
        <a class="button" href={link(paths.subscribe)}>
          {confirm.subscribeAgain}
        </a>
      </Sheet>,
    );
  return page(
    frame,
    { title: address.undo.title, isPersonal: true },
    <Sheet message={address.undo}>
      <AddressInWords label={confirm.ready.address} masked={maskedAddress(opened.email)} />
      <OneButton action={paths.undoMove} token={opened.token} label={address.undo.button} />
    </Sheet>,
  );
}

/** Renders the confirmation of the undo, with a link to the settings, which an intruder may have changed as well. */
export function movedBackPage(frame: Frame): string {
  const { link, words } = toReader(frame);
  return page(
    frame,
    { title: words.address.undone.title, isPersonal: true },
    <Sheet message={words.address.undone}>
      <a class="button plain" href={link(paths.preferencesLink)}>
        {words.centre.askLink.title}
      </a>
    </Sheet>,
  );
}
