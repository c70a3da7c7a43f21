import type { SampleDevice } from '../tenant/model.js';
import { findDevice } from './device-routes.js';
import { badRequest } from './graph-error.js';
import type { GraphResponse } from './graph-request.js';
import { readJsonBody } from './read-json-body.js';
import type { Asked, Route } from './route.js';

/** The writes that the bot makes; any other property of a device is refused. The answer of both is 204. */
export const deviceWriteRoutes: readonly Route[] = [
  { method: 'PATCH', pattern: '/devices/*', needs: ['Device.ReadWrite.All'], answer: changeDevice },
  { method: 'DELETE', pattern: '/devices/*', needs: ['Device.ReadWrite.All'], answer: deleteDevice },
];

const noContent: GraphResponse = { status: 204, headers: {}, body: '' };

function changeDevice(asked: Asked): GraphResponse {
  const device = findDevice(asked);
  const body = readJsonBody(asked.request) as { readonly accountEnabled?: unknown } | null;
  if (
    typeof body !== 'object' ||
    body === null ||
    typeof body.accountEnabled !== 'boolean' ||
    Object.keys(body).length !== 1
  ) {
    throw badRequest('Only accountEnabled of a device can be changed here.');
  }
  if (!isWindows(device))
    throw badRequest('Properties other than ExtendedAttribute1..15 can be modified only on windows devices.');
  const { accountEnabled } = body;
  replace(asked, (each) => (each.id === device.id ? [{ ...each, accountEnabled }] : [each]));
  return noContent;
}

/**
 * An application may change nothing but the extension attributes of a device whose `operatingSystem` is not `Windows`
 * (api-reference: device-update; the words are those of the known issues). Deleting knows no such rule (device-delete).
 */
function isWindows({ operatingSystem }: SampleDevice): boolean {
  return operatingSystem?.toLowerCase() === 'windows';
}

function deleteDevice(asked: Asked): GraphResponse {
  const device = findDevice(asked);
  replace(asked, (each) => (each.id === device.id ? [] : [each]));
  return noContent;
}

function replace({ world }: Asked, change: (device: SampleDevice) => readonly SampleDevice[]): void {
  world.change({ ...world.tenant, devices: world.tenant.devices.flatMap(change) });
}
