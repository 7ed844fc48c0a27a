type FieldFaultProps = { readonly id: string; readonly fault: string | undefined };

/** The fault of the field `id`, above it. */
export function FieldFault({ id, fault }: FieldFaultProps) {
  if (fault === undefined) return null;
  return (
    <p class="fault" id={`fault-${id}`}>
      {fault}
    </p>
  );
}

/** Returns the attributes that mark a field as faulty, also for screen readers. */
export function faultAttributes(id: string, fault: string | undefined) {
  return fault === undefined ? {} : { 'aria-describedby': `fault-${id}`, 'aria-invalid': 'true' as const };
}
