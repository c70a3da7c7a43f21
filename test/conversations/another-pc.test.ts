import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contoso } from '../../src/demo/tenant/contoso.js';
import { statusText } from '../support/status-text.js';
import { aWorld, type World } from '../support/world.js';
import type { Actor } from '../support/actor.js';

let world: World;
beforeEach(async () => {
  world = await aWorld();
});
afterEach(() => world.close());

const notJoined = (name: string, more: Record<string, string> = {}) =>
  statusText({
    deviceState: { AzureAdJoined: 'NO', EnterpriseJoined: 'NO', DomainJoined: 'YES', 'Device Name': name },
    diagnosticData: {
      'User Context': 'SYSTEM',
      'Client Time': new Date().toISOString().replace('T', ' ').replace('Z', ' UTC'),
      ...more,
    },
  });

const sessionOf = async (person: Actor) => (await world.storage.sessions.latest(person.id))?.value;
const requestOf = async (person: Actor) => {
  await person.says('talk to a person');
  await person.presses('review', { note: 'please look' });
  await person.presses('send');
  return (await world.storage.tickets.find(1001))?.ticket.report;
};

describe('another PC', () => {
  it('leaves nothing of the first in the request', async () => {
    const carla = world.person('carla');
    await carla.says(notJoined('PC-0142'));
    await carla.says(notJoined('PC-0999', { 'AD Configuration Test': 'FAIL [0x80070002]' }));
    const report = await requestOf(carla);
    expect(report?.form.pcName).toBe('PC-0999');
    expect(report?.findings?.map(({ id }) => id)).not.toContain('join-pending');
    expect(report?.causes.map(({ id }) => id)).toEqual(['service-connection-point']);
  });

  it('that was only looked up ends the walk of the first', async () => {
    const carla = world.person('carla');
    await carla.says('PC-0142');
    expect((await sessionOf(carla))?.nodeId).toBe('current/join-pending');
    await carla.says('PC-0150');
    expect(await sessionOf(carla)).toMatchObject({
      nodeId: 'opening/windows',
      facts: { pcEntry: { value: 'ready' } },
      form: { pcName: 'PC-0150' },
    });
  });

  it('a code after it is about the PC that was spoken of', async () => {
    const carla = world.person('carla');
    await carla.says(notJoined('PC-0142'));
    await carla.says('0x801c03f2');
    expect((await sessionOf(carla))?.nodeId).toBe('current/join-pending');
  });
});

describe('a name that is not found', () => {
  it('proves nothing: a slip of the pen is no removed PC', async () => {
    const carla = world.person('carla');
    await carla.says('troubleshoot');
    await carla.presses('choose:current');
    await carla.says('PC-O142');
    expect(carla.sees).toMatchObject({ notice: { key: 'pcNotFound', values: { name: 'PC-O142' } } });
    expect((await sessionOf(carla))?.facts.pcEntry).toBeUndefined();
  });

  it('does not wipe what was pasted', async () => {
    const carla = world.person('carla');
    await carla.says(notJoined('PC-0142'));
    const before = await sessionOf(carla);
    for (const words of ['PC-O142', 'office365', 'windows11pro']) await carla.says(words);
    const { facts, readings, nodeId } = (await sessionOf(carla)) ?? {};
    expect({ facts, readings, nodeId }).toEqual({
      facts: before?.facts,
      readings: before?.readings,
      nodeId: before?.nodeId,
    });
  });
});

describe('what is not told', () => {
  it('a name beyond the limit is not looked at again either', async () => {
    const jonas = world.person('jonas');
    for (const name of ['PC-9991', 'PC-9992', 'PC-9993', 'PC-9994', 'PC-9995']) await jonas.says(name);
    await jonas.says('troubleshoot');
    await jonas.says('PC-0153');
    expect(jonas.sees).toMatchObject({ notice: { key: 'tooManyNames' } });
    await jonas.presses('enter:current/join-pending');
    await jonas.presses('lookAgain');
    world.clock.now = new Date(world.clock.now.getTime() + 31 * 60_000);
    expect(await world.remindersRun()).toBe(0);
    expect((await sessionOf(jonas))?.nodeId).toBe('opening/windows');
  });

  it('looking again is in the audit', async () => {
    const carla = world.person('carla');
    await carla.says('PC-0142');
    await carla.presses('lookAgain');
    world.clock.now = new Date(world.clock.now.getTime() + 31 * 60_000);
    expect(await world.remindersRun()).toBe(1);
    expect(await world.storage.audit.since(0, 10)).toHaveLength(2);
    await carla.says('troubleshoot');
    expect(carla.sees).toMatchObject({ lookAgain: true });
  });

  it('neither last use, nor a registration by somebody, nor when it was registered', async () => {
    const jonas = world.person('jonas');
    const stale = contoso(new Date()).devices.find(({ displayName }) => displayName === 'PC-0152');
    await jonas.says(
      statusText({
        deviceState: { AzureAdJoined: 'YES', EnterpriseJoined: 'NO', DomainJoined: 'YES' },
        deviceDetails: { DeviceId: stale?.deviceId ?? '' },
        tenantDetails: { TenantId: world.tenant.tenantId },
      }),
    );
    const { readings } = (await sessionOf(jonas)) ?? {};
    expect(readings?.[0]?.findings.map(({ id }) => id)).not.toContain('directory-stale');
    await jonas.says('start over');
    await jonas.says(notJoined('PC-0150').replace(/\d{4}-\d\d-\d\d \d\d:\d\d/, '2019-01-01 10:00'));
    expect((await sessionOf(jonas))?.readings?.[0]?.findings.map(({ id }) => id)).not.toContain('paste-is-old');
  });
});

it('"too many devices" asks which Windows it is: on a newer one the limit stops nothing', async () => {
  const jonas = world.person('jonas');
  await jonas.says('it says too many devices');
  expect(jonas.sees).toMatchObject({ kind: 'question', position: 1 });
  await jonas.presses('choose:current');
  expect((await sessionOf(jonas))?.nodeId).toBe('current/device-limit');
});

it('a paste that comes while the walk ends is not lost', async () => {
  const carla = world.person('carla');
  await carla.says('PC-0142');
  const card = carla.sees;
  world.graph.faults.set([{ match: /devices/, kind: 'delay', ms: 400 }]);
  const pasting = carla.says(notJoined('PC-0142', { 'AD Configuration Test': 'FAIL [0x80070002]' }));
  await carla.presses('fixed', {}, card);
  await pasting;
  expect((await sessionOf(carla))?.readings?.[0]?.findings[0]).toMatchObject({ id: 'scp-missing' });
});

it('secrets in a note are taken out, the own mail address stays', async () => {
  const ada = world.person('ada');
  await ada.says('talk to a person');
  const note =
    'ada@contoso.com, thumbprint A5C8C4F48E1BB93E12B8811EDD9396DFA9D4987F, http://ben:Secret1@proxy.contoso.com:8080';
  await ada.presses('review', { note });
  const kept = (await sessionOf(ada))?.form.note ?? '';
  expect(kept).toContain('ada@contoso.com');
  expect(kept).not.toMatch(/A5C8C4F4|Secret1/);
});

it('every file that cannot be read is named', async () => {
  const ada = world.person('ada');
  const { replies } = await ada.says('', {
    files: [
      { name: 'a.docx', problem: 'notText' },
      { name: 'b.txt', problem: 'tooLarge' },
    ],
  });
  expect(JSON.stringify(replies)).toContain('a.docx');
  expect(JSON.stringify(replies)).toContain('b.txt');
});
