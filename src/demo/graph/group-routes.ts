import type { SampleGroup } from '../tenant/model.js';
import { answerCollection } from './answer-collection.js';
import { answerEntity } from './answer-entity.js';
import { groupEntity } from './entities.js';
import { notFound } from './graph-error.js';
import type { GraphResponse } from './graph-request.js';
import { groupsAsShown, transitiveMembers } from './membership.js';
import type { Asked, Route } from './route.js';
import { indexOf } from './tenant-index.js';

export const groupRoutes: readonly Route[] = [
  {
    method: 'GET',
    pattern: '/groups/*',
    needs: ['GroupMember.Read.All'],
    answer: (asked) => answerEntity(asked, 'group', groupEntity(findGroup(asked))),
  },
  {
    method: 'GET',
    pattern: '/groups/*/transitiveMembers/microsoft.graph.user',
    needs: ['GroupMember.Read.All'],
    answer: peopleIn,
  },
];

/** Without User.Read.All Graph still names the members, with limited information. */
function peopleIn(asked: Asked): GraphResponse {
  const { world, visibility } = asked;
  const members = transitiveMembers(groupsAsShown(world), findGroup(asked).id);
  const limited = visibility === 'complete' && world.missingPermissions.has('User.Read.All');
  return answerCollection(asked, {
    type: 'user',
    kind: 'cast',
    entities: indexOf(world.tenant).people.filter(({ id }) => members.has(String(id))),
    visibility: limited ? 'limited' : visibility,
  });
}

function findGroup({ world, key }: Asked): SampleGroup {
  const group = world.tenant.groups.find(({ id }) => id === key.toLowerCase());
  if (group === undefined) throw notFound(key);
  return group;
}
