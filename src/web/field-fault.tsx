type FieldFaultProps = { readonly id: string; readonly fault: string | undefined };

/** What is wrong with the field `id`, to stand above it. */
export function FieldFault({ id, fault }: FieldFaultProps) {
  if (fault === undefined) return null;
  return (
    <p class="fault" id={`fault-${id}`}>
      {fault}
    </p>
  );
}

/** What marks a field as faulty, for eyes and screen readers. */
export function faultAttributes(id: string, fault: string | undefined) {
  return fault === undefined ? {} : { 'aria-describedby': `fault-${id}`, 'aria-invalid': 'true' as const };
}
