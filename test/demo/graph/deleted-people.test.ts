import { describe, expect, it } from 'vitest';
import { eventual, person, refusal, simulatedGraph, tenant } from './simulated.js';

const { graph, get } = simulatedGraph();
const [gone] = tenant.deletedPeople ?? [];
if (!gone) throw new Error('Somebody was deleted');
const list = '/directory/deletedItems/microsoft.graph.user';

describe('deleted people', () => {
  it('are listed under their type, with their address behind their own id', async () => {
    const filter = encodeURIComponent(`endswith(userPrincipalName,'${gone.userPrincipalName}')`);
    const answer = await get(
      `${list}?$filter=${filter}&$count=true&$select=id,userPrincipalName,deletedDateTime`,
      eventual,
    );
    expect(answer.json.value).toEqual([
      {
        id: gone.id,
        userPrincipalName: `${gone.id.replaceAll('-', '')}${gone.userPrincipalName}`,
        deletedDateTime: gone.deletedDateTime,
      },
    ]);
  });

  it('need the advanced mode, and the right to read people', async () => {
    expect(refusal(await get(`${list}?$count=true`))).toMatchObject({ status: 400, code: 'Request_UnsupportedQuery' });
    expect(refusal(await get('/directory/deletedItems', eventual))).toMatchObject({ status: 400 });
    graph().missingPermissions.add('User.Read.All');
    expect(refusal(await get(`${list}?$count=true`, eventual))).toMatchObject({ status: 403 });
    expect(refusal(await get(`/directory/deletedItems/${gone.id}/microsoft.graph.user`))).toMatchObject({
      status: 403,
    });
  });

  it('come one by one by their id, and others do not', async () => {
    expect(
      (await get(`/directory/deletedItems/${gone.id}/microsoft.graph.user?$select=displayName`)).json.displayName,
    ).toBe('Viktor Lang');
    expect((await get(`/directory/deletedItems/${person('ada').id}/microsoft.graph.user`)).status).toBe(404);
    expect((await get(`/users/${gone.id}`)).status).toBe(404);
    expect((await get(`/users/${gone.userPrincipalName}`)).status).toBe(404);
  });
});
