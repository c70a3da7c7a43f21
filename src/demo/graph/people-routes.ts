import type { SamplePerson } from '../tenant/model.js';
import { answerCollection } from './answer-collection.js';
import { answerCount } from './answer-count.js';
import { answerEntity } from './answer-entity.js';
import { badRequest, notFound } from './graph-error.js';
import { ok, type GraphResponse } from './graph-request.js';
import { expandDevice } from './device-routes.js';
import { guid } from './guid.js';
import { groupsAsShown, isMember } from './membership.js';
import type { CollectionKind } from './query-options.js';
import { readJsonBody } from './read-json-body.js';
import type { Asked, Route } from './route.js';
import { indexOf } from './tenant-index.js';

const maxGroupIds = 20;

export const peopleRoutes: readonly Route[] = [
  { method: 'GET', pattern: '/users', needs: ['User.Read.All'], answer: listPeople },
  {
    method: 'GET',
    pattern: '/users/$count',
    needs: ['User.Read.All'],
    answer: ({ request, world }) => answerCount(request, 'user', indexOf(world.tenant).people),
  },
  { method: 'GET', pattern: '/users/*', needs: ['User.Read.All'], answer: onePerson },
  ...(['ownedDevices', 'registeredDevices'] as const).flatMap((relation): Route[] => [
    {
      method: 'GET',
      pattern: `/users/*/${relation}`,
      needs: ['User.Read.All'],
      answer: devicesOf(relation, 'relation'),
    },
    {
      method: 'GET',
      pattern: `/users/*/${relation}/microsoft.graph.device`,
      needs: ['User.Read.All'],
      answer: devicesOf(relation, 'cast'),
    },
  ]),
  {
    method: 'POST',
    pattern: '/users/*/checkMemberGroups',
    needs: ['User.Read.All', 'GroupMember.Read.All'],
    answer: checkMemberGroups,
  },
];

function listPeople(asked: Asked): GraphResponse {
  return answerCollection(asked, { type: 'user', kind: 'set', entities: indexOf(asked.world.tenant).people });
}

function onePerson(asked: Asked): GraphResponse {
  return answerEntity(asked, 'user', indexOf(asked.world.tenant).entityOf(findPerson(asked).id) ?? {});
}

/** Without Device.Read.All Graph still names the members, with limited information. */
function devicesOf(relation: 'ownedDevices' | 'registeredDevices', kind: CollectionKind): Route['answer'] {
  const links = relation === 'ownedDevices' ? 'registeredOwners' : 'registeredUsers';
  return (asked) => {
    const { world, visibility } = asked;
    const person = findPerson(asked);
    const linked = indexOf(world.tenant).linkedDevices(person.id, links);
    const limited = visibility === 'complete' && world.missingPermissions.has('Device.Read.All');
    return answerCollection(asked, {
      type: 'device',
      kind,
      entities: linked,
      visibility: limited ? 'limited' : visibility,
      expandWith: (entity, expand) => expandDevice(entity, expand, asked),
    });
  };
}

function checkMemberGroups(asked: Asked): GraphResponse {
  const { request, world, visibility } = asked;
  const person = findPerson(asked);
  const groupIds = groupIdsOf(readJsonBody(request));
  const shown = groupsAsShown(world);
  const value = groupIds.filter((groupId) => isMember(shown, person.id, groupId));
  const context = `${world.origin}/v1.0/$metadata#Collection(Edm.String)`;
  return ok({ '@odata.context': context, value: visibility === 'nothing' ? null : value });
}

function groupIdsOf(body: unknown): readonly string[] {
  const ids: unknown = typeof body === 'object' && body !== null && 'groupIds' in body ? body.groupIds : undefined;
  if (!Array.isArray(ids) || ids.length === 0)
    throw badRequest("The parameter 'groupIds' is required and must be a collection that is not empty.");
  if (ids.length > maxGroupIds)
    throw badRequest(`The number of values specified for 'groupIds' exceeds the limit of ${maxGroupIds}.`);
  for (const id of ids) {
    if (typeof id !== 'string' || !guid.test(id)) throw badRequest(`Invalid GUID: ${String(id)}`);
  }
  return ids as readonly string[];
}

function findPerson({ world, key }: Asked): SamplePerson {
  const wanted = key.toLowerCase();
  const index = indexOf(world.tenant);
  const person = index.personById.get(wanted) ?? index.personByUpn.get(wanted);
  if (person === undefined) throw notFound(key);
  return person;
}
