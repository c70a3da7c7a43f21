import type { z } from 'zod';
import { UnreadableRow } from './unreadable-row.js';

type Body = Readonly<Record<string, unknown>>;

/** From one version of a body to the next. */
export type Upcaster = (body: Body) => Body;

/** One kind of body that is kept as JSON. */
export interface RecordKind<T> {
  /** The table it stands in, as the operator reads it. */
  readonly table: string;
  readonly schema: z.ZodType<T>;
  /** From version 1 to 2, from 2 to 3 and so on; the version that is written comes after the last. */
  readonly upcasters?: readonly Upcaster[];
}

/**
 * What a row says, in today's version. A body without a version is of the first; one of a later version than ours is read when it
 * still fits, so that two versions may run side by side.
 * @throws UnreadableRow
 */
export function readRecord<T>({ table, schema, upcasters = [] }: RecordKind<T>, key: string | number, json: string): T {
  const { v = 1, ...body } = parse(table, key, json);
  if (typeof v !== 'number' || !Number.isInteger(v) || v < 1)
    throw new UnreadableRow({ table, row: key, where: 'v', newer: false });
  const readFrom = (version: number) =>
    schema.safeParse(upcasters.slice(version - 1).reduce<Body>((current, upcast) => upcast(current), body));
  const claimed = readFrom(v);
  // A version of before that knows none carries the number along with what it copies into a body of its own.
  const read = claimed.success || v === 1 ? claimed : readFrom(1);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const where = issue?.path.join('.') ?? '';
  // A kind that is not known was written by a version that came later than this one.
  throw new UnreadableRow({ table, row: key, where, newer: v > upcasters.length + 1 || /(^|\.)kind$/.test(where) });
}

/** The body as it is kept: with its version. */
export function writeRecord<T extends object>({ upcasters = [] }: RecordKind<T>, value: NoInfer<T>): string {
  return JSON.stringify({ ...value, v: upcasters.length + 1 });
}

function parse(table: string, key: string | number, json: string): Body {
  let parsed: unknown;
  try {
    parsed = JSON.parse(json);
  } catch {
    // Its message would quote what stands there.
    parsed = undefined;
  }
  if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) return parsed as Body;
  throw new UnreadableRow({ table, row: key, where: 'JSON', newer: false });
}
