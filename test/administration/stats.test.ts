import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addUp, type TicketTimes, type WalkGroup } from '../../src/administration/stats.js';

const group = (changes: Partial<WalkGroup> = {}): WalkGroup => ({
  outcome: 'open',
  nodeId: 'a/one',
  rating: undefined,
  quiet: false,
  walks: 1,
  ...changes,
});
const ticket = (claimMs?: number, resolveMs?: number, cause?: string): TicketTimes => ({
  number: 1,
  claimMs,
  resolveMs,
  cause,
});
const causeOf = (nodeId: string) => (nodeId.startsWith('fix/') ? nodeId.slice(4) : undefined);

describe('adding up', () => {
  it('every walk is in exactly one of the four', () => {
    const groups = fc.array(
      fc.record({
        outcome: fc.constantFrom('open', 'fixed', 'explained', 'handedOver'),
        nodeId: fc.constantFrom('a', 'fix/b'),
        rating: fc.constantFrom(undefined, 1, 5),
        quiet: fc.boolean(),
        walks: fc.integer({ min: 1, max: 9 }),
      }),
    );
    fc.assert(
      fc.property(groups, (list) => {
        const { sessions, resolved, handedOver, abandoned, running } = addUp(list, [], causeOf);
        expect(resolved + handedOver + abandoned + running).toBe(sessions);
        expect(sessions).toBe(list.reduce((sum, { walks }) => sum + walks, 0));
      }),
    );
  });

  it('abandoned is open and quiet; what was closed long ago is not', () => {
    expect(
      addUp(
        [group({ quiet: true, walks: 3 }), group({ walks: 2 }), group({ outcome: 'fixed', quiet: true })],
        [],
        causeOf,
      ),
    ).toMatchObject({ abandoned: 3, running: 2, resolved: 1, leftAt: [{ id: 'a/one', count: 3 }] });
  });

  it('satisfaction is the average of what was rated', () => {
    expect(
      addUp(
        [
          group({ outcome: 'fixed', rating: 5, walks: 3 }),
          group({ outcome: 'fixed', rating: 1 }),
          group({ outcome: 'fixed' }),
        ],
        [],
        causeOf,
      ).ratings,
    ).toEqual({ count: 4, average: 4 });
    expect(addUp([], [], causeOf).ratings).toEqual({ count: 0, average: 0 });
  });

  it('causes are those of the walks and those that the helpdesk named, most frequent first', () => {
    const groups = [
      group({ outcome: 'fixed', nodeId: 'fix/proxy', walks: 2 }),
      group({ outcome: 'explained', nodeId: 'fix/clock', walks: 1 }),
      group({ outcome: 'handedOver', nodeId: 'fix/proxy', walks: 9 }),
    ];
    expect(addUp(groups, [ticket(1, 2, 'clock'), ticket(1, 2, 'clock'), ticket()], causeOf).causes).toEqual([
      { id: 'clock', count: 3 },
      { id: 'proxy', count: 2 },
    ]);
  });

  it.each([
    [[], { count: 0, median: 0, most: 0 }],
    [[7], { count: 1, median: 7, most: 7 }],
    [[4, 1, 3, 2], { count: 4, median: 2, most: 4 }],
    [Array.from({ length: 10 }, (_, index) => index + 1), { count: 10, median: 5, most: 9 }],
  ])('of the times %j', (times, expected) => {
    expect(addUp([], [...times.map((ms) => ticket(ms)), ticket()], causeOf).claim).toEqual(expected);
  });
});
