import type { SampleAudience, SampleDeletedPerson, SampleDevice, SamplePerson, SampleTenant } from '../tenant/model.js';
import type { Entity } from './show-entity.js';

/** A person as Graph's `user`. What the sample does not know is null. */
export function userEntity(person: SamplePerson, tenant: SampleTenant): Entity {
  const [account = '', suffix = ''] = person.userPrincipalName.split('@');
  const [givenName, ...surnames] = person.displayName.split(' ');
  const synced = person.onPremisesSyncEnabled === true;
  return {
    ...person,
    givenName,
    surname: surnames.join(' ') || null,
    mail: person.userType === 'Guest' ? null : person.userPrincipalName,
    mailNickname: account,
    businessPhones: [],
    imAddresses: [],
    otherMails: [],
    proxyAddresses: [],
    onPremisesSamAccountName: synced ? account.slice(0, 20) : null,
    onPremisesUserPrincipalName: synced ? person.userPrincipalName : null,
    onPremisesDomainName: synced ? suffix : null,
    usageLocation: 'SE',
    preferredLanguage: null,
    securityIdentifier: null,
    companyName: tenant.displayName,
  };
}

/** A device as Graph's `device`. A registered Windows device carries its key's thumbprint, a pending one does not. */
export function deviceEntity(device: SampleDevice): Entity {
  const registered = device.registrationDateTime !== null;
  return {
    profileType: 'RegisteredDevice',
    systemLabels: [],
    ...device,
    physicalIds: device.physicalIds ?? [],
    isCompliant: device.isManaged === true ? true : null,
    managementType: device.isManaged === true ? 'MDM' : null,
    deviceOwnership: device.isManaged === true ? 'Company' : null,
    alternativeSecurityIds: registered ? [{ type: 2, identityProvider: null, key: keyOf(device) }] : [],
  };
}

export function domainEntities(tenant: SampleTenant): readonly Entity[] {
  return tenant.domains.map((domain) => ({
    availabilityStatus: null,
    isAdminManaged: true,
    isInitial: domain.id.endsWith('.onmicrosoft.com'),
    isRoot: !tenant.domains.some((other) => domain.id.endsWith(`.${other.id}`)),
    supportedServices: ['Email', 'OfficeCommunicationsOnline'],
    ...domain,
  }));
}

export function policyEntity(tenant: SampleTenant): Entity {
  const {
    mayJoin = 'all',
    mayRegister = 'all',
    localAdmins = 'all',
    mfaOnJoin = false,
    laps = false,
  } = tenant.devicePolicy ?? {};
  return {
    id: 'deviceRegistrationPolicy',
    displayName: 'Device Registration Policy',
    description:
      'Tenant-wide policy that manages initial provisioning controls using quota restrictions, additional authentication and authorization checks',
    userDeviceQuota: tenant.userDeviceQuota,
    multiFactorAuthConfiguration: mfaOnJoin ? 'required' : 'notRequired',
    azureADRegistration: { isAdminConfigurable: true, allowedToRegister: audience(mayRegister) },
    azureADJoin: {
      isAdminConfigurable: true,
      allowedToJoin: audience(mayJoin),
      localAdmins: { enableGlobalAdmins: true, registeringUsers: audience(localAdmins) },
    },
    localAdminPassword: { isEnabled: laps },
  };
}

function audience(to: SampleAudience): Entity {
  const type = (kind: string): Entity => ({ '@odata.type': `#microsoft.graph.${kind}DeviceRegistrationMembership` });
  return typeof to === 'string'
    ? type(to === 'none' ? 'no' : 'all')
    : { ...type('enumerated'), users: to.users, groups: to.groups };
}

/** A deleted person keeps the address behind their own id without dashes, so that it is free again (entra users-restore). */
export function deletedEntity(person: SampleDeletedPerson, tenant: SampleTenant): Entity {
  const userPrincipalName = `${person.id.replaceAll('-', '')}${person.userPrincipalName}`;
  return {
    ...userEntity({ ...person, key: '', situation: '' }, tenant),
    userPrincipalName,
    deletedDateTime: person.deletedDateTime,
  };
}

export function organizationEntity(tenant: SampleTenant): Entity {
  return {
    id: tenant.tenantId,
    displayName: tenant.displayName,
    onPremisesSyncEnabled: true,
    tenantType: 'AAD',
    businessPhones: [],
    technicalNotificationMails: [],
    verifiedDomains: domainEntities(tenant)
      .filter((domain) => domain['isVerified'])
      .map(({ id, isDefault, isInitial, authenticationType }) => ({
        name: id,
        isDefault,
        isInitial,
        type: authenticationType,
        capabilities: 'Email, OfficeCommunicationsOnline',
      })),
  };
}

export function groupEntity(group: SampleTenant['groups'][number]): Entity {
  return {
    id: group.id,
    displayName: group.displayName,
    securityEnabled: true,
    mailEnabled: false,
    groupTypes: [],
    proxyAddresses: [],
    visibility: group.visibility ?? null,
  };
}

/** Graph's key is base64 of UTF-16 text `X509:<SHA1-TP-PUBKEY>` and a thumbprint. */
function keyOf(device: SampleDevice): string {
  const thumbprint = device.deviceId.replaceAll('-', '').toUpperCase().padEnd(40, '0');
  return Buffer.from(`X509:<SHA1-TP-PUBKEY>${thumbprint}`, 'utf16le').toString('base64');
}
