import type { StorageContext } from '../context.js';
import { readRecord, type RecordKind } from './record.js';
import { UnreadableRow } from './unreadable-row.js';

/** What a row says; undefined for one that cannot be read: it is told, and the others are served without it. */
export function readOrTell<T>(
  { onUnreadable }: Pick<StorageContext, 'onUnreadable'>,
  kind: RecordKind<T>,
  key: string | number,
  json: string,
): T | undefined {
  try {
    return readRecord(kind, key, json);
  } catch (error) {
    if (!(error instanceof UnreadableRow)) throw error;
    onUnreadable(error.what);
    return undefined;
  }
}
