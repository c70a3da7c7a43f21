import type { SampleTenant } from '../tenant/model.js';

/** Whether a person is in the group, or in a group that is in it. */
export function isMember(tenant: SampleTenant, personId: string, groupId: string): boolean {
  return transitiveMembers(tenant, groupId).has(personId);
}

/** The ids of all that is in the group, or in a group that is in it. A group that does not exist has nobody. */
export function transitiveMembers(tenant: SampleTenant, groupId: string): ReadonlySet<string> {
  const found = new Set<string>();
  const waiting = [groupId.toLowerCase()];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const members = tenant.groups.find((group) => group.id === id)?.members ?? [];
    const unseen = members.filter((member) => !found.has(member));
    for (const member of unseen) found.add(member);
    waiting.push(...unseen);
  }
  return found;
}
