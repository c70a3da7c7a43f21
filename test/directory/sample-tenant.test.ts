import { beforeEach, describe, expect, it } from 'vitest';
import { contoso } from '../../src/demo/tenant/contoso.js';
import type { Directory } from '../../src/directory/model.js';
import type { FactName } from '../../src/troubleshooting/facts.js';
import { directoryOf, lastBatch } from './graph-fixture.js';
import { today } from './small-tenant.js';

describe('the sample tenant', () => {
  const tenant = contoso(new Date(today));
  const personOf = (key: string) => {
    const person = tenant.people.find((somebody) => somebody.key === key);
    if (!person) throw new Error(`${key} is not in the sample tenant`);
    return person;
  };
  let directory: Directory;
  let graph: Awaited<ReturnType<typeof directoryOf>>['graph'];

  beforeEach(async () => {
    ({ directory, graph } = await directoryOf(tenant));
  });

  it.each<[string, FactName, string]>([
    ['ada', 'accountKind', 'synced'],
    ['ada', 'domainType', 'managed'],
    ['ada', 'deviceLimit', 'limited'],
    ['ben', 'limitUse', 'mayBeReached'],
    ['ben', 'staleDevice', 'yes'],
    ['dmitri', 'disabledDevice', 'yes'],
    ['eva', 'accountKind', 'cloudOnly'],
    ['farid', 'domainType', 'federated'],
    ['ines', 'duplicateDevice', 'yes'],
    ['jonas', 'limitUse', 'below'],
    ['nora', 'accountKind', 'guest'],
    ['omar', 'limitUse', 'reached'],
    ['paula', 'accountState', 'disabled'],
  ])('%s: %s is %s', async (key, name, value) => {
    const { facts } = await directory.evidence(personOf(key).id);
    expect(facts[name]).toMatchObject({ known: true, value });
  });

  it("reads Omar's 300 devices in one request", async () => {
    const { quota } = await directory.evidence(personOf('omar').userPrincipalName);
    expect(quota).toMatchObject({ counts: 300, complete: true });
    expect(lastBatch(graph)).toHaveLength(5);
    expect(graph.requests).toHaveLength(1);
  });

  it("finds Carla's pending PC by its name, though no list has it", async () => {
    const { judged } = await directory.evidence(personOf('carla').id);
    expect(judged.some(({ device }) => device.displayName === 'PC-0142')).toBe(false);
    expect(await directory.findPc({ name: 'PC-0142' })).toMatchObject({
      known: true,
      value: { devices: [{ pending: true, downLevel: false }] },
    });
  });

  it('gives one object of a shared PC to each of its two people', async () => {
    const [grace, henry] = await Promise.all([
      directory.evidence(personOf('grace').id),
      directory.evidence(personOf('henry').id),
    ]);
    const idsOf = ({ judged }: typeof grace) =>
      judged.filter(({ device }) => device.displayName === 'PC-0077').map(({ device }) => device.id);
    expect(idsOf(grace)).toHaveLength(1);
    expect(idsOf(henry)).toHaveLength(1);
    expect(idsOf(grace)).not.toEqual(idsOf(henry));
  });

  it('finds both people of one name', async () => {
    const found = await directory.findPeople('Kim Larsen');
    expect(found.known && found.value.map(({ id }) => id).toSorted()).toEqual(
      [personOf('kim1').id, personOf('kim2').id].toSorted(),
    );
  });

  it('knows who is in the helpdesk, also through a nested group', async () => {
    const inHelpdesk = async (key: string) => {
      const member = await directory.isMember(personOf(key).id, tenant.helpdeskGroupId);
      return member.known && member.value;
    };
    expect(await Promise.all(['lena', 'marek', 'sven'].map(inHelpdesk))).toEqual([true, true, false]);
  });

  it('lists who is in the helpdesk, also through a nested group', async () => {
    const people = await directory.members(tenant.helpdeskGroupId);
    expect(people.known && people.value.map(({ id }) => id)).toEqual(
      ['ada', 'lena', 'marek'].map((key) => personOf(key).id),
    );
  });
});
