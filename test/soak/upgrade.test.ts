import { beforeAll, describe, it } from 'vitest';
import { buildOnce } from '../support/build-once.js';
import { buildBefore } from './build-before.js';
import { aSharedFile, aSharedPostgres } from './databases.js';
import { plays, undisturbed } from './plays.js';
import { size } from './size.js';

/** The version that may run somewhere while this one starts beside it: the last one that was released. */
const before = '63af22e';

let script: string;
beforeAll(() => {
  buildOnce();
  script = buildBefore(before);
});

describe('the version before, already running, and this one beside it', () => {
  it.each([
    ['PostgreSQL', aSharedPostgres],
    ['SQLite', aSharedFile],
  ])(
    'share one database (%s): neither ends, and nothing is lost, doubled or out of order',
    async (name, open) => {
      await plays(`Upgrade on ${name}`, open, {
        scripts: [script, undefined],
        besideBefore: true,
        firstAloneMs: size(2_000, 30_000),
        people: size(3, 8),
        requestsEach: size(1, 12),
        faults: false,
        ...undisturbed,
      });
    },
    size(180_000, 1_200_000),
  );
});
