import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance } from '../../src/directory/edit-distance.js';
import { directoryOf } from './graph-fixture.js';
import { person } from './small-tenant.js';

const id = (number: number) => `ada00000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const somebody = (number: number, displayName: string, userPrincipalName: string) =>
  person({ key: `p${number}`, id: id(number), displayName, userPrincipalName });

const people = [
  somebody(1, 'Anna Berg', 'anna.berg@example.com'),
  somebody(2, 'Hanna Berg', 'hanna.berg@example.com'),
  somebody(3, 'Annika Bergström', 'annika.bergstrom@example.com'),
  somebody(4, 'Zoe Quist', 'zoe.quist@example.com'),
];
const gone = {
  id: id(50),
  displayName: 'Anna Borg',
  userPrincipalName: 'anna.borg@example.com',
  accountEnabled: false,
  onPremisesSyncEnabled: true,
  userType: 'Member',
  deletedDateTime: '2026-04-25T08:00:00Z',
} as const;

describe('who may be meant', () => {
  it('the nearest first, in one request', async () => {
    const { graph, directory } = await directoryOf({ people });
    const { near } = await directory.near('ana.berg@example.com');
    expect(near).toMatchObject({ known: true, value: [{ displayName: 'Anna Berg' }, { displayName: 'Hanna Berg' }] });
    expect(graph.requests).toHaveLength(1);
  });

  it('a part in front that is too short is not searched for', async () => {
    const { directory } = await directoryOf({ people });
    expect(await directory.near('x@example.com')).toMatchObject({ near: { known: true, value: [] } });
  });

  it('deleted accounts of that very address or name, with the address they had', async () => {
    const { directory } = await directoryOf({ people, deletedPeople: [gone] });
    for (const query of ['Anna.Borg@example.com', 'anna borg', gone.id.toUpperCase()]) {
      expect(await directory.near(query)).toMatchObject({
        deleted: {
          known: true,
          value: [{ id: gone.id, userPrincipalName: 'anna.borg@example.com', deletedAt: '2026-04-25T08:00:00Z' }],
        },
      });
    }
    expect(await directory.near('na.borg@example.com')).toMatchObject({ deleted: { known: true, value: [] } });
  });

  it('each part is unknown by itself', async () => {
    const { graph, directory } = await directoryOf({ people, deletedPeople: [gone] });
    graph.faults.set([{ match: /deletedItems/, kind: 'status', status: 403 }]);
    expect(await directory.near('ana.berg@example.com')).toMatchObject({
      near: { known: true },
      deleted: { known: false, reason: 'forbidden' },
    });
    graph.faults.set([{ match: ({ path }) => path === '/users', kind: 'status', status: 403 }]);
    expect(await directory.near('ana.berg@example.com')).toMatchObject({
      near: { known: false, reason: 'forbidden' },
      deleted: { known: true },
    });
  });

  it('any text can be searched for', async () => {
    const { directory } = await directoryOf({ people, deletedPeople: [gone] });
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 40 }), async (text) => {
        const near = await directory.near(text);
        expect([near.near.known, near.deleted.known]).toEqual([true, true]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('several names at once', () => {
  it('in one request for six, each with its own answer', async () => {
    const { graph, directory } = await directoryOf({ people });
    const found = await directory.findEach(['Anna Berg', 'berg', 'Quist', 'nobody', '', '---']);
    expect(found.map((each) => each.known && each.value.map(({ displayName }) => displayName))).toEqual([
      ['Anna Berg'],
      ['Anna Berg', 'Hanna Berg', 'Annika Bergström'],
      ['Zoe Quist'],
      [],
      [],
      [],
    ]);
    expect(graph.requests).toHaveLength(1);
    await directory.findEach(Array(13).fill('Zoe Quist'));
    expect(graph.requests).toHaveLength(4);
  });

  it('any text can be searched for', async () => {
    const { directory } = await directoryOf({ people });
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 40 }), async (text) => {
        expect((await directory.findEach([text]))[0]).toMatchObject({ known: true });
      }),
      { numRuns: 60 },
    );
  });
});

describe('the distance of two texts', () => {
  it.each([
    ['', '', 0],
    ['abc', '', 3],
    ['okafor', 'okafro', 2],
    ['ben', 'nen', 1],
    ['kitten', 'sitting', 3],
  ])('%j %j: %i', (a, b, distance) => {
    expect(editDistance(a, b)).toBe(distance);
  });

  it('is the same both ways, and 0 for equal texts only', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (a, b) => {
        expect(editDistance(a, b)).toBe(editDistance(b, a));
        expect(editDistance(a, b) === 0).toBe(a === b);
      }),
    );
  });
});
