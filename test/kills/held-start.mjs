/**
 * Runs in the bot's process before its main script: loads the modules that the script imports, which takes seconds, and
 * holds the start until it is told to go. So the next process stands ready when the one before is killed.
 *
 * The start also says how far the wall clock is ahead. A process that comes back "half a minute later" finds the rows of
 * the killed one due, without the test waiting for it.
 */
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const script = pathToFileURL(process.argv[1]);
const imports = readFileSync(script, 'utf8').matchAll(/ from '(\.{1,2}\/[^']+)'/g);
for (const [, path] of imports) await import(new URL(path, script));

const aheadMs = await new Promise((resolve) => {
  process.once('message', resolve);
  process.send('loaded');
});
const RealDate = Date;
globalThis.Date = class Date extends RealDate {
  constructor(...given) {
    if (given.length === 0) super(RealDate.now() + aheadMs);
    else super(...given);
  }
  static now() {
    return RealDate.now() + aheadMs;
  }
};
// Nothing of this run outlives it, whatever ends it.
process.once('disconnect', () => process.exit());
process.channel.unref();
