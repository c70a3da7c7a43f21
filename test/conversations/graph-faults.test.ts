import { describe, expect, it } from 'vitest';
import { aWorld, type World } from '../support/world.js';

/** Every call of a session's start, by the path that Graph sees. */
const calls = {
  person: /^\/users\/[^/]+$/,
  'owned devices': /ownedDevices/,
  'registered devices': /registeredDevices/,
  policy: /deviceRegistrationPolicy/,
  domains: /^\/domains/,
  'the whole batch': /\$batch/,
} as const;

const faults = {
  '403': { kind: 'status', status: 403 },
  '429 for a minute': { kind: 'status', status: 429, retryAfter: 60 },
  '500': { kind: 'status', status: 500 },
  silence: { kind: 'hang' },
  'a lost connection': { kind: 'drop' },
  'nulls everywhere': { kind: 'nulls' },
  'objects with limited information': { kind: 'limitedInformation' },
  'a web page': { kind: 'garbage' },
} as const;

const cases = Object.keys(calls).flatMap((call) => Object.keys(faults).map((fault) => [call, fault] as const));

async function inWorld(play: (world: World) => Promise<void>): Promise<void> {
  const world = await aWorld({ graphBudgetMs: 300 });
  try {
    await play(world);
  } finally {
    await world.close();
  }
}

describe('the walk goes on when Graph answers', () => {
  it.each(cases)('%s: %s', async (call, fault) => {
    await inWorld(async (world) => {
      world.graph.faults.set([{ match: calls[call as keyof typeof calls], ...faults[fault as keyof typeof faults] }]);
      const farid = world.person('farid');
      await farid.says('my pc will not join');
      for (const option of ['win7', 'authentication']) await farid.presses(`choose:${option}`);
      expect(farid.sees).toMatchObject({ kind: 'question', position: 3 });
      await farid.says('talk to a person');
      await farid.presses('review', { note: 'x' });
      await farid.presses('send');
      expect(farid.sees).toMatchObject({ kind: 'handedOver', ticketNumber: 1001 });
    });
  });

  it.each(['my devices', 'my quota'])('%s with everything failing: says that it does not know', async (words) => {
    await inWorld(async (world) => {
      world.graph.faults.set([{ match: /./, kind: 'status', status: 503 }]);
      const ada = world.person('ada');
      await ada.says(words);
      expect(ada.sees).toMatchObject({ devices: { known: false } });
    });
  });
});

describe('what is not known is asked, and said', () => {
  it('a question that the directory would have answered', async () => {
    await inWorld(async (world) => {
      world.graph.faults.set([{ match: calls.person, kind: 'status', status: 403 }]);
      const grace = world.person('grace');
      await grace.says('my pc will not join');
      for (const option of ['win7', 'verification']) await grace.presses(`choose:${option}`);
      expect(grace.sees).toMatchObject({ kind: 'question', notChecked: true, checked: [] });
    });
  });
});

describe('what is known is not asked', () => {
  it.each([
    ['a synced account', 'grace', ['win7', 'verification'], ['accountKind']],
    ['a federated domain', 'farid', ['win7', 'authentication', 'none'], ['domainType']],
    ['a cloud account', 'eva', ['win7'], ['accountKind']],
    ['a disabled account', 'paula', ['win7'], ['accountState']],
  ] as const)('%s', async (_fact, who, options, checked) => {
    await inWorld(async (world) => {
      const person = world.person(who);
      await person.says('my pc will not join');
      for (const option of options) await person.presses(`choose:${option}`);
      const names = (person.sees as { checked?: { name: string }[] }).checked?.map(({ name }) => name);
      expect(names).toEqual(expect.arrayContaining([...checked]));
    });
  });

  it('and can be called wrong', async () => {
    await inWorld(async (world) => {
      const eva = world.person('eva');
      await eva.says('my pc will not join');
      await eva.presses('choose:win7');
      expect(eva.sees).toMatchObject({ kind: 'handOver' });
      await eva.presses('dispute');
      if (eva.sees?.kind === 'dispute') await eva.presses('dispute:accountKind');
      expect(eva.sees).toMatchObject({ kind: 'question', answers: [{ answer: { en: 'Windows 7' } }] });
    });
  });
});

it('a session costs one request to Graph', async () => {
  await inWorld(async (world) => {
    const farid = world.person('farid');
    await farid.says('my pc will not join');
    for (const option of ['win7', 'authentication']) await farid.presses(`choose:${option}`);
    expect(world.graph.requests.map(({ method, path }) => `${method} ${path}`)).toEqual(['POST /$batch']);
  });
});
