import { beforeAll, describe, expect, it } from 'vitest';
import { buildOnce } from '../support/build-once.js';
import { aSharedPostgres } from './databases.js';
import { plays, undisturbed } from './plays.js';
import { size } from './size.js';

beforeAll(buildOnce);

const three = [undefined, undefined, undefined];

describe('three instances on one PostgreSQL', () => {
  it(
    'lose nothing and double nothing unmarked while they are killed, lose their connections and their database, and Teams fails',
    async () => {
      const interruptions = size(1, 4);
      const played = await plays('Disturbed', aSharedPostgres, {
        scripts: three,
        people: size(4, 20),
        requestsEach: 1,
        faults: true,
        kills: size(1, 60),
        terminations: size(3, 40),
        interruptions,
        interruptedMs: size(1_500, 10_000),
      });
      expect(played.connections).toBeGreaterThan(0);
      expect(played.recoveries).toHaveLength(interruptions);
    },
    size(300_000, 3_600_000),
  );

  it(
    'are used by a crowd without a statement that waits too long',
    async () => {
      for (let run = 0; run < size(1, 3); run += 1) {
        const { statementTimeouts } = await plays('Crowd', aSharedPostgres, {
          scripts: three,
          people: size(25, 300),
          requestsEach: 1,
          faults: false,
          ...undisturbed,
        });
        expect(statementTimeouts).toBe(0);
      }
    },
    size(300_000, 3_600_000),
  );
});
