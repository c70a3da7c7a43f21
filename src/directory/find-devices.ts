import { z } from 'zod';
import { maxExpandedPage, maxHits } from '../limits.js';
import type { BatchRequest } from './batch.js';
import type { GraphAnswer } from './graph-failure.js';
import { literal } from './graph-path.js';
import type { GraphPort } from './graph-port.js';
import { judgeDevices } from './judge-devices.js';
import { known, parseAnswer, read, toKnown, unknown } from './known.js';
import type { Parsed, ReadAt } from './known.js';
import type { Device, Directory, FoundDevice, Known, Person } from './model.js';
import { isObjectId } from './names-one-person.js';
import { deviceSelect, readDevicePage } from './read-devices.js';
import { personSelect, readPeople } from './read-people.js';

export interface FindDevicesOptions {
  readonly graph: GraphPort;
  readonly now: () => number;
  readonly staleDays: number;
}

type Relation = 'registeredOwners' | 'registeredUsers';
type Way = 'name' | 'deviceId' | 'objectId';

/** A longer name no device has (resources/device: displayName). */
const maxNameLength = 256;

/** What owners and users are asked for with: Graph expands one relation of a request only. */
const withUsers = `$select=id&$expand=registeredUsers(${personSelect})`;
const withOwners = `${deviceSelect}&$expand=registeredOwners(${personSelect})`;

/** Makes the search for devices by name or id, for administrators: with the people beside them. */
export function createFindDevices({
  graph,
  now,
  staleDays,
}: FindDevicesOptions): Pick<Directory, 'findDevices' | 'namesLike'> {
  const readNow = (): ReadAt => ({ source: '/devices', at: new Date(now()).toISOString() });

  async function findDevices(query: string): ReturnType<Directory['findDevices']> {
    const wanted = query.trim();
    const readAt = readNow();
    if (wanted === '' || wanted.length > maxNameLength) return known({ devices: [], more: false }, readAt);
    const ways: readonly Way[] = isObjectId(wanted) ? ['objectId', 'deviceId'] : ['name'];
    const answers = await graph.batch(
      ways.flatMap((way) => requestsFor(way, wanted)),
      graph.turn(),
    );

    const found = new Map<string, Omit<FoundDevice, 'counting' | 'downLevel' | 'stale' | 'pending' | 'duplicate'>>();
    let more = false;
    for (const way of ways) {
      const page = pageOf(answers.get(`${way} owners`), way);
      // One of the two ids that got no answer leaves "no such device" unknown.
      if ('reason' in page) return unknown(page.reason, readAt);
      more ||= page.value.next !== undefined;
      const owners = peopleBeside(answers.get(`${way} owners`), way, 'registeredOwners', readAt);
      const users = peopleBeside(answers.get(`${way} users`), way, 'registeredUsers', readAt);
      for (const device of page.value.devices) {
        if (!found.has(device.id)) found.set(device.id, { device, owners: owners(device.id), users: users(device.id) });
      }
    }
    const judged = judgeDevices(
      [...found.values()].map(({ device }) => device),
      { now: now(), staleDays },
    );
    const none = unknown('invalid', readAt);
    const devices = judged.map((each) => ({
      ...each,
      owners: found.get(each.device.id)?.owners ?? none,
      users: found.get(each.device.id)?.users ?? none,
    }));
    return known({ devices, more }, readAt);
  }

  async function namesLike(beginning: string): Promise<Known<readonly string[]>> {
    const readAt = readNow();
    // Several objects share a name, so that more of them are asked for than names are wanted.
    const url = `/devices?$filter=startswith(displayName,${literal(beginning.trim())})&${deviceSelect}&$top=${maxExpandedPage}`;
    const page = read(await graph.get(url, graph.turn()), (body) => readDevicePage(body, 'name'), readAt);
    if (!page.known) return page;
    const names = new Set(page.value.devices.flatMap(({ displayName }) => displayName ?? []));
    return known([...names].toSorted((a, b) => a.localeCompare(b)).slice(0, maxHits), readAt);
  }

  return { findDevices, namesLike };
}

function requestsFor(way: Way, wanted: string): readonly BatchRequest[] {
  const path =
    way === 'objectId'
      ? `/devices/${wanted}?`
      : `/devices?$filter=${way === 'name' ? 'displayName' : 'deviceId'}%20eq%20${literal(wanted)}&$top=${maxExpandedPage}&`;
  return [
    { id: `${way} owners`, url: `${path}${withOwners}` },
    { id: `${way} users`, url: `${path}${withUsers}` },
  ];
}

/** An object that is asked for by its id comes alone; that there is none is an answer. */
function pageOf(answer: GraphAnswer | undefined, way: Way): ReturnType<typeof readDevicePage> {
  if (way !== 'objectId') return parseAnswer(answer, (body) => readDevicePage(body, way));
  if (answer?.ok === false && answer.reason === 'notFound') return { value: { devices: [], next: undefined } };
  return parseAnswer(answer, (body) => readDevicePage({ value: [body] }, way));
}

const objects = z.object({ value: z.array(z.looseObject({ id: z.string().toLowerCase() })) });

/** The people of each object by its id. */
function peopleBeside(
  answer: GraphAnswer | undefined,
  way: Way,
  relation: Relation,
  readAt: ReadAt,
): (id: Device['id']) => Known<readonly Person[]> {
  const list = parseAnswer(answer, (body): Parsed<z.infer<typeof objects>['value']> => {
    const { data } = objects.safeParse(way === 'objectId' ? { value: [body] } : body);
    return data ? { value: data.value } : { reason: 'invalid' };
  });
  return (id) => {
    if ('reason' in list) return unknown(list.reason, readAt);
    return toKnown(readPeople({ value: list.value.find((object) => object.id === id)?.[relation] }), readAt);
  };
}
