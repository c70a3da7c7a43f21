import type { SamplePerson, SampleTenant } from '../tenant/model.js';
import { teamsAccount } from './teams-account.js';

export const botAccount = { id: '28:device-join-assistant', name: 'Device Join Assistant' } as const;
export const personalChatId = 'a:personal-chat';
const groupChatId = '19:office@thread.v2';
/** The id of a team is that of its General channel as well. */
const teamId = '19:contoso-it@thread.tacv2';
export const helpdeskChannelId = '19:helpdesk@thread.tacv2';
const teamGroupId = '6a6bb2a8-0f0c-4b0c-b5a4-0d9e5b6d8c11';

/** The Playground wants exactly five people beside the one who sits before it (its config schema 0.1.1). */
const othersWanted = 5;
/** Those who are worth an @mention come first. */
const mentioned = ['ben', 'carla', 'kim1', 'kim2', 'lena'];

/**
 * What `.m365agentsplayground.yml` says, as plain data. People beyond the six it can hold are known to the proxy.
 * @throws when the tenant has no such person, or fewer than six people
 */
export function playgroundConfig(tenant: SampleTenant, currentKey: string): object {
  const current = tenant.people.find(({ key }) => key === currentKey);
  if (current === undefined) throw new Error(`The sample tenant has no "${currentKey}" to sit before the Playground.`);
  const rank = ({ key }: SamplePerson): number => (mentioned.includes(key) ? 0 : 1);
  const others = tenant.people
    .filter((person) => person !== current)
    .sort((a, b) => rank(a) - rank(b))
    .slice(0, othersWanted);
  if (others.length < othersWanted) throw new Error('The Playground needs a sample tenant of at least six people.');

  const user = (person: SamplePerson): object => {
    const { id, name, aadObjectId, givenName, surname, email, userPrincipalName } = teamsAccount(
      person,
      tenant.tenantId,
    );
    return { id, name, aadObjectId, givenName, surname, email, userPrincipleName: userPrincipalName };
  };
  return {
    version: '0.1.1',
    tenantId: tenant.tenantId,
    bot: botAccount,
    currentUser: user(current),
    users: others.map(user),
    personalChat: { id: personalChatId },
    groupChat: { id: groupChatId, name: 'Office chat' },
    team: {
      id: teamId,
      name: `${tenant.displayName} IT`,
      aadGroupId: teamGroupId,
      channels: [{ id: helpdeskChannelId, name: 'Helpdesk' }],
    },
  };
}
