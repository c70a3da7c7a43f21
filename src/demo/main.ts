import { exitWhenNpmDies } from '../runtime/exit-when-npm-dies.js';
import { startDemo, type Demo } from './start-demo.js';

const stopped = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  // The second one is from somebody who does not want to wait: the children are killed on exit.
  process.on(signal, () => (stopped.signal.aborted ? process.exit(1) : stopped.abort()));
}
exitWhenNpmDies(process.env['npm_lifecycle_event'], () => stopped.abort());

console.log('Starting the sample tenant, the bot and the Agents Playground …');
try {
  const demo = await startDemo({ now: () => new Date(), log: (line) => console.error(line) });
  if (!stopped.signal.aborted) greet(demo);
  const broken = await Promise.race([demo.broken, untilStopped()]);
  if (broken !== undefined) {
    console.error(`\n${broken}\nThe demo ends.`);
    process.exitCode = 1;
  }
  await demo.stop();
} catch (error) {
  console.error(`\nThe demo could not start.\n${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}

function untilStopped(): Promise<undefined> {
  return new Promise((resolve) => {
    if (stopped.signal.aborted) resolve(undefined);
    else stopped.signal.addEventListener('abort', () => resolve(undefined));
  });
}

function greet({ pageUrl, tenant }: Demo): void {
  console.log(`
  Open ${pageUrl} in a browser. You are Ada Lindqvist of ${tenant.displayName}: administrator and helpdesk member.

  Three things to try in the Personal Chat:
    1. my pc won't join        find out why, and hand it to the helpdesk; the ticket appears in the channel Helpdesk
    2. 0x801c03f2              what a code means; whole pastes of dsregcmd /status are read as well
    3. quota ben okafor        what administrators see about somebody else

  To become somebody else, type "as ben" (18 of ${tenant.userDeviceQuota} devices) or "as eva" (a cloud account).
  "people" lists all ${tenant.people.length} with their situation, "who am I" tells who you are.

  Ctrl-C ends everything.
`);
}
