import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  charactersOfOnePoint,
  maxBodyBytes,
  maxConnections,
  maxTypedCharacters,
  mostTurnsOfOnePerson,
  mostTurnsUnderWay,
  personPace,
  turnsAtOnceOfOnePerson,
} from '../../../src/limits.js';
import type { Storage } from '../../../src/storage/open-database.js';
import { createAdmission, unlimited, type Admit } from '../../../src/teams/inbound/admission.js';
import { en } from '../../../src/text/en/index.js';
import { uploaded } from '../../support/activities.js';
import { aTeamsEdge, chatOf, sentenceOfInvoke, type TeamsEdge } from '../../support/teams-edge.js';

/** Work that lasts until it is let go, and what has begun of it. */
function slowWork() {
  const begun: string[] = [];
  const ends: (() => void)[] = [];
  return {
    begun,
    called: (name: string) => async () => {
      begun.push(name);
      await new Promise<void>((resolve) => ends.push(resolve));
      return name;
    },
    /** Lets the longest one go. */
    async ends() {
      ends.shift()?.();
      await settled();
    },
  };
}

const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
};

describe('whose turn it is', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: new Date('2026-05-04T09:00:00Z'), toFake: ['Date', 'setTimeout', 'clearTimeout'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('one person has a few turns at once and the others in their order; somebody else waits for none of them', async () => {
    const admit = createAdmission();
    const { begun, called, ends } = slowWork();
    for (const name of ['1', '2', '3', '4', '5']) void admit('ada', 0, called(name));
    await settled();
    expect(begun).toEqual(['1', '2', '3']);
    void admit('ben', 0, called('of ben'));
    await settled();
    expect(begun.at(-1)).toBe('of ben');
    await ends();
    void admit('ada', 0, called('6'));
    await ends();
    await ends();
    expect(begun).toEqual(['1', '2', '3', 'of ben', '4', '5', '6']);
  });

  it('work that fails gives its place on and fails as it did', async () => {
    const admit = createAdmission();
    const failing = Array.from({ length: 10 }, () =>
      admit('ada', 0, () => Promise.reject(new Error('no'))).catch((error: Error) => error.message),
    );
    expect(await Promise.all(failing)).toEqual(Array<string>(10).fill('no'));
    expect(await admit('ada', 0, async () => 'after')).toEqual({ kind: 'done', value: 'after' });
  });

  /** How many of those that come in one moment are taken, and how many refusals are told. */
  async function takenOf(
    admit: Admit,
    personId: string,
    activities: number,
    characters: number,
  ): Promise<{ taken: number; told: number }> {
    const all: Awaited<ReturnType<Admit>>[] = [];
    for (let nth = 0; nth < activities; nth += 1) all.push(await admit(personId, characters, async () => undefined));
    return {
      taken: all.filter(({ kind }) => kind === 'done').length,
      told: all.filter((each) => each.kind === 'refused' && each.tell).length,
    };
  }

  it.each([
    [100, personPace.points],
    [charactersOfOnePoint, personPace.points / 2],
    [maxBodyBytes, Math.floor(personPace.points / 33)],
  ])(
    "of one person's activities of %d characters %d are taken in half a minute, the rest is refused and told once",
    async (characters, most) => {
      const admit = createAdmission();
      expect(await takenOf(admit, 'ada', personPace.points + 60, characters)).toEqual({ taken: most, told: 1 });
      expect(await takenOf(admit, 'ada', 1, maxBodyBytes)).toEqual({ taken: 0, told: 0 });
      expect(await takenOf(admit, 'ben', 1, characters)).toEqual({ taken: 1, told: 0 });
      vi.advanceTimersByTime(personPace.seconds * 1_000);
      expect(await takenOf(admit, 'ada', 1, characters)).toEqual({ taken: 1, told: 0 });
    },
  );

  it('one person whose turns are slow does not use up the places of everybody', async () => {
    const admit = createAdmission();
    const { called } = slowWork();
    const flood = Array.from({ length: mostTurnsOfOnePerson + 10 }, () => admit('ada', 0, called('slow')));
    await settled();
    expect(await Promise.all(flood.slice(-10))).toEqual(
      Array.from({ length: 10 }, (_, index) => ({ kind: 'refused', why: 'tooMuch', tell: index === 0 })),
    );
    expect(await admit('ben', 0, async () => 'done')).toEqual({ kind: 'done', value: 'done' });
    // Whoever is refused for want of places still has a connection to be told on.
    expect(mostTurnsUnderWay).toBeLessThan(maxConnections);
  });

  it('who was told, read again, and is refused once more is told once more', async () => {
    const admit = createAdmission();
    vi.advanceTimersByTime(1);
    expect(await takenOf(admit, 'ada', 1, 0)).toMatchObject({ taken: 1 });
    vi.advanceTimersByTime((personPace.seconds - 1) * 1_000);
    expect(await takenOf(admit, 'ada', personPace.points + 1, 0)).toMatchObject({ told: 1 });
    vi.advanceTimersByTime(2_000);
    expect(await takenOf(admit, 'ada', personPace.points + 1, 0)).toEqual({ taken: personPace.points, told: 1 });
  });

  it('of all people no more are taken than can be answered in time; as soon as one is done the next one is taken', async () => {
    const admit = createAdmission();
    const { called, ends } = slowWork();
    for (let person = 0; person < mostTurnsUnderWay; person += 1) void admit(`person ${person}`, 0, called('work'));
    await settled();
    expect(await admit('late', 0, async () => 'done')).toEqual({ kind: 'refused', why: 'tooMany', tell: true });
    await ends();
    expect(await admit('late', 0, async () => 'done')).toEqual({ kind: 'done', value: 'done' });
  });
});

describe('a flood', () => {
  let teams: TeamsEdge;
  let hold: Promise<void> | undefined;
  const slowForBen = (storage: Storage): Storage => ({
    ...storage,
    preferences: {
      ...storage.preferences,
      async load(personId) {
        if (hold && personId === teams.person('ben').id) await hold;
        return storage.preferences.load(personId);
      },
    },
  });
  afterEach(() => teams.close());

  const long = 'hello there '.repeat(20_000);

  it("by one person: another one's press is answered while it is worked on", async () => {
    teams = await aTeamsEdge({ spoil: slowForBen, admit: createAdmission() });
    await teams.says('ada', 'troubleshoot');
    let release = (): void => undefined;
    hold = new Promise((resolve) => (release = resolve));
    const before = teams.heard.length;
    const flood = Array.from({ length: 60 }, () => teams.posts(teams.message('ben', 'help')));
    const pressed = await teams.posts(teams.press('ada', 'walk', teams.button('ada', 'choose:win7')));
    expect(pressed.text).toContain('AdaptiveCard');
    const ofBen = teams.heard.slice(before).filter(({ from }) => from.personId === teams.person('ben').id);
    expect(ofBen.length).toBeLessThanOrEqual(turnsAtOnceOfOnePerson);
    release();
    expect((await Promise.all(flood)).map(({ status }) => status)).toEqual(Array<number>(60).fill(200));
    expect(teams.sentTo(chatOf('ben')).filter(({ activity }) => activity.type === 'message')).toHaveLength(60);
  });

  it('of long messages: some are read, the person reads once that the others were not, and what was refused can be sent again', async () => {
    teams = await aTeamsEdge({ admit: createAdmission() });
    const messages = Array.from({ length: 60 }, () => teams.message('ben', long));
    const answers = await Promise.all(messages.map((each) => teams.posts(each)));
    expect(answers.map(({ status }) => status)).toEqual(Array<number>(60).fill(200));
    expect(teams.heard.length).toBe(
      Math.floor(personPace.points / (1 + Math.floor(JSON.stringify(messages[0]).length / charactersOfOnePoint))),
    );
    const told = teams
      .sentTo(chatOf('ben'))
      .filter(({ activity }) => JSON.stringify(activity).includes(en['notice.tooMuch']));
    expect(told).toHaveLength(1);
    expect(teams.failures).toEqual([]);
  });

  it('of what nobody said, such as members that come, is answered with nothing', async () => {
    teams = await aTeamsEdge({ admit: createAdmission() });
    const events = Array.from({ length: personPace.points + 5 }, () => teams.membersAdded('ben'));
    await Promise.all(events.map((each) => teams.posts(each)));
    expect(teams.connector.requests).toEqual([]);
  });

  it('of invokes that are no presses posts nothing into the chat', async () => {
    teams = await aTeamsEdge({ admit: createAdmission() });
    const invokes = Array.from({ length: personPace.points + 5 }, () => teams.invoke('ben', 'task/fetch'));
    for (const each of invokes) expect(await teams.posts(each)).toMatchObject({ status: 200 });
    expect(teams.connector.requests).toEqual([]);
  });

  it('of files counts what will be read of them', async () => {
    const sizes: number[] = [];
    teams = await aTeamsEdge({
      admit: async (_personId, characters, work) => ({ kind: 'done', value: (sizes.push(characters), await work()) }),
    });
    await teams.posts(teams.message('ben', 'see this'));
    await teams.posts(
      teams.message('ben', 'see this', {
        attachments: [uploaded('status.txt', 'https://contoso-my.sharepoint.com/status.txt')],
      }),
    );
    expect((sizes[1] ?? 0) - (sizes[0] ?? 0)).toBeGreaterThanOrEqual(maxTypedCharacters);
  });

  it('of presses: each is answered, in words that stand nowhere else', async () => {
    teams = await aTeamsEdge({ admit: createAdmission() });
    const presses = Array.from({ length: personPace.points + 5 }, () =>
      teams.press('ben', 'say', { words: 'language en' }),
    );
    const answers: Awaited<ReturnType<TeamsEdge['posts']>>[] = [];
    for (const each of presses) answers.push(await teams.posts(each));
    expect(answers.filter((each) => sentenceOfInvoke(each) === en['notice.tooMuch'])).toHaveLength(5);
  });
});

it('where nobody is kept back, all work is done', async () => {
  expect(await unlimited('ada', Infinity, async () => 'done')).toEqual({ kind: 'done', value: 'done' });
});
