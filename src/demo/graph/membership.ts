import type { SampleGroup, SampleTenant } from '../tenant/model.js';
import type { World } from './world.js';

type Groups = Pick<SampleTenant, 'groups'>;

/** Whether a person is in the group, or in a group that is in it. */
export function isMember(tenant: Groups, personId: string, groupId: string): boolean {
  return transitiveMembers(tenant, groupId).has(personId);
}

/** The ids of all that is in the group, or in a group that is in it. A group that does not exist has nobody. */
export function transitiveMembers(tenant: Groups, groupId: string): ReadonlySet<string> {
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

/**
 * The groups as an application sees them: nobody is in those whose membership is hidden. Without Member.Read.Hidden Graph
 * refuses nothing there, it leaves out (api-reference: directoryobject-checkmembergroups, group-list-transitivemembers).
 */
export function groupsAsShown({ tenant, missingPermissions, membershipHidden }: World): Groups {
  const isHidden = ({ visibility }: SampleGroup): boolean =>
    membershipHidden === true || (visibility === 'HiddenMembership' && missingPermissions.has('Member.Read.Hidden'));
  return { groups: tenant.groups.map((group) => (isHidden(group) ? { ...group, members: [] } : group)) };
}
