import type { Directory, Known } from '../directory/model.js';
import type { Audit, AuditAction } from '../helpdesk/audit.js';

/** `notConfirmed`: the directory did not say whether the person is an administrator, and so they may not. */
export type Entered = 'in' | 'refused' | 'notConfirmed';

/** Who may do what administrators do. Membership is the directory's to say, kept for 5 minutes, and asked for at each command and press. */
export interface Gate {
  isAdministrator(personId: string): Promise<Known<boolean>>;
  /** A refusal is in the audit, with the ids of what it was about, if any. Asked before anything is read for the person. */
  enter(personId: string, action: AuditAction, objectIds?: readonly string[]): Promise<Entered>;
}

export interface GateOptions {
  readonly directory: Pick<Directory, 'isMember'>;
  /** Members are administrators; undefined = nobody is. */
  readonly adminGroupId: string | undefined;
  readonly audit: Pick<Audit, 'record'>;
  readonly now: () => Date;
}

export function createGate({ directory, adminGroupId, audit, now }: GateOptions): Gate {
  async function isAdministrator(personId: string): Promise<Known<boolean>> {
    if (adminGroupId === undefined)
      return { known: true, value: false, source: 'configuration', at: now().toISOString() };
    return directory.isMember(personId, adminGroupId);
  }

  async function enter(personId: string, action: AuditAction, objectIds: readonly string[] = []): Promise<Entered> {
    const administrator = await isAdministrator(personId);
    if (administrator.known && administrator.value) return 'in';
    await audit.record({ actorId: personId, action, objectIds, result: 'refused', at: now().toISOString() });
    return administrator.known ? 'refused' : 'notConfirmed';
  }

  return { isAdministrator, enter };
}
