import type { z } from 'zod';

/** Those of the first `most` entries of what should be a list that are what they should be. */
export function entriesOf<T>(schema: z.ZodType<T>, value: unknown, most: number): readonly T[] {
  return (Array.isArray(value) ? value.slice(0, most) : []).flatMap((entry) => {
    const read = schema.safeParse(entry);
    return read.success ? [read.data] : [];
  });
}
