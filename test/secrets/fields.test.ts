import { afterAll, beforeAll, expect, it } from 'vitest';
import { wordsOf } from '../support/teams-edge.js';
import { unescaped } from './find-bytes.js';
import { aWatchedBot, type WatchedBot } from './watched-bot.js';

/** In the fields made for them people give what is taken out elsewhere, and the helpdesk gets it letter by letter. */
const fields = {
  phone: [
    '+49 89 5550 1234',
    '0049 (0)89 / 5550-1234',
    '555 0100',
    'ext. 4711',
    '+1 (425) 555-0143',
    '089 55501234, mobil 0171 5550199',
  ],
  otherPerson: [
    'Grace Adeyemi',
    'grace.adeyemi@contoso.com',
    'CONTOSO\\grace.adeyemi',
    'kim.larsen2@contoso.com (Kim Larsen)',
    'nora.weiss_northwind.example#EXT#@contoso.onmicrosoft.com',
    'Viktor Lang, room 3.14',
  ],
  pcName: ['PC-0077', 'LAPTOP-7QK2M9', 'pc-0077.contoso.local', 'MUC-WS-0173', '\\\\PC-0077', '10.0.19045-LAB'],
} as const;

const cases = Object.entries(fields).flatMap(([field, values]) => values.map((value) => [field, value] as const));

let bot: WatchedBot;
beforeAll(async () => {
  bot = await aWatchedBot(() => undefined);
  await bot.says('ada', 'troubleshoot');
  await bot.presses('ada', 'choose:someone-else');
});
afterAll(() => bot.close());

it.each(cases)('the field %s takes %s as it is', async (field, value) => {
  await bot.says('ada', 'talk to a person');
  const form = { note: 'Please help.', otherPerson: 'Grace Adeyemi', [field]: value };
  await bot.presses('ada', 'review', form);
  expect(unescaped(wordsOf(bot.teams.cardOf('ada')))).toContain(unescaped(value));
  await bot.presses('ada', 'send');
  expect(unescaped(bot.inChannel().join('\n'))).toContain(unescaped(value));
});
