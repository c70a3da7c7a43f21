import { describe, expect, it } from 'vitest';
import { aTeamsEdge } from '../../../support/teams-edge.js';
import { passingFaults } from './faults.js';
import { expected, hasty, longTimePasses, watch, wordsOf } from './watch.js';
import { files, type Way } from './ways.js';

/** Whatever passes while messages leave on these ways: none is lost, none comes twice unmarked, and they come in their order. */
export function survivePassingFaults(ways: readonly Way[]): void {
  describe.each(ways)('$name', (way) => {
    it.each(passingFaults)('$name', async ({ begins, ends, leaves, hangs }) => {
      const teams = await aTeamsEdge({ globalAddress: true, files, ...(hangs && { limits: hasty }) });
      try {
        await way.prepare(teams);
        const seen = watch(teams, way);
        await begins(teams, way);
        const answered = await way.leave(teams);
        if (way.by === 'answer') expect(answered?.status).toBe(200);
        await ends?.(teams);
        await longTimePasses(teams);
        const [posted, replaced] = [seen.posted(), seen.replaced()];
        // A message that is replaced twice shows the same as one that is replaced once.
        if (!way.replaces) expect({ posted, replaced }).toEqual({ posted: expected(way, leaves), replaced: [] });
        // Somebody who waits may rather read it below, at once.
        else if (way.by === 'answer') expect([...posted, ...replaced]).toEqual(way.messages.map(wordsOf));
        else expect({ posted, replaced }).toEqual({ posted: [], replaced: way.messages.map(wordsOf) });
        expect(teams.rows()['outbox']).toEqual([]);
        await expectAllWell(teams);
      } finally {
        await teams.close();
      }
    });
  });
}

/** What somebody else says is answered as ever. */
async function expectAllWell(teams: Awaited<ReturnType<typeof aTeamsEdge>>): Promise<void> {
  await teams.says('grace', 'help');
  expect(JSON.stringify(teams.cardOf('grace'))).toContain('What you can type here');
}
