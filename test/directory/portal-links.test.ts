import fc from 'fast-check';
import { expect, it } from 'vitest';
import { clouds } from '../../src/config/clouds.js';
import { portalLinks } from '../../src/directory/portal-links.js';
import { adaId, device } from './small-tenant.js';

it('leads to a person and to a device in the admin center', () => {
  const { person, device: pc } = portalLinks('https://entra.microsoft.com');
  expect(person(adaId)).toBe(
    `https://entra.microsoft.com/#view/Microsoft_AAD_UsersAndTenants/UserProfileMenuBlade/~/overview/userId/${adaId}`,
  );
  expect(pc(device(1).id)).toBe(
    `https://entra.microsoft.com/#view/Microsoft_AAD_Devices/DeviceDetailsMenuBlade/~/Properties/objectId/${device(1).id}`,
  );
});

it.each(Object.values(clouds))('stays in its cloud: $portalUrl', ({ portalUrl }) => {
  const { origin, pathname, search } = new URL(portalLinks(portalUrl).person(adaId));
  expect({ origin, pathname, search }).toEqual({ origin: portalUrl, pathname: '/', search: '' });
});

it('keeps an id one part of the address, whatever is in it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (id) => {
      const links = portalLinks('https://entra.microsoft.com');
      for (const link of [links.person(id), links.device(id)]) {
        expect(link.slice(link.lastIndexOf('/') + 1)).toMatch(/^[\w%.~!*'()-]*$/);
        expect(new URL(link).hash).toContain('#view/Microsoft_AAD_');
      }
    }),
  );
});
