import { afterEach, describe, expect, it } from 'vitest';
import type { SampleGroup } from '../../../src/demo/tenant/model.js';
import { eventual, person, simulatedGraph, tenant } from './simulated.js';

const { graph, get, post, grantAll } = simulatedGraph();
const { adminGroupId, helpdeskGroupId } = tenant;
const membersOf = (groupId: string) =>
  get(`/groups/${groupId}/transitiveMembers/microsoft.graph.user?$select=id&$count=true`, eventual);
const groupsOf = async (key: string, ...groupIds: readonly string[]) =>
  (await post(`/users/${person(key).id}/checkMemberGroups`, { groupIds })).json.value;
const hide = (...ids: readonly string[]): void =>
  graph().change({
    groups: tenant.groups.map((group): SampleGroup =>
      ids.includes(group.id) ? { ...group, visibility: 'HiddenMembership' } : group,
    ),
  });
afterEach(() => graph().change(tenant));

describe('a group whose membership is hidden', () => {
  it('is there and has nobody, and nobody is refused', async () => {
    hide(adminGroupId);
    expect((await get(`/groups/${adminGroupId}?$select=id,visibility`)).json).toMatchObject({
      id: adminGroupId,
      visibility: 'HiddenMembership',
    });
    expect(await membersOf(adminGroupId)).toMatchObject({ status: 200, json: { '@odata.count': 0, value: [] } });
    expect(await groupsOf('ada', adminGroupId, helpdeskGroupId)).toEqual([helpdeskGroupId]);
  });

  it('tells an application with Member.Read.Hidden', async () => {
    hide(adminGroupId);
    grantAll();
    expect((await membersOf(adminGroupId)).json.value).toHaveLength(2);
    expect(await groupsOf('ada', adminGroupId)).toEqual([adminGroupId]);
  });

  it('hides those whom it brings into another one', async () => {
    const inner = tenant.groups.find(({ displayName }) => displayName.includes('second line'))?.id ?? '';
    expect(await groupsOf('marek', helpdeskGroupId)).toEqual([helpdeskGroupId]);
    hide(inner);
    expect(await groupsOf('marek', helpdeskGroupId)).toEqual([]);
    expect(await groupsOf('lena', helpdeskGroupId)).toEqual([helpdeskGroupId]);
  });

  it('may be any, by plan', async () => {
    grantAll();
    graph().faults.set([{ match: /checkMemberGroups|transitiveMembers/, kind: 'hiddenMembership', times: 2 }]);
    expect((await membersOf(adminGroupId)).json.value).toEqual([]);
    expect(await groupsOf('ada', adminGroupId)).toEqual([]);
    expect(await groupsOf('ada', adminGroupId)).toEqual([adminGroupId]);
  });
});
