import type { SampleDevice } from '../tenant/model.js';
import { answerCollection } from './answer-collection.js';
import { answerCount } from './answer-count.js';
import { answerEntity } from './answer-entity.js';
import { deviceEntity, userEntity } from './entities.js';
import { badRequest, notFound } from './graph-error.js';
import type { GraphResponse } from './graph-request.js';
import { guid } from './guid.js';
import type { Expand } from './query-options.js';
import type { Asked, Route } from './route.js';
import { showEntity, type Entity } from './show-entity.js';
import type { Visibility, World } from './world.js';

/** Members that `$expand` brings at most (concepts/query-parameters). */
const maxExpanded = 20;

export const deviceRoutes: readonly Route[] = [
  { method: 'GET', pattern: '/devices', needs: ['Device.Read.All'], answer: listDevices },
  { method: 'GET', pattern: '/devices/$count', needs: ['Device.Read.All'], answer: ({ request, world }) => answerCount(request, 'device', world.tenant.devices.map(deviceEntity)) },
  { method: 'GET', pattern: '/devices/*', needs: ['Device.Read.All'], answer: oneDevice },
  { method: 'GET', pattern: '/devices/*/registeredOwners', needs: ['Device.Read.All'], answer: peopleOf('registeredOwners') },
  { method: 'GET', pattern: '/devices/*/registeredUsers', needs: ['Device.Read.All'], answer: peopleOf('registeredUsers') },
];

function listDevices(asked: Asked): GraphResponse {
  return answerCollection(asked, {
    type: 'device',
    kind: 'set',
    entities: asked.world.tenant.devices.map(deviceEntity),
    expandWith: (entity, expand) => expandDevice(entity, expand, asked),
  });
}

function oneDevice(asked: Asked): GraphResponse {
  const entity = deviceEntity(findDevice(asked));
  return answerEntity(asked, 'device', entity, (expand) => expandDevice(entity, expand, asked));
}

function peopleOf(relation: Expand['relation']): Route['answer'] {
  return (asked) =>
    answerCollection(asked, {
      type: 'user',
      kind: 'relation',
      entities: linkedPeople(asked.world, findDevice(asked), relation),
      visibility: visibilityOfPeople(asked),
    });
}

/** The people beside a device, as `$expand=registeredOwners($select=id)` brings them. */
export function expandDevice(entity: Entity, expand: Expand, asked: Asked): Entity {
  const { world } = asked;
  const device = world.tenant.devices.find(({ id }) => id === entity['id']);
  const linked = device === undefined ? [] : linkedPeople(world, device, expand.relation);
  const shown = linked.slice(0, maxExpanded).map((person) => ({
    '@odata.type': '#microsoft.graph.user',
    ...showEntity(person, 'user', expand.select, visibilityOfPeople(asked)),
  }));
  return { [expand.relation]: shown };
}

function linkedPeople(world: World, device: SampleDevice, relation: Expand['relation']): readonly Entity[] {
  return world.tenant.people.filter(({ id }) => device[relation].includes(id)).map((person) => userEntity(person, world.tenant));
}

function visibilityOfPeople({ world, visibility }: Asked): Visibility {
  return visibility === 'complete' && world.missingPermissions.has('User.Read.All') ? 'limited' : visibility;
}

/** By `id`, or by `deviceId='…'`: the one is never taken for the other. */
function findDevice({ world, key }: Asked): SampleDevice {
  const alternate = /^deviceId='(.*)'$/i.exec(key)?.[1];
  const wanted = (alternate ?? key).toLowerCase();
  if (!guid.test(wanted)) throw badRequest(`Invalid object identifier '${alternate ?? key}'.`);
  const device = world.tenant.devices.find((each) => (alternate === undefined ? each.id : each.deviceId) === wanted);
  if (device === undefined) throw notFound(alternate ?? key);
  return device;
}
