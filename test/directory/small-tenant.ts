import type { SampleDevice, SampleDomain, SamplePerson, SampleTenant } from '../../src/demo/tenant/model.js';
import type { FactName } from '../../src/troubleshooting/facts.js';

/** The day on which these tests take place. */
export const today = Date.parse('2026-05-04T08:00:00Z');

export const adaId = 'ada00000-0000-4000-8000-000000000001';
export const groupId = '99999999-0000-4000-8000-000000000001';

/** The facts that a person's evidence gives; what a paste says or who the PC is are others. */
export const evidenceFacts = [
  'accountKind',
  'accountState',
  'domainType',
  'deviceLimit',
  'limitUse',
  'disabledDevice',
  'staleDevice',
  'duplicateDevice',
] as const satisfies readonly FactName[];

export function person(changes: Partial<SamplePerson> = {}): SamplePerson {
  return {
    key: 'ada',
    situation: 'Somebody to ask about.',
    id: adaId,
    displayName: 'Ada Example',
    userPrincipalName: 'ada@example.com',
    accountEnabled: true,
    onPremisesSyncEnabled: true,
    userType: 'Member',
    ...changes,
  };
}

export function device(number: number, changes: Partial<SampleDevice> = {}): SampleDevice {
  const tail = String(number).padStart(12, '0');
  return {
    id: `0b1ec700-0000-4000-8000-${tail}`,
    deviceId: `de71ce00-0000-4000-8000-${tail}`,
    displayName: `PC-${number}`,
    trustType: 'Workplace',
    operatingSystem: 'Windows',
    operatingSystemVersion: '10.0.22631.3447',
    accountEnabled: true,
    approximateLastSignInDateTime: '2026-05-01T07:00:00Z',
    registrationDateTime: '2025-01-01T07:00:00Z',
    registeredOwners: [adaId],
    registeredUsers: [adaId],
    ...changes,
  };
}

export function domain(id: string, changes: Partial<SampleDomain> = {}): SampleDomain {
  return { id, authenticationType: 'Federated', isVerified: true, isDefault: false, ...changes };
}

export function smallTenant(changes: Partial<SampleTenant> = {}): SampleTenant {
  return {
    tenantId: '7e4a4700-0000-4000-8000-000000000001',
    displayName: 'Example',
    userDeviceQuota: 5,
    helpdeskGroupId: groupId,
    adminGroupId: groupId,
    people: [person()],
    devices: [device(1), device(2)],
    domains: [domain('example.com')],
    groups: [{ id: groupId, displayName: 'Helpdesk', members: [adaId] }],
    ...changes,
  };
}
