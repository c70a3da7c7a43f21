const objectId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** True for what Entra's ids look like: object ids, and the DeviceIds that PCs show. */
export function isObjectId(query: string): boolean {
  return objectId.test(query);
}

/** True for an Entra object id or a UPN: Graph takes it as `/users/…`, without a search. */
export function namesOnePerson(query: string): boolean {
  return query.includes('@') || isObjectId(query);
}
