import type { Known } from '../directory/model.js';
import { confirmedMemberMs } from '../limits.js';
import type { ConfirmedMembers } from './ports.js';

/** `earlierMember`: the directory does not answer, and said within the last 24 hours that the person is one. */
export type HelpdeskMembership = 'member' | 'earlierMember' | 'notMember' | 'unknown';

export interface HelpdeskMembershipOptions {
  /** Transitive membership, as the directory has it. */
  readonly isMember: (personId: string, groupId: string) => Promise<Known<boolean>>;
  readonly confirmed: ConfirmedMembers;
  /** undefined = nobody is helpdesk. */
  readonly helpdeskGroupId: string | undefined;
  readonly now: () => Date;
}

/** Who of the helpdesk somebody is. What the directory says is remembered, so that tickets move while it is silent. */
export function createHelpdeskMembership({ isMember, confirmed, helpdeskGroupId, now }: HelpdeskMembershipOptions) {
  return async function membershipOf(personId: string): Promise<HelpdeskMembership> {
    if (helpdeskGroupId === undefined || personId === '') return 'notMember';
    const asked = now().getTime();
    const member = await isMember(personId, helpdeskGroupId);
    const before = await confirmed.confirmedAt(personId, helpdeskGroupId);
    if (!member.known)
      return before !== undefined && now().getTime() - before < confirmedMemberMs ? 'earlierMember' : 'unknown';
    const at = Date.parse(member.at);
    if (!member.value) {
      if (before !== undefined && before <= at) await confirmed.takeBack(personId, helpdeskGroupId);
      return 'notMember';
    }
    // What was kept from before confirms nothing: another instance may have heard otherwise since, and taken it back.
    if (at >= asked) await confirmed.confirm(personId, helpdeskGroupId, at);
    return 'member';
  };
}
