import type { PcInDirectory, PcObject, PcOfPaste } from '../diagnosis/model.js';
import type { Directory, FoundPc, JudgedDevice, Known } from '../directory/model.js';
import { toPcObject } from '../directory/pc-object.js';
import { maxNamesADay } from '../limits.js';
import type { Audit, AuditEntry } from '../helpdesk/audit.js';
import type { NameLookUps } from './pc-ports.js';
import { dayMs } from '../runtime/durations.js';
import { withTimeout, type Pause } from '../runtime/with-timeout.js';

export interface LookUpPcOptions {
  readonly directory: Pick<Directory, 'findPc'>;
  readonly audit: Audit;
  readonly nameLookUps: NameLookUps;
  /** The one tenant that is served. */
  readonly tenantId: string;
  readonly now: () => Date;
  /** Resolves after so many milliseconds. */
  readonly pause: Pause;
}

/**
 * Milliseconds that one look-up may take, of the 9 s that an answer has: what was pasted is read and said even when the directory is
 * silent. A DeviceId that is asked for twice takes about two seconds.
 */
const patienceMs = 4_500;

/** A PC that was looked up, and how it is found again later. */
export interface LookedUpPc {
  readonly answer: PcInDirectory;
  readonly objectId: string | undefined;
}

/** `ownNames`: names of PCs that the directory links to the person; those are theirs to see however often. */
export type LookUpPc = (personId: string, pc: PcOfPaste, ownNames: readonly string[]) => Promise<LookedUpPc>;

/** A text older than this tells nothing of a PC that is not the person's own by its date of registration. */
const freshMs = 7 * dayMs;

/** A longer name no device has (Graph, resources/device: displayName). */
const longestName = 256;

/**
 * Looks a PC up for somebody: by the DeviceId of a paste, or by name for few names a day, each look-up in the audit. Of a PC that
 * is not linked to the person comes back that it is there, is enabled and is pending: no owner, no last use, no registration by
 * others, and the date of its own registration only to be compared with a text of these days. A PC of another tenant is not looked
 * up at all.
 */
export function createLookUpPc({ directory, audit, nameLookUps, tenantId, now, pause }: LookUpPcOptions): LookUpPc {
  return async function lookUpPc(personId, pc, ownNames) {
    if (pc.tenantId !== undefined && pc.tenantId.toLowerCase() !== tenantId.toLowerCase())
      return notAsked('otherTenant');
    const called = pc.name !== undefined && pc.name.length <= longestName ? pc.name : undefined;
    const name = called !== undefined && (await mayAskFor(personId, called, ownNames)) ? called : undefined;
    if (called !== undefined && name === undefined) await record(personId, 'pcByName', [], 'refused');
    if (pc.deviceId === undefined && name === undefined)
      return notAsked(called === undefined ? 'nothingToAskBy' : 'tooManyNames');
    const query = { ...(pc.deviceId !== undefined && { deviceId: pc.deviceId }), ...(name !== undefined && { name }) };
    const found = await withTimeout(directory.findPc(query), patienceMs, { pause, late: tooLate });
    const objectIds = found.known ? found.value.devices.map(({ device }) => device.id) : [];
    const result = !found.known ? 'unknown' : objectIds.length > 0 ? 'found' : 'notFound';
    if (pc.deviceId !== undefined) await record(personId, 'pcByDeviceId', objectIds, result);
    if (name !== undefined) await record(personId, 'pcByName', objectIds, result);
    return { answer: inDirectory(found, (judged) => mayTell(judged, pc, ownNames)), objectId: thePc(found) };
  };

  function tooLate(): Known<FoundPc> {
    return { known: false, reason: 'timeout', source: '/devices', at: now().toISOString() };
  }

  function record(
    actorId: string,
    action: AuditEntry['action'],
    objectIds: readonly string[],
    result: AuditEntry['result'],
  ): Promise<void> {
    return audit.record({ actorId, action, objectIds, result, at: now().toISOString() });
  }

  /** What may be told of one object; undefined = nothing, not even that it is there. */
  function mayTell(judged: JudgedDevice, { clientTime }: PcOfPaste, ownNames: readonly string[]): PcObject | undefined {
    const object = toPcObject(judged);
    if (isOwn(judged.device.displayName, ownNames)) return object;
    // What somebody added by hand is theirs and no PC of the company's.
    if (object.trustType === 'Workplace' && !object.sameDeviceId) return undefined;
    const fresh = clientTime !== undefined && now().getTime() - Date.parse(clientTime) < freshMs;
    return { ...object, stale: undefined, registeredAt: fresh ? object.registeredAt : undefined };
  }

  async function mayAskFor(personId: string, name: string, ownNames: readonly string[]): Promise<boolean> {
    if (isOwn(name, ownNames)) return true;
    return nameLookUps.allow(personId, name, maxNamesADay, now().getTime());
  }
}

function notAsked(reason: 'otherTenant' | 'nothingToAskBy' | 'tooManyNames'): LookedUpPc {
  return { answer: { kind: 'notAsked', reason }, objectId: undefined };
}

function isOwn(name: string | undefined, ownNames: readonly string[]): boolean {
  return ownNames.some((own) => own.toLowerCase() === name?.toLowerCase());
}

function inDirectory(found: Known<FoundPc>, mayTell: (judged: JudgedDevice) => PcObject | undefined): PcInDirectory {
  if (!found.known) return { kind: 'unknown', reason: found.reason };
  const { devices, byDeviceId, byName } = found.value;
  return { kind: 'answered', byDeviceId, byName, objects: devices.flatMap((judged) => mayTell(judged) ?? []) };
}

/** The object that surely is the PC: found by its DeviceId, or the only one of its name. */
function thePc(found: Known<FoundPc>): string | undefined {
  if (!found.known) return undefined;
  const { devices } = found.value;
  return (
    devices.find(({ device }) => device.foundBy === 'deviceId') ?? (devices.length === 1 ? devices[0] : undefined)
  )?.device.id;
}
