import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { View, WalkView } from '../../src/assistant/views.js';
import { contoso } from '../../src/demo/tenant/contoso.js';
import { statusText } from '../support/status-text.js';
import { aWorld, type World } from '../support/world.js';

let world: World;
beforeEach(async () => {
  world = await aWorld();
});
afterEach(() => world.close());

const deviceOf = (name: string) => contoso(new Date()).devices.find(({ displayName }) => displayName === name);

const domainOnly = { AzureAdJoined: 'NO', EnterpriseJoined: 'NO', DomainJoined: 'YES', DomainName: 'CONTOSO' };
const scpMissing = statusText({
  deviceState: domainOnly,
  diagnosticData: {
    'User Context': 'SYSTEM',
    'Client Time': '2026-11-20 09:16:50.000 UTC',
    'AD Connectivity Test': 'PASS',
    'AD Configuration Test': 'FAIL [0x80070002]',
    'DRS Discovery Test': 'SKIPPED',
    'Error Phase': 'discover',
    'Client ErrorCode': '0x801c001d',
  },
});
const notSynced = (name: string) =>
  statusText({
    deviceState: { ...domainOnly, 'Device Name': name },
    diagnosticData: {
      'User Context': 'SYSTEM',
      'Client Time': '2026-11-20 09:16:50.000 UTC',
      'AD Connectivity Test': 'PASS',
      'AD Configuration Test': 'PASS',
      'DRS Discovery Test': 'PASS',
      'DRS Connectivity Test': 'PASS',
      'Token acquisition Test': 'SKIPPED',
      'Error Phase': 'join',
      'Client ErrorCode': '0x801c03f2',
      'Server ErrorCode': 'DirectoryError',
      'Server Message': 'The device object by the given id (752f43c6-021a-4dce-a8b5-996d99e2b791) is not found.',
    },
  });
const joined = (deviceId: string, tenantId: string) =>
  statusText({
    deviceState: { AzureAdJoined: 'YES', EnterpriseJoined: 'NO', DomainJoined: 'YES', DomainName: 'CONTOSO' },
    deviceDetails: {
      DeviceId: deviceId,
      Thumbprint: 'A5C8C4F48E1BB93E12B8811EDD9396DFA9D4987F',
      DeviceAuthStatus: 'SUCCESS',
    },
    tenantDetails: { TenantName: 'Contoso', TenantId: tenantId },
    ssoState: { AzureAdPrt: 'YES' },
    diagnosticData: { 'Executing Account Name': 'CONTOSO\\ben, ben@contoso.com', KeySignTest: 'PASSED' },
  });

const leading = (view: View | undefined) =>
  (view as WalkView & { reading?: { findings: { id: string; sure: string }[] } }).reading?.findings[0];
const nodeOf = async (person: { id: string }) => (await world.storage.sessions.latest(person.id))?.value.nodeId;

describe('a pasted status', () => {
  it('begins a walk at the node of its cause, without a question', async () => {
    const ada = world.person('ada');
    await ada.says(scpMissing);
    expect(leading(ada.sees)).toMatchObject({ id: 'scp-missing', sure: 'certain' });
    expect(ada.sees).toMatchObject({ kind: 'handOver' });
    await ada.presses('handOver');
    await ada.presses('review');
    await ada.presses('send');
    const report = (await world.storage.tickets.find(1001))?.ticket.report;
    expect(report?.causes[0]?.id).toBe('service-connection-point');
    expect(report?.findings?.[0]).toMatchObject({ id: 'scp-missing' });
    expect(report?.form.seen).toContain('0x80070002');
    expect(report?.windows?.en).toContain('Windows 10');
  });

  it.each(['oneLine', 'glued', 'html', 'quoted', 'fenced', 'equals'] as const)(
    'is read when it comes %s',
    async (layout) => {
      const ada = world.person('ada');
      const sections = {
        deviceState: domainOnly,
        diagnosticData: {
          'AD Connectivity Test': 'PASS',
          'AD Configuration Test': 'FAIL [0x80070002]',
          'Error Phase': 'discover',
          'Client ErrorCode': '0x801c001d',
        },
      };
      await ada.says(statusText(sections, { layout }));
      expect(leading(ada.sees)).toMatchObject({ id: 'scp-missing' });
    },
  );

  it('is read from the lines rather than from the text without them', async () => {
    const ada = world.person('ada');
    await ada.says('see this', { lines: scpMissing });
    expect(leading(ada.sees)).toMatchObject({ id: 'scp-missing' });
  });

  it('in a walk leads on from there, and Back undoes it', async () => {
    const ada = world.person('ada');
    await ada.says('troubleshoot');
    const before = await nodeOf(ada);
    await ada.says(scpMissing);
    expect(await nodeOf(ada)).not.toBe(before);
    await ada.presses('back');
    expect(await nodeOf(ada)).toBe(before);
  });

  it('can be called wrong', async () => {
    const ada = world.person('ada');
    await ada.says(scpMissing);
    await ada.presses('dispute');
    if (ada.sees?.kind === 'dispute') await ada.presses('dispute:reading');
    expect(ada.sees).toMatchObject({ kind: 'question', position: 1 });
    expect(leading(ada.sees)).toBeUndefined();
  });

  it('is kept without what identifies people and certificates', async () => {
    const ada = world.person('ada');
    const device = deviceOf('PC-0150');
    await ada.says(joined(device?.deviceId ?? '', world.tenant.tenantId));
    const stored = JSON.stringify((await world.storage.sessions.latest(ada.id))?.value);
    expect(stored).not.toMatch(/A5C8C4F48E1BB93E12B8811EDD9396DFA9D4987F|ben@contoso|CONTOSO\\\\ben/);
    expect(stored).toContain(device?.deviceId);
  });
});

it('what was read is on the card, though time goes on while it is looked at', async () => {
  let elapsed = 0;
  const start = Date.now();
  const clock = {
    get now() {
      return new Date(start + (elapsed += 40));
    },
  } as { now: Date };
  const ticking = await aWorld({ clock });
  try {
    const ada = ticking.person('ada');
    await ada.says(scpMissing);
    expect(leading(ada.sees)).toMatchObject({ id: 'scp-missing' });
    await ada.says('troubleshoot');
    expect(leading(ada.sees)).toMatchObject({ id: 'scp-missing' });
  } finally {
    await ticking.close();
  }
});

it('a code alone asks which Windows where both can show it, and goes on from there', async () => {
  const jonas = world.person('jonas');
  await jonas.says('0x80072ee7');
  expect(jonas.sees).toMatchObject({ kind: 'question', position: 1 });
  await jonas.presses('choose:current');
  expect(await nodeOf(jonas)).toBe('current/name-not-resolved');
});

describe('a paste and the directory together', () => {
  it('0x801c03f2 and no entry: not synced', async () => {
    const carla = world.person('carla');
    await carla.says(notSynced('PC-0999'));
    expect(leading(carla.sees)).toMatchObject({ id: 'not-synced' });
    expect((await world.storage.sessions.latest(carla.id))?.value.facts.pcEntry).toMatchObject({ value: 'missing' });
  });

  it('0x801c03f2 and a pending entry: run the task, and look again later', async () => {
    const carla = world.person('carla');
    await carla.says(notSynced('PC-0142'));
    expect(leading(carla.sees)).toMatchObject({ id: 'join-pending' });
    expect(carla.sees).toMatchObject({ lookAgain: true });
  });

  it('joined and gone from the directory, asked twice: removed', async () => {
    const carla = world.person('carla');
    await carla.says(joined('6fa60d52-01e7-4b18-8055-4759461fc16b', world.tenant.tenantId));
    expect(leading(carla.sees)).toMatchObject({ id: 'device-removed', sure: 'certain' });
  });

  it('joined and switched off in the directory: disabled', async () => {
    const carla = world.person('carla');
    await carla.says(joined(deviceOf('PC-0153')?.deviceId ?? '', world.tenant.tenantId));
    expect(leading(carla.sees)).toMatchObject({ id: 'device-disabled', sure: 'certain' });
  });

  it('of another tenant is not looked up', async () => {
    const carla = world.person('carla');
    await carla.says('hello');
    await world.settled();
    const before = world.graph.requests.length;
    await carla.says(joined(deviceOf('PC-0153')?.deviceId ?? '', '11111111-2222-4333-8444-555555555555'));
    expect(
      world.graph.requests.slice(before).filter(({ url }) => url.includes('devices?') || url.includes('$batch')).length,
    ).toBeLessThanOrEqual(1);
    expect(JSON.stringify(carla.sees)).toContain('other-tenant');
  });

  it('while Graph does not answer stands by itself', async () => {
    world.graph.faults.set([{ match: /./, kind: 'status', status: 403 }]);
    const carla = world.person('carla');
    await carla.says(notSynced('PC-0142'));
    expect(leading(carla.sees)).toMatchObject({ id: 'not-synced', sure: 'likely' });
  });
});

it('what was pasted is read and said in time while Graph is silent', async () => {
  world.graph.faults.set([{ match: /./, kind: 'hang' }]);
  const carla = world.person('carla');
  await carla.says(notSynced('PC-0142'));
  expect(leading(carla.sees)).toMatchObject({ id: 'not-synced' });
  expect(carla.sees).toMatchObject({ notice: { key: 'pcNotLookedUp' } });
});

describe('what anybody may learn of a PC', () => {
  it('is in the audit, with ids and without names', async () => {
    const jonas = world.person('jonas');
    await jonas.says('PC-0150');
    const [entry] = await world.storage.audit.since(0, 10);
    expect(entry).toMatchObject({
      actorId: jonas.id,
      action: 'pcByName',
      objectIds: [deviceOf('PC-0150')?.id],
      result: 'found',
    });
    expect(JSON.stringify(entry)).not.toContain('PC-0150');
  });

  it('ends at five names a day, the same name again not counted, and begins anew the next day', async () => {
    const jonas = world.person('jonas');
    for (const name of ['PC-0150', 'PC-0151', 'PC-0152', 'PC-0300', 'PC-0150', 'PC-9999']) {
      await jonas.says(name);
      expect(JSON.stringify(jonas.sees)).not.toContain('tooManyNames');
    }
    await jonas.says('PC-0077');
    expect(JSON.stringify(jonas.sees)).toContain('tooManyNames');
    await jonas.says('PC-0151');
    expect(jonas.sees).toMatchObject({ kind: 'pcNamed', name: 'PC-0151' });
    world.clock.now = new Date(world.clock.now.getTime() + 24 * 60 * 60_000);
    await jonas.says('PC-0077');
    expect(jonas.sees).toMatchObject({ kind: 'pcNamed', name: 'PC-0077' });
  });

  it('is neither owner nor dates nor kind', async () => {
    const jonas = world.person('jonas');
    await jonas.says('PC-0077');
    expect(Object.keys((jonas.sees as unknown as { entries: object[] }).entries[0] ?? {}).sort()).toEqual([
      'enabled',
      'pending',
    ]);
  });
});

describe('look again in 30 minutes and tell me', () => {
  async function planned(): Promise<ReturnType<World['person']>> {
    const carla = world.person('carla');
    await carla.says(notSynced('PC-0142'));
    await carla.presses('lookAgain');
    return carla;
  }

  it('is promised with its time, and not offered twice', async () => {
    const carla = await planned();
    expect(carla.sees).toMatchObject({ lookAgain: false, lookAgainAt: expect.any(String) });
  });

  it('is told once, after restarts too', async () => {
    const carla = await planned();
    expect(await world.remindersRun()).toBe(0);
    await world.restart();
    world.clock.now = new Date(world.clock.now.getTime() + 31 * 60_000);
    expect(await world.remindersRun()).toBe(1);
    expect(await world.remindersRun()).toBe(0);
    const told = world.teams.posted.filter(({ view }) => view.kind === 'pcAgain');
    expect(told).toMatchObject([{ to: { kind: 'person', personId: carla.id }, view: { entry: 'pending' } }]);
  });

  it('waits for a directory that does not answer, and says so in the end', async () => {
    await planned();
    world.graph.faults.set([{ match: /./, kind: 'status', status: 403 }]);
    for (const minutes of [31, 6, 6]) {
      world.clock.now = new Date(world.clock.now.getTime() + minutes * 60_000);
      await world.remindersRun();
    }
    expect(world.teams.posted.filter(({ view }) => view.kind === 'pcAgain')).toMatchObject([
      { view: { entry: 'unknown' } },
    ]);
  });

  it('is forgotten with the person', async () => {
    const carla = await planned();
    await carla.says('forget me');
    world.clock.now = new Date(world.clock.now.getTime() + 31 * 60_000);
    expect(await world.remindersRun()).toBe(0);
  });
});

describe('files', () => {
  it('are read like pastes', async () => {
    const ada = world.person('ada');
    await ada.says('', { files: [{ name: 'status.txt', text: scpMissing }] });
    expect(leading(ada.sees)).toMatchObject({ id: 'scp-missing' });
  });

  it('that cannot be read are said so', async () => {
    const ada = world.person('ada');
    const { replies } = await ada.says('', { files: [{ name: 'status.docx', problem: 'notText' }] });
    expect(replies).toMatchObject([
      { kind: 'notice', notice: { key: 'fileNotText', values: { name: 'status.docx' } } },
    ]);
  });
});
