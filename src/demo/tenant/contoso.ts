import { deletedPeople } from './deleted-people.js';
import { devicesOfBen } from './devices-of-ben.js';
import { devicesOfOmar } from './devices-of-omar.js';
import { devicesOfPeople } from './devices-of-people.js';
import { devicesWithoutOwner } from './devices-without-owner.js';
import { adminGroupId, groups, helpdeskGroupId } from './groups.js';
import type { SampleTenant } from './model.js';
import { people } from './people.js';

/** The sample tenant: telling situations, one for each person. Times are told relative to `now`; ids never change. */
export function contoso(now: Date): SampleTenant {
  return {
    tenantId: '70faf36f-b78e-4a4f-aa39-4aba6a42ed19',
    displayName: 'Contoso',
    userDeviceQuota: 20,
    helpdeskGroupId,
    adminGroupId,
    people: Object.values(people),
    devices: [...devicesOfPeople(now), ...devicesOfBen(now), ...devicesWithoutOwner(now), ...devicesOfOmar(now)],
    domains: [
      { id: 'contoso.com', authenticationType: 'Managed', isVerified: true, isDefault: true },
      { id: 'fabrikam.contoso.com', authenticationType: 'Federated', isVerified: true, isDefault: false },
      { id: 'contoso.onmicrosoft.com', authenticationType: 'Managed', isVerified: true, isDefault: false },
    ],
    groups,
    deletedPeople: deletedPeople(now),
  };
}
