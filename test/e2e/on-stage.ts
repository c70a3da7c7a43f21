import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { startDemo, type Demo } from '../../src/demo/start-demo.js';
import { openTeams, type Teams } from './open-teams.js';

/** Another file's demo runs beside this one. */
const anyPort = { bot: 0, playground: 0 };

/** The demo as `npm run demo` starts it, one for all tests of a file, and a browser that is new in each of them. */
export function onStage(): { readonly demo: Demo; readonly teams: Teams } {
  let demo: Demo;
  let teams: Teams;
  beforeAll(async () => {
    demo = await startDemo({ now: () => new Date(), log: (line) => console.error(line), ports: anyPort });
  });
  afterAll(async () => {
    await demo?.stop();
  });
  beforeEach(async () => {
    teams = await openTeams(demo);
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await teams?.screenshot(`failed ${task.name}`);
    await teams?.close();
  });
  return {
    get demo() {
      return demo;
    },
    get teams() {
      return teams;
    },
  };
}
