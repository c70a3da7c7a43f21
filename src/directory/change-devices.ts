import { z } from 'zod';
import { maxPageSize } from '../limits.js';
import type { UnknownReason } from '../troubleshooting/facts.js';
import type { GraphAnswer } from './graph-failure.js';
import { encodePart } from './graph-path.js';
import type { GraphPort } from './graph-port.js';
import { read, type Parsed } from './known.js';
import type { Known, TrustType } from './model.js';
import { deviceSelect } from './read-devices.js';

/** A device with all that decides whether it may be deleted. `undefined` = Graph does not say. Times are ISO 8601. */
export interface DeviceDetail {
  readonly id: string;
  readonly displayName: string | undefined;
  readonly trustType: TrustType | undefined;
  /** '' = an object that came complete and has none. */
  readonly operatingSystem: string | undefined;
  readonly accountEnabled: boolean | undefined;
  readonly approximateLastSignInDateTime: string | undefined;
  /** An object that came complete and says null is not managed, not synced. */
  readonly isManaged: boolean | undefined;
  readonly synced: boolean | undefined;
  /** Graph's own marks, such as `[ZTDId]` of Autopilot. */
  readonly physicalIds: readonly string[] | undefined;
  /** Object ids; undefined where they were not asked for. */
  readonly owners: readonly string[] | undefined;
}

/**
 * What came of a write, which is sent once and never repeated by itself. `gone`: there is no such device. `forbidden`: the
 * application lacks Device.ReadWrite.All. `unsure`: it may or may not have happened. `refused`: anything else.
 */
export type Changed =
  | { readonly kind: 'done' | 'gone' | 'forbidden' | 'unsure' }
  | { readonly kind: 'later'; readonly reason: UnknownReason }
  | { readonly kind: 'refused'; readonly code: string };

/** The only writes that are ever made to the directory, and what is read before them. Nothing throws. */
export interface DeviceChanges {
  /** The devices that a person owns; unknown when the list would be cut. */
  ownedBy(personId: string): Promise<Known<readonly DeviceDetail[]>>;
  /** As it is now, with its owners; not found when it is gone. */
  read(objectId: string): Promise<Known<DeviceDetail>>;
  setEnabled(objectId: string, enabled: boolean): Promise<Changed>;
  delete(objectId: string): Promise<Changed>;
}

const detailSelect = `${deviceSelect},physicalIds,onPremisesSyncEnabled`;

export function createDeviceChanges({
  graph,
  now,
}: {
  readonly graph: GraphPort;
  readonly now: () => number;
}): DeviceChanges {
  const at = (): string => new Date(now()).toISOString();
  return {
    async ownedBy(personId) {
      const source = `/users/${encodePart(personId)}/ownedDevices`;
      return read(await graph.get(`${source}?${detailSelect}&$top=${maxPageSize}`, graph.turn()), readDetails, {
        source,
        at: at(),
      });
    },
    async read(objectId) {
      const source = `/devices/${encodePart(objectId)}`;
      return read(
        await graph.get(`${source}?${detailSelect}&$expand=registeredOwners($select=id)`, graph.turn()),
        readDetail,
        { source, at: at() },
      );
    },
    async setEnabled(objectId, enabled) {
      return changed(
        await graph.patchOnce(`/devices/${encodePart(objectId)}`, { accountEnabled: enabled }, graph.turn()),
      );
    },
    async delete(objectId) {
      return changed(await graph.deleteOnce(`/devices/${encodePart(objectId)}`, graph.turn()));
    },
  };
}

function changed(answer: GraphAnswer): Changed {
  if (answer.ok) return { kind: 'done' };
  switch (answer.reason) {
    case 'notFound':
      return { kind: 'gone' };
    case 'forbidden':
      return { kind: 'forbidden' };
    case 'throttled':
      return { kind: 'later', reason: 'throttled' };
    case 'timeout':
    case 'unreachable':
      return { kind: 'unsure' };
    default:
      return { kind: 'refused', code: answer.code ?? answer.reason };
  }
}

const text = z.string().nullish().catch(undefined);
const flag = z.boolean().nullish().catch(undefined);

const detailBody = z.object({
  '@odata.type': text,
  id: z.string().toLowerCase(),
  displayName: text,
  trustType: z.enum(['Workplace', 'AzureAd', 'ServerAd']).nullish().catch(undefined),
  operatingSystem: text,
  accountEnabled: flag,
  approximateLastSignInDateTime: z.iso.datetime({ offset: true }).nullish().catch(undefined),
  isManaged: flag,
  onPremisesSyncEnabled: flag,
  physicalIds: z.array(z.string()).nullish().catch(undefined),
  registeredOwners: z.array(z.object({ id: z.string().toLowerCase() })).optional(),
});

const listBody = z.object({ value: z.array(detailBody), '@odata.nextLink': z.string().optional() });

/** A list that goes on is unknown: more than a page of own devices is nobody's whose places are freed by hand. */
function readDetails(body: unknown): Parsed<readonly DeviceDetail[]> {
  const { data } = listBody.safeParse(body);
  if (!data) return { reason: 'invalid' };
  if (data['@odata.nextLink'] !== undefined) return { reason: 'limitedInformation' };
  return { value: data.value.filter((each) => (each['@odata.type'] ?? deviceType) === deviceType).map(toDetail) };
}

const deviceType = '#microsoft.graph.device';

function readDetail(body: unknown): Parsed<DeviceDetail> {
  const { data } = detailBody.safeParse(body);
  return data ? { value: toDetail(data) } : { reason: 'invalid' };
}

function toDetail(device: z.infer<typeof detailBody>): DeviceDetail {
  // Limited information leaves type and id, and nulls that say nothing (docs/domain/graph.md section 1).
  const complete = device.displayName != null && device.trustType != null;
  const flagOf = (value: boolean | null | undefined): boolean | undefined =>
    complete && value === null ? false : (value ?? undefined);
  return {
    id: device.id,
    displayName: device.displayName ?? undefined,
    trustType: device.trustType ?? undefined,
    operatingSystem: device.operatingSystem ?? (complete && device.operatingSystem === null ? '' : undefined),
    accountEnabled: device.accountEnabled ?? undefined,
    approximateLastSignInDateTime: device.approximateLastSignInDateTime ?? undefined,
    isManaged: flagOf(device.isManaged),
    synced: flagOf(device.onPremisesSyncEnabled),
    physicalIds: device.physicalIds ?? undefined,
    owners: device.registeredOwners?.map(({ id }) => id),
  };
}
