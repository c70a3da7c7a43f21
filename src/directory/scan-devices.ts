import { z } from 'zod';
import { reportPageBudgetMs } from '../limits.js';
import type { UnknownReason } from '../troubleshooting/facts.js';
import type { GraphPort } from './graph-port.js';
import { judgeDevices } from './judge-devices.js';
import { read } from './known.js';
import type { JudgedDevice, Known } from './model.js';
import { policyPath, readDeviceLimit } from './read-policy.js';
import { deviceSelect, readDevicePage } from './read-devices.js';

/** A device of the tenant; `owners` are object ids, usually one, none for Windows 10 and later hybrid joined ones. */
export interface ScannedDevice extends JudgedDevice {
  readonly owners: readonly string[];
  /** When Entra Connect last changed the object, ISO 8601. */
  readonly lastSync: string | undefined;
}

/** `expired`: the link was kept too long, the partition has to be begun again. `later`: a passing failure; `afterMs` as Graph asks for. */
export type ScanPage =
  | { readonly kind: 'page'; readonly devices: readonly ScannedDevice[]; readonly next: string | undefined }
  | { readonly kind: 'expired' }
  | { readonly kind: 'later'; readonly reason: UnknownReason; readonly afterMs: number | undefined }
  | { readonly kind: 'failed'; readonly reason: UnknownReason };

/** Reads all devices of the tenant, page by page. Nothing throws. */
export interface DeviceScan {
  /** How many partitions there are; each is read by itself, and every device is in exactly one. */
  readonly partitions: number;
  /** The first page of a partition, or the one that a link of an earlier page leads to; judged as of a time in epoch ms. */
  page(partition: number, link: string | undefined, asOf: number): Promise<ScanPage>;
  /** How many devices there are, from Graph's index, which may lag recent changes. */
  count(): Promise<Known<number>>;
  /** The tenant's device limit, see {@link Quota}. */
  limit(): Promise<Known<number>>;
}

export interface DeviceScanOptions {
  readonly graph: GraphPort;
  /** Epoch ms. */
  readonly now: () => number;
  readonly staleDays: number;
}

/**
 * By the first digit of the DeviceId, a random GUID, so that the parts are of a size. `startsWith` on `deviceId` is a plain query
 * (resources/device). An object without a DeviceId would be in none: that is found out by `count`.
 */
const partitions = ['0123', '4567', '89ab', 'cdef'].map((digits) =>
  [...digits].map((digit) => `startswith(deviceId,'${digit}')`).join(' or '),
);

/** 100 objects a page, whatever is asked for, because of `$expand` (Graph known issue 13635). */
const firstPage = (partition: string): string =>
  `/devices?$filter=${encodeURIComponent(partition)}&${deviceSelect},onPremisesLastSyncDateTime&$expand=registeredOwners($select=id)&$top=100`;

export function createDeviceScan({ graph, now, staleDays }: DeviceScanOptions): DeviceScan {
  async function page(partition: number, link: string | undefined, asOf: number): Promise<ScanPage> {
    const filter = partitions[partition];
    if (filter === undefined) throw new Error(`There is no partition ${partition}`);
    const turn = graph.turn(reportPageBudgetMs);
    const answer = await (link === undefined ? graph.get(firstPage(filter), turn) : graph.nextPage(link, turn));
    if (!answer.ok) {
      // What is no answer of Graph's own comes from something between us, and is asked for again.
      const isForeign = answer.reason === 'invalid' && answer.code === undefined;
      if (isForeign || isPassing(answer.reason))
        return { kind: 'later', reason: answer.reason, afterMs: answer.afterMs };
      // Graph made the link itself: what it does not take any more has expired, by whatever name.
      return link !== undefined && (answer.reason === 'invalid' || answer.reason === 'notFound')
        ? { kind: 'expired' }
        : { kind: 'failed', reason: answer.reason };
    }
    const devices = readDevicePage(answer.body, 'owned');
    const links = linksBody.safeParse(answer.body).data?.value;
    if ('reason' in devices) return { kind: 'failed', reason: devices.reason };
    if (!links) return { kind: 'failed', reason: 'invalid' };
    const byId = new Map(links.map((each) => [each.id, each]));
    const scanned = judgeDevices(devices.value.devices, { now: asOf, staleDays }).map((judged): ScannedDevice => {
      const { registeredOwners = [], onPremisesLastSyncDateTime } = byId.get(judged.device.id) ?? {};
      return {
        ...judged,
        owners: registeredOwners.map(({ id }) => id),
        lastSync: onPremisesLastSyncDateTime ?? undefined,
      };
    });
    return { kind: 'page', devices: scanned, next: devices.value.next };
  }

  return {
    partitions: partitions.length,
    page,
    async count() {
      const source = '/devices/$count';
      return read(await graph.get(source, graph.turn(), 'advanced'), readCount, {
        source,
        at: new Date(now()).toISOString(),
      });
    },
    async limit() {
      return read(await graph.get(policyPath, graph.turn()), readDeviceLimit, {
        source: policyPath,
        at: new Date(now()).toISOString(),
      });
    },
  };
}

function isPassing(reason: UnknownReason): boolean {
  return reason === 'throttled' || reason === 'unreachable' || reason === 'timeout';
}

const linksBody = z.object({
  value: z.array(
    z.object({
      id: z.string().toLowerCase(),
      onPremisesLastSyncDateTime: z.iso.datetime({ offset: true }).nullish().catch(undefined),
      registeredOwners: z.array(z.object({ id: z.string().toLowerCase() })),
    }),
  ),
});

function readCount(body: unknown): { readonly value: number } | { readonly reason: UnknownReason } {
  const { data } = z.int().nonnegative().safeParse(body);
  return data === undefined ? { reason: 'invalid' } : { value: data };
}
