import { contextOf } from './answer-collection.js';
import { answerEntity } from './answer-entity.js';
import { domainEntities, organizationEntity, policyEntity } from './entities.js';
import { notFound } from './graph-error.js';
import { ok, type GraphResponse } from './graph-request.js';
import type { EntityType } from './property-names.js';
import { allowOnly, readSelect } from './query-options.js';
import type { Asked, Route } from './route.js';
import { showEntity, type Entity } from './show-entity.js';

export const tenantRoutes: readonly Route[] = [
  {
    method: 'GET',
    pattern: '/policies/deviceRegistrationPolicy',
    needs: ['Policy.Read.DeviceConfiguration'],
    answer: (asked) => answerEntity(asked, 'deviceRegistrationPolicy', policyEntity(asked.world.tenant)),
  },
  {
    method: 'GET',
    pattern: '/domains',
    needs: ['Domain.Read.All'],
    answer: (asked) => answerAll(asked, 'domain', domainEntities(asked.world.tenant)),
  },
  {
    method: 'GET',
    pattern: '/domains/*',
    needs: ['Domain.Read.All'],
    answer: (asked) => {
      const domain = domainEntities(asked.world.tenant).find(({ id }) => id === asked.key.toLowerCase());
      if (domain === undefined) throw notFound(asked.key);
      return answerEntity(asked, 'domain', domain);
    },
  },
  {
    method: 'GET',
    pattern: '/organization',
    needs: ['Organization.Read.All'],
    answer: (asked) => answerAll(asked, 'organization', [organizationEntity(asked.world.tenant)]),
  },
];

/** Small collections that Graph answers at once, without paging or filters. */
function answerAll(asked: Asked, type: EntityType, entities: readonly Entity[]): GraphResponse {
  const { request, visibility } = asked;
  allowOnly(request, ['$select']);
  const select = readSelect(request.query.get('$select'), type);
  const value = entities.map((entity) => showEntity(entity, type, select, visibility));
  return ok({ '@odata.context': contextOf(asked, select), value });
}
