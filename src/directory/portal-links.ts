import { encodePart } from './graph-path.js';

export interface PortalLinks {
  /** A person's overview. `id` is the Entra object id. */
  person(id: string): string;
  /** A device's properties. `objectId` is the directory object's id, never the DeviceId that the PC itself shows. */
  device(objectId: string): string;
}

/**
 * Addresses of one person or device in the Microsoft Entra admin center; `portalUrl` is its origin, without a slash at its
 * end. Microsoft documents no deep links: these are the portal's own, as Maester
 * (maester365/maester, powershell/internal/Get-GraphObjectMarkdown.ps1) and CIPP (KelvinTegelaar/CIPP,
 * src/pages/identity/administration/devices) link to them. Whoever may not read the object there is told so by the portal.
 */
export function portalLinks(portalUrl: string): PortalLinks {
  const view = (blade: string, id: string): string => `${portalUrl}/#view/${blade}/${encodePart(id)}`;
  return {
    person: (id) => view('Microsoft_AAD_UsersAndTenants/UserProfileMenuBlade/~/overview/userId', id),
    device: (objectId) => view('Microsoft_AAD_Devices/DeviceDetailsMenuBlade/~/Properties/objectId', objectId),
  };
}
