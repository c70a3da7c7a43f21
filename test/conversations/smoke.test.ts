import { afterEach, beforeEach, expect, it } from 'vitest';
import { aWorld, type World } from '../support/world.js';

let world: World;
beforeEach(async () => {
  world = await aWorld();
});
afterEach(() => world.close());

it('walks', async () => {
  const ada = world.person('ada');
  await ada.says('hello');
  console.log(JSON.stringify(ada.sees));
  await ada.says('my laptop isn’t joining');
  console.log(JSON.stringify(ada.sees));
  await ada.presses('choose:own');
  console.log(JSON.stringify(ada.sees));
  await ada.says('1');
  console.log(JSON.stringify(ada.sees));
  await ada.says('quota ben@contoso.com');
  console.log(JSON.stringify(ada.sees).slice(0, 600));
  await ada.says('talk to a person');
  await ada.presses('review', { note: 'help' });
  console.log(JSON.stringify(ada.sees));
  await ada.presses('send');
  console.log(JSON.stringify(ada.sees));
  console.log(JSON.stringify(world.teams.posted.map(({ kind, to, view }) => ({ kind, to, view: view.kind }))));
  expect(1).toBe(1);
});
