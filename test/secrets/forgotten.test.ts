import { afterEach, beforeEach, expect, it } from 'vitest';
import { finder, needleOf } from './find-bytes.js';
import { aWatchedBot, type WatchedBot } from './watched-bot.js';

/** Words that nothing takes out, one for each way of keeping a text. */
const words = { typed: 'quimberlane', note: 'vostrugel', pasted: 'hexlapodium', comment: 'jorvendyk' } as const;
const find = finder(Object.values(words).map(needleOf));
const foundIn = (bytes: Buffer): readonly string[] => [...find(bytes)].map(({ name }) => name).toSorted();

let bot: WatchedBot;
let found: Record<string, readonly string[]>;
beforeEach(async () => {
  found = {};
  bot = await aWatchedBot(({ name, bytes }) => {
    found[name] = [...new Set([...(found[name] ?? []), ...foundIn(bytes)])];
  });
});
afterEach(() => bot.close());

it('what was forgotten is overwritten: no free page of the database still holds it', async () => {
  await bot.says('grace', `AzureAdJoined : NO\nDomainJoined : YES\n${words.pasted}`);
  await bot.says('grace', 'talk to a person');
  await bot.says('grace', `It says ${words.typed}`);
  await bot.presses('grace', 'review', { note: `It says ${words.note}` });
  await bot.presses('grace', 'send', { withPaste: 'true' });
  await bot.pressesRequest('grace', 'request', { ticketNumber: 1001, option: 'comment', text: words.comment });
  await bot.pressesRequest('grace', 'request', { ticketNumber: 1001, option: 'withdraw' });
  await bot.says('grace', 'forget me');
  await bot.lookEverywhere();
  // It was there, or nothing would be proved.
  expect(found['the pages of the database']).toEqual(Object.values(words).toSorted());
  expect(found['test.db after a checkpoint']).toEqual([]);
});
