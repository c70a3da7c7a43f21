export type FilterType = 'text' | 'guid' | 'flag' | 'time';

/**
 * What `$filter` takes, by entity type (resources/device and resources/user; trustType after Microsoft's own
 * pending-devices script). `text` takes eq, ne, in, startswith and endswith, `guid` all of these but endswith,
 * `flag` eq and ne, `time` eq, ne, ge and le.
 */
export const filterableProperties: Readonly<Record<'device' | 'user', Readonly<Record<string, FilterType>>>> = {
  device: {
    id: 'guid',
    deviceId: 'guid',
    displayName: 'text',
    operatingSystem: 'text',
    operatingSystemVersion: 'text',
    trustType: 'text',
    profileType: 'text',
    accountEnabled: 'flag',
    isCompliant: 'flag',
    isManaged: 'flag',
    onPremisesSyncEnabled: 'flag',
    approximateLastSignInDateTime: 'time',
    onPremisesLastSyncDateTime: 'time',
  },
  user: {
    id: 'guid',
    displayName: 'text',
    givenName: 'text',
    surname: 'text',
    mail: 'text',
    userPrincipalName: 'text',
    userType: 'text',
    accountEnabled: 'flag',
    onPremisesSyncEnabled: 'flag',
  },
};
