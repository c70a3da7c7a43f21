import { setTimeout as pause } from 'node:timers/promises';
import type { BatchRequest } from './batch.js';
import type { GraphAnswer } from './graph-failure.js';
import type { GraphPort } from './graph-port.js';
import { judgeDevices } from './judge-devices.js';
import { known, parseAnswer, unknown } from './known.js';
import type { Parsed } from './known.js';
import type { Device, Directory, PcQuery } from './model.js';
import { devicesWith, readDevicePage } from './read-devices.js';
import type { Turn } from './turn.js';

export interface FindPcOptions {
  readonly graph: GraphPort;
  readonly now: () => number;
  readonly staleDays: number;
  readonly secondAskMs?: number;
}

type Found = Parsed<readonly Device[]>;

/** Milliseconds before a DeviceId is asked for again: Graph's index lags behind what a PC just did. */
const usualSecondAskMs = 1_000;

/** A longer name no device has (resources/device: displayName). */
const maxNameLength = 256;

const guid = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;

/** Makes the search for one PC by what it says of itself. */
export function createFindPc({
  graph,
  now,
  staleDays,
  secondAskMs = usualSecondAskMs,
}: FindPcOptions): Directory['findPc'] {
  return async function findPc(query) {
    const turn = graph.turn();
    const { deviceId, name } = askable(query);
    const asked = await askBoth(deviceId, name, graph, turn);
    const found = asked.found && (await sureOfNothing(asked.found, deviceId, turn));
    const named = asked.named ?? (await sameNameAs(found, turn));

    const readAt = { source: '/devices', at: new Date(now()).toISOString() };
    const decisive = found ?? named;
    if (decisive && 'reason' in decisive) return unknown(decisive.reason, readAt);
    const devices = judgeDevices(unite(found, named), { now: now(), staleDays });
    return known({ devices, byDeviceId: found !== undefined, byName: named !== undefined && 'value' in named }, readAt);
  };

  /** No object is believed only when Graph says so twice, and unknown when there is no time to ask again. */
  async function sureOfNothing(found: Found, deviceId: string | undefined, turn: Turn): Promise<Found> {
    if ('reason' in found || found.value.length > 0 || deviceId === undefined) return found;
    if (secondAskMs >= turn.remainingMs()) return { reason: 'timeout' };
    try {
      await pause(secondAskMs, undefined, { signal: turn.signal });
    } catch {
      return { reason: 'timeout' };
    }
    return devicesIn(await graph.get(devicesWith('deviceId', deviceId), turn), 'deviceId');
  }

  /** The objects that are called like the one found: registered and hybrid ones of one PC share its name, not its DeviceId. */
  async function sameNameAs(found: Found | undefined, turn: Turn): Promise<Found | undefined> {
    const name = found && 'value' in found ? found.value[0]?.displayName : undefined;
    return name === undefined ? undefined : devicesIn(await graph.get(devicesWith('displayName', name), turn), 'name');
  }
}

function askable({ deviceId, name }: PcQuery): PcQuery {
  const id = deviceId?.trim().toLowerCase() ?? '';
  const called = name?.trim() ?? '';
  return {
    ...(guid.test(id) && { deviceId: id }),
    ...(called !== '' && called.length <= maxNameLength && { name: called }),
  };
}

/** What was asked for, in one request; `undefined` = not asked for. */
async function askBoth(
  deviceId: string | undefined,
  name: string | undefined,
  graph: GraphPort,
  turn: Turn,
): Promise<{ readonly found: Found | undefined; readonly named: Found | undefined }> {
  const requests: readonly BatchRequest[] = [
    ...(deviceId === undefined ? [] : [{ id: 'deviceId', url: devicesWith('deviceId', deviceId) }]),
    ...(name === undefined ? [] : [{ id: 'name', url: devicesWith('displayName', name) }]),
  ];
  const answers = requests.length === 0 ? new Map<string, GraphAnswer>() : await graph.batch(requests, turn);
  return {
    found: deviceId === undefined ? undefined : devicesIn(answers.get('deviceId'), 'deviceId'),
    named: name === undefined ? undefined : devicesIn(answers.get('name'), 'name'),
  };
}

function devicesIn(answer: GraphAnswer | undefined, foundBy: Device['foundBy']): Found {
  const page = parseAnswer(answer, (body) => readDevicePage(body, foundBy));
  return 'reason' in page ? page : { value: page.value.devices };
}

/** Each object once; that it has the DeviceId says more than that it has the name. */
function unite(...parts: readonly (Found | undefined)[]): readonly Device[] {
  const byId = new Map<string, Device>();
  for (const device of parts.flatMap((part) => (part && 'value' in part ? part.value : []))) {
    if (!byId.has(device.id)) byId.set(device.id, device);
  }
  return [...byId.values()];
}
