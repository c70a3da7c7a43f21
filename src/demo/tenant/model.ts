/** A person of the sample tenant: Graph's `user` object, a short key to be addressed by, and why they are there. */
export interface SamplePerson {
  /** What `as KEY` in the demo takes, e.g. `ben`. */
  readonly key: string;
  /** One plain sentence: the situation this person shows. */
  readonly situation: string;
  readonly id: string;
  readonly displayName: string;
  readonly userPrincipalName: string;
  readonly accountEnabled: boolean;
  readonly onPremisesSyncEnabled: boolean | null;
  readonly userType: 'Member' | 'Guest';
}

/** Graph's `device` object with the links that Graph keeps beside it. Properties not given answer null. */
export interface SampleDevice {
  readonly id: string;
  readonly deviceId: string;
  readonly displayName: string;
  readonly trustType: 'Workplace' | 'AzureAd' | 'ServerAd';
  readonly operatingSystem: string | null;
  readonly operatingSystemVersion: string;
  readonly accountEnabled: boolean;
  readonly approximateLastSignInDateTime: string | null;
  readonly registrationDateTime: string | null;
  readonly isManaged?: boolean | null;
  readonly onPremisesSyncEnabled?: boolean | null;
  readonly onPremisesLastSyncDateTime?: string | null;
  readonly physicalIds?: readonly string[];
  /** Person ids. Windows 10+ hybrid joined objects have none. */
  readonly registeredOwners: readonly string[];
  readonly registeredUsers: readonly string[];
}

export interface SampleDomain {
  readonly id: string;
  readonly authenticationType: 'Managed' | 'Federated';
  readonly isVerified: boolean;
  readonly isDefault: boolean;
}

export interface SampleGroup {
  readonly id: string;
  readonly displayName: string;
  /** Person ids or group ids: membership is transitive. */
  readonly members: readonly string[];
  /** Who is in it is told only to an application with Member.Read.Hidden. */
  readonly visibility?: 'HiddenMembership';
}

/** Somebody who was deleted and can be restored. `userPrincipalName` as it was before. */
export interface SampleDeletedPerson extends Omit<SamplePerson, 'key' | 'situation'> {
  readonly deletedDateTime: string;
}

/** Whom a setting of the device registration policy is for; the lists are ids. */
export type SampleAudience = 'all' | 'none' | { readonly users: readonly string[]; readonly groups: readonly string[] };

export interface SampleDevicePolicy {
  readonly mayJoin: SampleAudience;
  readonly mayRegister: SampleAudience;
  readonly localAdmins: SampleAudience;
  readonly mfaOnJoin: boolean;
  readonly laps: boolean;
}

export interface SampleTenant {
  readonly tenantId: string;
  readonly displayName: string;
  readonly userDeviceQuota: number;
  readonly helpdeskGroupId: string;
  readonly adminGroupId: string;
  readonly people: readonly SamplePerson[];
  readonly devices: readonly SampleDevice[];
  readonly domains: readonly SampleDomain[];
  readonly groups: readonly SampleGroup[];
  /** Nobody when not told. */
  readonly deletedPeople?: readonly SampleDeletedPerson[];
  /** Everybody may, without MFA and LAPS, when not told. */
  readonly devicePolicy?: SampleDevicePolicy;
}
