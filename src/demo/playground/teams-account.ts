import type { SamplePerson } from '../tenant/model.js';

/** A person as Teams' connector lists them among a conversation's members. */
export interface TeamsAccount {
  readonly id: string;
  readonly aadObjectId: string;
  readonly name: string;
  readonly givenName: string;
  readonly surname: string;
  readonly email: string;
  readonly userPrincipalName: string;
  readonly tenantId: string;
  readonly userRole: 'user';
}

/** Teams' own id of a person: unlike the Entra object id, it means something to this bot alone. */
export function teamsId(person: SamplePerson): string {
  return `29:${person.key}`;
}

export function teamsAccount(person: SamplePerson, tenantId: string): TeamsAccount {
  const [givenName = '', ...others] = person.displayName.split(' ');
  return {
    id: teamsId(person),
    aadObjectId: person.id,
    name: person.displayName,
    givenName,
    surname: others.join(' '),
    email: person.userPrincipalName,
    userPrincipalName: person.userPrincipalName,
    tenantId,
    userRole: 'user',
  };
}
