import type { AuditEntry } from '../../helpdesk/audit.js';
import type { Message } from '../../helpdesk/ports.js';
import type { CleanUp } from './clean-up.js';

export interface StoredCleanUp {
  readonly cleanUp: CleanUp;
  readonly version: number;
}

/** Requests to free places, of one tenant. Messages and audit are written with the change they tell of, or not at all. */
export interface CleanUps {
  add(
    cleanUp: Omit<CleanUp, 'number'>,
    messages: (cleanUp: CleanUp) => readonly Message[],
    audit: (cleanUp: CleanUp) => readonly AuditEntry[],
  ): Promise<StoredCleanUp>;
  find(number: number): Promise<StoredCleanUp | undefined>;
  /** Those of a person in which something may still happen, the newest first. */
  ofPerson(personId: string): Promise<readonly CleanUp[]>;
  /** Those in which something is due (epoch ms), the longest due first. */
  due(now: number, limit: number): Promise<readonly StoredCleanUp[]>;
  /** Compare-and-set: undefined when another write came first. */
  save(
    cleanUp: CleanUp,
    version: number,
    also: { readonly messages?: readonly Message[]; readonly audit?: readonly AuditEntry[] },
  ): Promise<StoredCleanUp | undefined>;
  /**
   * The same for a change that announces a write to the directory, which is counted: `tooMany` when there were already `most` since
   * `since` (epoch ms), whichever instance made them.
   */
  saveCounted(
    cleanUp: CleanUp,
    version: number,
    limit: { readonly now: number; readonly since: number; readonly most: number },
  ): Promise<StoredCleanUp | 'conflict' | 'tooMany'>;
}
