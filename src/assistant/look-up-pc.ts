import type { PcInDirectory, PcOfPaste } from '../diagnosis/model.js';
import type { Directory, FoundPc, Known } from '../directory/model.js';
import { toPcObject } from '../directory/pc-object.js';
import { maxNamesADay } from '../limits.js';
import type { Audit, NameLookUps } from './pc-ports.js';

export interface LookUpPcOptions {
  readonly directory: Pick<Directory, 'findPc'>;
  readonly audit: Audit;
  readonly nameLookUps: NameLookUps;
  /** The one tenant that is served. */
  readonly tenantId: string;
  readonly now: () => Date;
}

/** A PC that was looked up, and how it is found again later. */
export interface LookedUpPc {
  readonly answer: PcInDirectory;
  readonly objectId: string | undefined;
}

/** `ownNames`: names of PCs that the directory links to the person; those are theirs to see however often. */
export type LookUpPc = (personId: string, pc: PcOfPaste, ownNames: readonly string[]) => Promise<LookedUpPc>;

/**
 * Looks a PC up for somebody: by the DeviceId of a paste, or by name for few names a day, each look-up in the audit. What
 * comes back has no owner and no dates but the registration's, which is compared and never shown. A PC of another tenant is
 * not looked up at all.
 */
export function createLookUpPc({ directory, audit, nameLookUps, tenantId, now }: LookUpPcOptions): LookUpPc {
  return async function lookUpPc(personId, pc, ownNames) {
    if (pc.tenantId !== undefined && pc.tenantId.toLowerCase() !== tenantId.toLowerCase()) return notAsked('otherTenant');
    const name = pc.name !== undefined && (await mayAskFor(personId, pc.name, ownNames)) ? pc.name : undefined;
    if (pc.deviceId === undefined && name === undefined) {
      if (pc.name === undefined) return notAsked('nothingToAskBy');
      await audit.record({ actorId: personId, action: 'pcByName', objectIds: [], result: 'refused', at: now().toISOString() });
      return notAsked('tooManyNames');
    }
    const found = await directory.findPc({ ...(pc.deviceId !== undefined && { deviceId: pc.deviceId }), ...(name !== undefined && { name }) });
    await audit.record({
      actorId: personId,
      action: pc.deviceId === undefined ? 'pcByName' : 'pcByDeviceId',
      objectIds: found.known ? found.value.devices.map(({ device }) => device.id) : [],
      result: !found.known ? 'unknown' : found.value.devices.length > 0 ? 'found' : 'notFound',
      at: now().toISOString(),
    });
    return { answer: inDirectory(found), objectId: thePc(found) };
  };

  async function mayAskFor(personId: string, name: string, ownNames: readonly string[]): Promise<boolean> {
    if (ownNames.some((own) => own.toLowerCase() === name.toLowerCase())) return true;
    return nameLookUps.allow(personId, name, maxNamesADay, now().getTime());
  }
}

function notAsked(reason: 'otherTenant' | 'nothingToAskBy' | 'tooManyNames'): LookedUpPc {
  return { answer: { kind: 'notAsked', reason }, objectId: undefined };
}

function inDirectory(found: Known<FoundPc>): PcInDirectory {
  if (!found.known) return { kind: 'unknown', reason: found.reason };
  const { devices, byDeviceId, byName } = found.value;
  return { kind: 'answered', byDeviceId, byName, objects: devices.map(toPcObject) };
}

/** The object that surely is the PC: found by its DeviceId, or the only one of its name. */
function thePc(found: Known<FoundPc>): string | undefined {
  if (!found.known) return undefined;
  const { devices } = found.value;
  return (devices.find(({ device }) => device.foundBy === 'deviceId') ?? (devices.length === 1 ? devices[0] : undefined))?.device.id;
}
