import { z } from 'zod';
import type { Party } from '../../helpdesk/ticket.js';
import type { StorageContext } from '../context.js';
import { party } from './ticket.js';

const parties = z.array(party);
const ids = z.array(z.string());

/** Who is on duty. Lists have no room for a version: they are read as they are, or not at all. */
export function readOnDuty(context: Pick<StorageContext, 'onUnreadable'>, json: string): readonly Party[] {
  return readList(context, parties, 'settings', 'onDuty', json);
}

/** The directory's ids of an entry of the audit. */
export function readObjectIds(
  context: Pick<StorageContext, 'onUnreadable'>,
  row: number,
  json: string,
): readonly string[] {
  return readList(context, ids, 'audit', row, json);
}

function readList<T>(
  { onUnreadable }: Pick<StorageContext, 'onUnreadable'>,
  schema: z.ZodType<T[]>,
  table: string,
  row: string | number,
  json: string,
): readonly T[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(json);
  } catch {
    // Told below: its message would quote what stands there.
    parsed = undefined;
  }
  const read = schema.safeParse(parsed);
  if (read.success) return read.data;
  const where = parsed === undefined ? 'JSON' : (read.error.issues[0]?.path.join('.') ?? '');
  onUnreadable({ table, row, where, newer: false });
  return [];
}
