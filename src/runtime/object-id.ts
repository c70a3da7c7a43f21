const form = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * An id of Entra in the one form in which ids are kept and compared, lower case; undefined for anything else. Entra takes and gives
 * either case, so that the same person in capitals is the same person.
 */
export function objectIdIn(value: unknown): string | undefined {
  return typeof value === 'string' && form.test(value) ? value.toLowerCase() : undefined;
}
