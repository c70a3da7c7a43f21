import { z } from 'zod';

const list = z.array(z.unknown()).catch([]);

/** The entries of what should be a list that are what they should be. */
export function entriesOf<T>(schema: z.ZodType<T>, value: unknown): readonly T[] {
  return list.parse(value).flatMap((entry) => {
    const read = schema.safeParse(entry);
    return read.success ? [read.data] : [];
  });
}
