import type { SampleDevice } from '../tenant/model.js';
import { answerCollection } from './answer-collection.js';
import { answerCount } from './answer-count.js';
import { answerEntity } from './answer-entity.js';
import { badRequest, notFound } from './graph-error.js';
import type { GraphResponse } from './graph-request.js';
import { guid } from './guid.js';
import type { Expand } from './query-options.js';
import type { Asked, Route } from './route.js';
import { showEntity, type Entity } from './show-entity.js';
import { indexOf } from './tenant-index.js';
import type { Visibility } from './world.js';

/** Members that `$expand` brings at most (concepts/query-parameters). */
const maxExpanded = 20;

export const deviceRoutes: readonly Route[] = [
  { method: 'GET', pattern: '/devices', needs: ['Device.Read.All'], answer: listDevices },
  {
    method: 'GET',
    pattern: '/devices/$count',
    needs: ['Device.Read.All'],
    answer: ({ request, world }) => answerCount(request, 'device', indexOf(world.tenant).devices),
  },
  { method: 'GET', pattern: '/devices/*', needs: ['Device.Read.All'], answer: oneDevice },
  {
    method: 'GET',
    pattern: '/devices/*/registeredOwners',
    needs: ['Device.Read.All'],
    answer: peopleOf('registeredOwners'),
  },
  {
    method: 'GET',
    pattern: '/devices/*/registeredUsers',
    needs: ['Device.Read.All'],
    answer: peopleOf('registeredUsers'),
  },
];

function listDevices(asked: Asked): GraphResponse {
  return answerCollection(asked, {
    type: 'device',
    kind: 'set',
    entities: indexOf(asked.world.tenant).devices,
    expandWith: (entity, expand) => expandDevice(entity, expand, asked),
  });
}

function oneDevice(asked: Asked): GraphResponse {
  const device = findDevice(asked);
  const entity = indexOf(asked.world.tenant).entityOf(device.id) ?? {};
  return answerEntity(asked, 'device', entity, (expand) => expandDevice(entity, expand, asked));
}

function peopleOf(relation: Expand['relation']): Route['answer'] {
  return (asked) =>
    answerCollection(asked, {
      type: 'user',
      kind: 'relation',
      entities: indexOf(asked.world.tenant).linkedPeople(findDevice(asked), relation),
      visibility: visibilityOfPeople(asked),
    });
}

/** The people beside a device, as `$expand=registeredOwners($select=id)` brings them. */
export function expandDevice(entity: Entity, expand: Expand, asked: Asked): Entity {
  const index = indexOf(asked.world.tenant);
  const device = index.deviceById.get(String(entity['id']));
  const linked = device === undefined ? [] : index.linkedPeople(device, expand.relation);
  const shown = linked.slice(0, maxExpanded).map((person) => ({
    '@odata.type': '#microsoft.graph.user',
    ...showEntity(person, 'user', expand.select, visibilityOfPeople(asked)),
  }));
  return { [expand.relation]: shown };
}

function visibilityOfPeople({ world, visibility }: Asked): Visibility {
  return visibility === 'complete' && world.missingPermissions.has('User.Read.All') ? 'limited' : visibility;
}

/** By `id`, or by `deviceId='…'`: the one is never taken for the other. */
export function findDevice({ world, key }: Asked): SampleDevice {
  const alternate = /^deviceId='(.*)'$/i.exec(key)?.[1];
  const wanted = (alternate ?? key).toLowerCase();
  if (!guid.test(wanted)) throw badRequest(`Invalid object identifier '${alternate ?? key}'.`);
  const index = indexOf(world.tenant);
  const device = (alternate === undefined ? index.deviceById : index.deviceByDeviceId).get(wanted);
  if (device === undefined) throw notFound(alternate ?? key);
  return device;
}
