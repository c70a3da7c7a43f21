import { answerCollection } from './answer-collection.js';
import { answerEntity } from './answer-entity.js';
import { deletedEntity } from './entities.js';
import { notFound } from './graph-error.js';
import type { Route } from './route.js';
import type { Entity } from './show-entity.js';
import type { World } from './world.js';

/** Deleted people, of whom Graph tells only under the type in the path (api-reference: directory-deleteditems-list). */
export const deletedRoutes: readonly Route[] = [
  {
    method: 'GET',
    pattern: '/directory/deletedItems/microsoft.graph.user',
    needs: ['User.Read.All'],
    answer: (asked) => answerCollection(asked, { type: 'user', kind: 'cast', entities: deletedPeople(asked.world) }),
  },
  {
    method: 'GET',
    pattern: '/directory/deletedItems/*/microsoft.graph.user',
    needs: ['User.Read.All'],
    answer: (asked) => {
      const person = deletedPeople(asked.world).find(({ id }) => id === asked.key.toLowerCase());
      if (person === undefined) throw notFound(asked.key);
      return answerEntity(asked, 'user', person);
    },
  },
];

function deletedPeople({ tenant }: World): readonly Entity[] {
  return (tenant.deletedPeople ?? []).map((person) => deletedEntity(person, tenant));
}
