import { objectIdIn } from '../runtime/object-id.js';

/** True for what Entra's ids look like: object ids, and the DeviceIds that PCs show. */
export function isObjectId(query: string): boolean {
  return objectIdIn(query) !== undefined;
}

/** True for an Entra object id or a UPN: Graph takes it as `/users/…`, without a search. */
export function namesOnePerson(query: string): boolean {
  return query.includes('@') || isObjectId(query);
}
