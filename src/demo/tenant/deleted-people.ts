import type { SampleDeletedPerson } from './model.js';

/** Who left lately: the account can still be restored. Not one of the people that the demo lets anybody be. */
export function deletedPeople(now: Date): readonly SampleDeletedPerson[] {
  return [
    {
      id: 'c4a1d0de-6f4b-4c59-9a53-0b6f8a6d7e21',
      displayName: 'Viktor Lang',
      userPrincipalName: 'viktor.lang@contoso.com',
      accountEnabled: false,
      onPremisesSyncEnabled: true,
      userType: 'Member',
      deletedDateTime: new Date(now.getTime() - 9 * 86_400_000).toISOString().replace(/\.\d{3}Z$/, 'Z'),
    },
  ];
}
