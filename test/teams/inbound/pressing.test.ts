import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  aTeamsEdge,
  cardOfInvoke,
  cardsIn,
  chatOf,
  sentenceOfInvoke,
  wordsOf,
  type TeamsEdge,
} from '../../support/teams-edge.js';

let teams: TeamsEdge;
beforeEach(async () => {
  teams = await aTeamsEdge();
});
afterEach(() => teams.close());

const walkOf = async (key: string) => (await teams.storage.sessions.latest(teams.person(key).id))?.value;
const late = 'That button belonged to an earlier step.';
const notYours = 'These buttons no longer work.';

describe('a press', () => {
  it('is answered with the next card, in the press’s own answer', async () => {
    await teams.says('ada', 'troubleshoot');
    const messages = teams.connector.requests.length;
    const answered = await teams.presses('ada', 'choose:win7');
    expect(answered).toMatchObject({
      status: 200,
      json: { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive' },
    });
    expect(wordsOf(teams.cardOf('ada'))).toContain('Step 2');
    expect(teams.connector.requests).toHaveLength(messages);
  });

  it('is answered as JSON, whatever the client would rather have', async () => {
    await teams.says('ada', 'troubleshoot');
    const press = teams.press('ada', 'walk', teams.button('ada', 'choose:win7'));
    expect(cardOfInvoke(await teams.sends(press, { accept: 'text/plain' }))).toMatchObject({ type: 'AdaptiveCard' });
  });

  it('twice, one after the other: the second redraws and changes nothing', async () => {
    await teams.says('ada', 'troubleshoot');
    const data = teams.button('ada', 'choose:win7');
    await teams.sends(teams.press('ada', 'walk', data));
    const before = teams.rows();
    const again = await teams.sends(teams.press('ada', 'walk', data));
    expect(wordsOf(cardOfInvoke(again) ?? {})).toContain(late);
    expect(teams.rows()).toEqual(before);
  });

  it('on two buttons of one step at once: exactly one wins, the other redraws what won', async () => {
    await teams.says('ada', 'troubleshoot');
    const [own, other] = ['choose:win7', 'choose:someone-else'].map((option) =>
      teams.press('ada', 'walk', teams.button('ada', option)),
    );
    if (!own || !other) throw new Error('Two presses are needed');
    const answers = await Promise.all([teams.posts(own), teams.posts(other)]);
    expect((await walkOf('ada'))?.trail.filter(({ kind }) => kind === 'answered')).toHaveLength(1);
    const lateOnes = answers.filter((answer) => wordsOf(cardOfInvoke(answer) ?? {}).includes(late));
    expect(lateOnes).toHaveLength(1);
  });

  it('on the card of an earlier walk redraws the walk of today', async () => {
    await teams.says('ada', 'troubleshoot');
    const old = teams.button('ada', 'choose:win7');
    await teams.says('ada', 'forget me');
    await teams.says('ada', 'troubleshoot');
    const answered = await teams.sends(teams.press('ada', 'walk', old));
    expect(wordsOf(cardOfInvoke(answered) ?? {})).toContain(late);
    expect(await walkOf('ada')).toMatchObject({ step: 1 });
  });

  it('on somebody else’s card changes nobody’s walk and shows nothing of theirs', async () => {
    await teams.says('ada', 'troubleshoot');
    const adas = teams.button('ada', 'choose:win7');
    const before = teams.rows();
    const answered = await teams.sends(
      teams.press('ben', 'walk', adas, {
        conversation: { id: chatOf('ada'), conversationType: 'personal', tenantId: teams.tenant.tenantId },
      }),
    );
    expect(sentenceOfInvoke(answered)).toContain(notYours);
    expect(teams.rows()['sessions']).toEqual(before['sessions']);
  });

  it('of somebody who says to be another is the presser’s own', async () => {
    await teams.says('ada', 'troubleshoot');
    const data = {
      ...teams.button('ada', 'choose:win7'),
      personId: teams.person('ada').id,
      from: { aadObjectId: teams.person('ada').id },
    };
    await teams.sends(teams.press('ben', 'walk', data));
    expect(await walkOf('ada')).toMatchObject({ step: 1 });
  });
});

describe('a press of a client that knows only Action.Submit', () => {
  const submit = (key: string, option: string, more: object = {}) =>
    teams.sends(teams.submit(key, { verb: 'walk', ...teams.button(key, option) }, more));

  it('has its card replaced', async () => {
    await teams.says('ada', 'troubleshoot');
    await submit('ada', 'choose:win7');
    const last = teams.sentTo(chatOf('ada')).at(-1);
    expect(last).toMatchObject({ kind: 'update', message: 'the-card' });
    expect(cardsIn([last?.activity ?? {}]).map(wordsOf)).toEqual([expect.stringContaining('Step 2')]);
  });

  it.each([400, 413])('gets a new message when the old one cannot be replaced (%d)', async (status) => {
    await teams.says('ada', 'troubleshoot');
    teams.connector.behaves = ({ kind }) => (kind === 'update' ? { status } : undefined);
    const answered = await submit('ada', 'choose:win7');
    expect(answered.status).toBe(200);
    expect(
      teams
        .sentTo(chatOf('ada'))
        .slice(-2)
        .map(({ kind }) => kind),
    ).toEqual(['update', 'send']);
    expect(wordsOf(teams.cardOf('ada'))).toContain('Step 2');
  });

  it.each([429, 503])('has its card replaced later when Teams does not take it now (%d)', async (status) => {
    await teams.says('ada', 'troubleshoot');
    teams.connector.behaves = ({ kind }) => (kind === 'update' ? { status } : undefined);
    await submit('ada', 'choose:win7');
    teams.connector.behaves = () => undefined;
    await teams.passes(60_000);
    expect(teams.sentTo(chatOf('ada')).slice(-2)).toMatchObject([
      { kind: 'update', message: 'the-card' },
      { kind: 'update', message: 'the-card' },
    ]);
    expect(wordsOf(teams.cardOf('ada'))).toContain('Step 2');
  });

  it.each([403, 404])('gets a new message when the old one is gone for good (%d)', async (status) => {
    await teams.says('ada', 'troubleshoot');
    teams.connector.behaves = ({ kind }) => (kind === 'update' ? { status } : undefined);
    await submit('ada', 'choose:win7');
    for (let step = 0; step < 13; step += 1) await teams.passes(10_000);
    expect(
      teams
        .sentTo(chatOf('ada'))
        .slice(-5)
        .map(({ kind }) => kind),
    ).toEqual(['update', 'update', 'update', 'update', 'send']);
    expect(wordsOf(teams.cardOf('ada'))).toContain('Step 2');
  });

  it('gets a new message when it does not say which one was pressed', async () => {
    await teams.says('ada', 'troubleshoot');
    await submit('ada', 'choose:win7', { replyToId: undefined });
    expect(teams.sentTo(chatOf('ada')).at(-1)).toMatchObject({ kind: 'send' });
  });

  it('delivered twice counts once', async () => {
    await teams.says('ada', 'troubleshoot');
    const press = teams.submit('ada', { verb: 'walk', ...teams.button('ada', 'choose:win7') });
    await teams.sends(press);
    await teams.sends(press);
    expect(await walkOf('ada')).toMatchObject({ step: 2 });
    expect(teams.sentTo(chatOf('ada')).filter(({ kind }) => kind === 'update')).toHaveLength(1);
  });
});

describe('a press that no card of ours could have made', () => {
  const huge = 'x'.repeat(200_000);
  const data: readonly [string, unknown, unknown][] = [
    ['no data', 'walk', undefined],
    ['null', 'walk', null],
    ['a text', 'walk', 'choose:win7'],
    ['a number', 'walk', 7],
    ['a list', 'walk', [{ sessionId: 's', step: 1, option: 'back' }]],
    ['nothing in it', 'walk', {}],
    [
      'lists and objects where texts belong',
      'walk',
      { sessionId: ['s'], step: { $gt: 0 }, option: { toString: 'back' } },
    ],
    ['a step that is no number', 'walk', { sessionId: 's', step: 'first', option: 'back' }],
    ['a step below zero', 'walk', { sessionId: 's', step: -1, option: 'back' }],
    ['a step too large to count', 'walk', { sessionId: 's', step: 1e300, option: 'back' }],
    ['a huge session id', 'walk', { sessionId: huge, step: 1, option: 'back' }],
    ['a huge option', 'walk', { sessionId: 's', step: 1, option: huge }],
    ['no verb', undefined, { sessionId: 's', step: 1, option: 'back' }],
    ['another verb', 'drop', { sessionId: 's', step: 1, option: 'back' }],
    ['a verb of every object', 'constructor', {}],
    ['a verb that is none', { walk: true }, { sessionId: 's', step: 1, option: 'back' }],
    ['a ticket that is no number', 'ticket', { ticketNumber: 'NaN', option: 'claim' }],
    ['a ticket’s move that is none', 'ticket', { ticketNumber: 1, option: 'delete' }],
    ['a ticket’s step that is none', 'ticket', { ticketNumber: 1, step: { valueOf: 1 }, option: 'claim' }],
    ['a ticket’s move of a request', 'ticket', { ticketNumber: 1, step: 1, option: 'withdraw' }],
    ['a request’s move of a ticket', 'request', { ticketNumber: 1, step: 1, option: 'sendNote' }],
    ['a list that is none', 'tickets', { filter: 'secret', hours: 0, page: 0 }],
    ['a page below zero', 'tickets', { filter: 'open', hours: 0, page: -1 }],
    ['a page too far to turn to', 'requests', { page: 9e15 }],
    ['an answer about a channel that is none', 'channel', { option: 'useSecretly' }],
    ['words that are none', 'say', { words: ['help'] }],
    ['huge words', 'say', { words: huge }],
    ['a PC’s name that is none', 'lookUp', { pcName: { length: 1 } }],
  ];

  it.each(data)('gets a sentence and changes nothing: %s', async (_name, verb, spoiled) => {
    await teams.says('ada', 'troubleshoot');
    const before = teams.rows();
    const answered = await teams.sends(teams.press('ada', verb, spoiled));
    expect(answered.status).toBe(200);
    expect(sentenceOfInvoke(answered)).toContain(notYours);
    expect(teams.rows()).toEqual(before);
    expect(teams.failures).toEqual([]);
  });

  it.each([undefined, null, 'x', 7, [], { action: null }, { action: [] }, { action: { type: 'Action.Submit' } }])(
    'its value is %j',
    async (value) => {
      await teams.says('ada', 'troubleshoot');
      const before = teams.rows();
      const answered = await teams.sends({ ...teams.press('ada', 'walk', {}), value });
      expect(answered.status).toBe(200);
      expect(sentenceOfInvoke(answered)).toContain(notYours);
      expect(teams.rows()).toEqual(before);
    },
  );

  it.each([
    '__proto__',
    'constructor',
    'choose:__proto__',
    'choose:constructor',
    'dispute:__proto__',
    'dispute:toString',
    'rate9',
    'choose:',
    ':',
    '',
  ])('redraws the step: option %j', async (option) => {
    await teams.says('ada', 'troubleshoot');
    const before = teams.rows();
    const answered = await teams.sends(teams.press('ada', 'walk', { ...teams.button('ada', 'choose:win7'), option }));
    expect(cardOfInvoke(answered)).toMatchObject({ type: 'AdaptiveCard' });
    expect(teams.rows()).toEqual(before);
    expect(teams.failures).toEqual([]);
  });

  it('spoils no object by the names of its parts', async () => {
    await teams.says('ada', 'troubleshoot');
    const { sessionId, step } = teams.button('ada', 'choose:win7') as { sessionId: string; step: number };
    const press = JSON.stringify(teams.press('ada', 'walk', { sessionId, step, option: 'talkToAPerson', spoiled: 0 }));
    const spoiled = JSON.parse(
      press.replace('"spoiled":0', '"__proto__":{"note":"spoiled"},"constructor":{"prototype":{"note":"spoiled"}}'),
    ) as never;
    const answered = await teams.sends(spoiled);
    expect(answered.status).toBe(200);
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(({} as Record<string, unknown>)['note']).toBeUndefined();
    expect(await walkOf('ada')).toMatchObject({ place: { kind: 'form' }, form: { note: '' } });
  });

  it('typed values of a form that are no texts are dropped, huge ones are cut', async () => {
    await teams.says('ada', 'talk to a person');
    await teams.presses('ada', 'review', { note: huge, phone: ['1'], pcName: { a: 1 }, seen: 7 });
    expect(await walkOf('ada')).toMatchObject({
      place: { kind: 'summary' },
      form: { note: huge.slice(0, 2_000), phone: '', pcName: '', seen: '' },
    });
  });

  it.each([{}, [], ['x'], 'help', 7, true])('as a message with the value %j gets an answer too', async (value) => {
    const answered = await teams.sends(teams.submit('ada', value));
    expect(answered.status).toBe(200);
    expect(teams.sentTo(chatOf('ada'))).toHaveLength(1);
    expect(teams.rows()['sessions']).toEqual([]);
    expect(teams.failures).toEqual([]);
  });
});
