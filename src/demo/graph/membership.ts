import type { SampleTenant } from '../tenant/model.js';

/** Whether a person is in the group, or in a group that is in it. A group that does not exist has nobody. */
export function isMember(tenant: SampleTenant, personId: string, groupId: string): boolean {
  const waiting = [groupId.toLowerCase()];
  const seen = new Set<string>();
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    const members = tenant.groups.find((group) => group.id === id)?.members ?? [];
    if (members.includes(personId)) return true;
    waiting.push(...members);
  }
  return false;
}
