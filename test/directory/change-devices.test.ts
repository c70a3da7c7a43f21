import { describe, expect, it } from 'vitest';
import type { SampleDevice } from '../../src/demo/tenant/model.js';
import { createDeviceChanges } from '../../src/directory/change-devices.js';
import { maySwitchOff } from '../../src/directory/may-switch-off.js';
import { directoryOf } from './graph-fixture.js';
import { adaId, device, today } from './small-tenant.js';

async function changing(changes: Partial<SampleDevice>) {
  const { graph, port } = await directoryOf({ devices: [device(1, changes)] });
  graph.missingPermissions.delete('Device.ReadWrite.All');
  return { graph, changes: createDeviceChanges({ graph: port, now: () => today }), id: device(1).id };
}

describe('the system of a device', () => {
  it.each([
    ['Windows', 'Windows'],
    ['iOS', 'iOS'],
    ['', ''],
    [null, ''],
  ])('%j is read as %j, from either place', async (operatingSystem, read) => {
    const { changes, id } = await changing({ operatingSystem });
    expect(await changes.read(id)).toMatchObject({ known: true, value: { operatingSystem: read } });
    expect(await changes.ownedBy(adaId)).toMatchObject({ known: true, value: [{ operatingSystem: read }] });
  });

  it('is not known of one with limited information', async () => {
    const { graph, changes, id } = await changing({});
    graph.faults.set([{ match: /./, kind: 'limitedInformation' }]);
    expect(await changes.read(id)).toMatchObject({ known: true, value: { operatingSystem: undefined } });
  });

  it.each([
    ['Windows', true],
    ['windows', true],
    ['Windows Server', false],
    ['WindowsPhone', false],
    ['iPadOS', false],
    ['MacMDM', false],
    ['Linux', false],
    ['', false],
    [undefined, undefined],
  ])('%s: an application may switch it off: %s', (operatingSystem, may) => {
    expect(maySwitchOff({ operatingSystem })).toBe(may);
  });

  it.each(['Windows', 'windows', 'Windows Server', 'iOS', 'Android', 'macOS', 'Linux', ''])(
    '%j: what may be switched off is what Graph takes',
    async (operatingSystem) => {
      const { graph, changes, id } = await changing({ operatingSystem });
      const may = maySwitchOff({ operatingSystem }) === true;
      expect(await changes.setEnabled(id, false)).toEqual(
        may ? { kind: 'done' } : { kind: 'refused', code: 'Request_BadRequest' },
      );
      expect(graph.requests).toHaveLength(1);
      expect(await changes.delete(id)).toEqual({ kind: 'done' });
    },
  );
});
