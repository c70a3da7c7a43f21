/** What a permission is for, as the doctor and the README name it: `doctor.feature.X`. */
export interface NeededPermission {
  readonly name: string;
  /** Only where devices may be deleted (ALLOW_DEVICE_CLEANUP). */
  readonly onlyForCleanUp?: boolean;
  /** A cheap request that only this permission answers; undefined = none that changes nothing. */
  readonly probe?: string;
}

/** The application permissions that are needed, and no others (graph: permissions reference). README.md has the same table. */
export const neededPermissions: readonly NeededPermission[] = [
  { name: 'User.Read.All', probe: '/users?$select=id&$top=1' },
  { name: 'Device.Read.All', probe: '/devices?$select=id&$top=1' },
  { name: 'Policy.Read.DeviceConfiguration', probe: '/policies/deviceRegistrationPolicy' },
  { name: 'Domain.Read.All', probe: '/domains?$select=id' },
  { name: 'Device.ReadWrite.All', onlyForCleanUp: true },
  { name: 'GroupMember.Read.All', probe: '/groups/00000000-0000-0000-0000-000000000000' },
];

/** Permissions that hold others in them, so that those need not be granted; more than is needed all the same. */
const broader: Readonly<Record<string, readonly string[]>> = {
  'Directory.Read.All': ['User.Read.All', 'Device.Read.All', 'Domain.Read.All', 'GroupMember.Read.All'],
  'Directory.ReadWrite.All': [
    'User.Read.All',
    'Device.Read.All',
    'Domain.Read.All',
    'GroupMember.Read.All',
    'Device.ReadWrite.All',
  ],
  'User.ReadWrite.All': ['User.Read.All'],
  'Device.ReadWrite.All': ['Device.Read.All'],
  'Group.Read.All': ['GroupMember.Read.All'],
  'GroupMember.ReadWrite.All': ['GroupMember.Read.All'],
  'Group.ReadWrite.All': ['GroupMember.Read.All'],
  'Domain.ReadWrite.All': ['Domain.Read.All'],
  'Policy.Read.All': ['Policy.Read.DeviceConfiguration'],
};

export interface JudgedPermissions {
  readonly missing: readonly string[];
  /** Granted and not needed. */
  readonly tooMany: readonly string[];
}

/** What is missing and what is too much, of the roles in a token. */
export function judgePermissions(roles: readonly string[], cleanUp: boolean): JudgedPermissions {
  const needed = neededPermissions.filter(({ onlyForCleanUp }) => cleanUp || !onlyForCleanUp).map(({ name }) => name);
  const granted = new Set([...roles, ...roles.flatMap((role) => broader[role] ?? [])]);
  return {
    missing: needed.filter((name) => !granted.has(name)),
    tooMany: roles.filter((role) => !needed.includes(role)),
  };
}
