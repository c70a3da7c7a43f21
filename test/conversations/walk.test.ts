import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ProblemReport } from '../../src/helpdesk/ticket.js';
import type { QuestionView } from '../../src/assistant/views.js';
import { aWorld, type World } from '../support/world.js';
import { isWalk } from '../support/actor.js';

let world: World;
beforeEach(async () => {
  world = await aWorld();
});
afterEach(() => world.close());

function optionText(inWorld: World, dialog: string) {
  const node = inWorld.tree.nodes.get('downlevel/status');
  return node?.kind === 'question' ? node.options.find(({ sets }) => sets?.['dialog'] === dialog)?.text : undefined;
}

const english = (view: unknown) => (view as QuestionView).text.en;

describe('a sentence about the trouble starts the walk', () => {
  it.each([
    'my pc won’t join',
    "my laptop isn't joining",
    "can't register this pc",
    'device join fails',
    'My PC will not join the domain!',
    'HELP my computer is not registered',
    'hybrid join error',
    '/troubleshoot',
    'mein Rechner lässt sich nicht registrieren',
    '  TROUBLESHOOT ',
  ])('%s', async (sentence) => {
    const ada = world.person('ada');
    await ada.says(sentence);
    expect(ada.sees).toMatchObject({ kind: 'question', position: 1 });
  });
});

describe('anything else gets a useful answer with a way on', () => {
  it.each(['what is the weather', 'äöü ß', '🙂', '¿?', 'lunch at 12', 'x'.repeat(50_000)])('%.40s', async (words) => {
    const jonas = world.person('jonas');
    await jonas.says(words);
    expect(jonas.sees).toMatchObject({ kind: 'notice', notice: { key: 'didNotUnderstand' } });
    expect((jonas.sees as unknown as { actions: unknown[] }).actions).not.toHaveLength(0);
  });

  it('an empty message and a sticker', async () => {
    const jonas = world.person('jonas');
    await jonas.says('');
    expect(jonas.sees).toMatchObject({ notice: { key: 'didNotUnderstand' } });
    await jonas.says('', { hasPicture: true });
    expect(jonas.sees).toMatchObject({ notice: { key: 'cannotReadPictures' } });
  });

  it.each(['hi', 'Hello!', 'HELP', '/help', 'hilfe'])('%s', async (greeting) => {
    const jonas = world.person('jonas');
    await jonas.says(greeting);
    expect(jonas.sees).toMatchObject({ kind: 'help' });
  });
});

it('help names the administrators’ commands to administrators only', async () => {
  const words = async (key: string) => {
    const person = world.person(key);
    await person.says('help');
    return (person.sees as unknown as { commands: { words: string }[] }).commands.map((command) => command.words);
  };
  expect(await words('sven')).toContain('quota PERSON[, PERSON…]');
  expect(await words('jonas')).not.toContain('quota PERSON[, PERSON…]');
});

describe('in a walk', () => {
  it('options can be typed, by their words or their number', async () => {
    const ada = world.person('ada');
    await ada.says('troubleshoot');
    await ada.says('windows 7');
    expect(ada.sees).toMatchObject({ position: 2, answers: [{ answer: { en: 'Windows 7' } }] });
    await ada.says('1');
    expect(ada.sees).toMatchObject({ position: 3, answers: [{}, { answer: { en: 'An error with authentication' } }] });
  });

  it('back returns to the question before; at the start it says so', async () => {
    const ada = world.person('ada');
    await ada.says('troubleshoot');
    const first = english(ada.sees);
    await ada.presses('choose:win7');
    await ada.says('back');
    expect(english(ada.sees)).toBe(first);
    await ada.presses('back');
    expect(ada.sees).toMatchObject({ notice: { key: 'nothingToGoBackTo' } });
  });

  it('a press that comes late redraws and changes nothing', async () => {
    const ada = world.person('ada');
    await ada.says('troubleshoot');
    const old = ada.sees;
    await ada.presses('choose:win7');
    const before = await world.storage.sessions.latest(ada.id);
    await ada.presses('choose:someone-else', {}, old);
    expect(ada.sees).toMatchObject({ position: 2, notice: { key: 'pressedLate' } });
    expect(await world.storage.sessions.latest(ada.id)).toEqual(before);
  });

  it('two presses of one step at once: exactly one counts', async () => {
    const ada = world.person('ada');
    await ada.says('troubleshoot');
    const card = ada.sees;
    await Promise.all([ada.presses('choose:win7', {}, card), ada.presses('choose:someone-else', {}, card)]);
    const trail = (await world.storage.sessions.latest(ada.id))?.value.trail.filter(({ kind }) => kind === 'answered');
    expect(trail).toHaveLength(1);
  });

  it('somebody else’s card is not theirs to press', async () => {
    const ada = world.person('ada');
    const jonas = world.person('jonas');
    await ada.says('troubleshoot');
    const before = await world.storage.sessions.latest(ada.id);
    const outcome = await jonas.presses('choose:win7', {}, ada.sees);
    expect(outcome.refusal).toMatchObject({ key: 'notYourCard' });
    await jonas.says('troubleshoot');
    await jonas.presses('choose:win7', {}, ada.sees);
    expect(jonas.sees).toMatchObject({ position: 1, notice: { key: 'pressedLate' } });
    expect(await world.storage.sessions.latest(ada.id)).toEqual(before);
  });

  it('words that answer nothing are kept for the helpdesk', async () => {
    const ada = world.person('ada');
    await ada.says('troubleshoot');
    await ada.says('it says something about the moon');
    expect(ada.sees).toMatchObject({ kind: 'question', notice: { key: 'didNotUnderstandAnswer' } });
    await ada.says('talk to a person');
    expect(ada.sees).toMatchObject({ kind: 'form', form: { note: 'it says something about the moon', seen: '' } });
  });

  it('codes are kept as what the PC shows, numbers that answer nothing are not kept', async () => {
    const ada = world.person('ada');
    await ada.says('troubleshoot');
    await ada.says('0x801c03f2');
    await ada.says('99');
    await ada.says('talk to a person');
    expect(ada.sees).toMatchObject({ kind: 'form', form: { note: '', seen: '0x801c03f2' } });
  });

  it('a PC that was named is in the form; named while the form is open, it goes into its field', async () => {
    const carla = world.person('carla');
    await carla.says('troubleshoot');
    await carla.says('PC-0142');
    expect(carla.sees).toMatchObject({ kind: 'fix', reading: { of: 'pc' } });
    await carla.says('talk to a person');
    expect(carla.sees).toMatchObject({ kind: 'form', form: { pcName: 'PC-0142' } });
    await carla.says('PC-0150');
    expect(carla.sees).toMatchObject({ kind: 'form', form: { pcName: 'PC-0150' }, notice: { key: 'pcNameNoted' } });
  });

  it.each([
    ['windows 7', 2],
    ['2)', 2],
    ['Windows 7!', 2],
    ['it is windows 7', 2],
    ['windows 7, please', 2],
  ])('takes "%s" for an answer', async (words, position) => {
    const ada = world.person('ada');
    await ada.says('troubleshoot');
    await ada.says(words);
    expect(ada.sees).toMatchObject({ position });
  });

  it.each(['it is not windows 7', 'no, not windows 7'])(
    'does not take "%s" for the answer it contains',
    async (words) => {
      const ada = world.person('ada');
      await ada.says('troubleshoot');
      await ada.says(words);
      expect(ada.sees).toMatchObject({ position: 1, notice: { key: 'didNotUnderstandAnswer' } });
    },
  );

  it('does not take a PC that could not be joined for one that is', async () => {
    const grace = world.person('grace');
    await grace.says('troubleshoot');
    await grace.presses('choose:win7');
    await grace.says('This PC could not be joined to your workplace');
    expect(grace.sees).toMatchObject({ position: 2, notice: { key: 'didNotUnderstandAnswer' } });
  });

  it.each(["i don't know", 'idk', 'weiß nicht', 'not sure'])('takes "%s" for not sure', async (words) => {
    const ada = world.person('ada');
    await ada.says('troubleshoot');
    await ada.says(words);
    expect(ada.sees).toMatchObject({ position: 2, answers: [{ answer: { en: "I don't know" } }] });
  });

  it('"yes please" sends, "it still does not work" goes to the next cause', async () => {
    const grace = world.person('grace');
    await grace.says('troubleshoot');
    for (const option of ['win7', 'not-responding', 'not-sure', 'opens']) await grace.presses(`choose:${option}`);
    await grace.says('it still does not work');
    expect(grace.sees).not.toMatchObject({ kind: 'fix' });
    await grace.says('talk to a person');
    await grace.presses('review', { note: 'hello' });
    await grace.says('Yes please');
    expect(grace.sees).toMatchObject({ kind: 'handedOver' });
  });

  it('changes its language in the middle', async () => {
    const ada = world.person('ada');
    await ada.says('troubleshoot');
    expect((await ada.says('language de')).locale).toBe('de');
    expect(ada.sees).toMatchObject({ kind: 'question', position: 1, notice: { key: 'languageSet' } });
  });

  it.each([
    ['Authentication failed (0x80004005)', 'authentication'],
    ['The maximum number of devices that can be joined to the workplace by the user has been reached', 'maximum'],
    ['the server did not respond', 'notResponding'],
  ])('the words of the window choose the answer: %s', async (words, dialog) => {
    const grace = world.person('grace');
    await grace.says('troubleshoot');
    await grace.presses('choose:win7');
    await grace.says(words);
    expect(grace.sees).toMatchObject({ position: 3 });
    await grace.says('talk to a person');
    await grace.presses('review');
    const report = (grace.sees as unknown as { report: ProblemReport }).report;
    expect(report.dialog).toEqual(optionText(world, dialog));
  });

  it('buttons of a fix can be typed by their words', async () => {
    const grace = world.person('grace');
    await grace.says('troubleshoot');
    for (const option of ['win7', 'not-responding', 'not-sure', 'opens']) await grace.presses(`choose:${option}`);
    expect(grace.sees).toMatchObject({ kind: 'fix' });
    await grace.says('No, still the same');
    expect(grace.sees).not.toMatchObject({ kind: 'fix' });
  });

  it('words typed while the form is open go into the note', async () => {
    const ada = world.person('ada');
    await ada.says('talk to a person');
    await ada.says('my laptop will not join since Monday');
    expect(ada.sees).toMatchObject({
      kind: 'form',
      form: { note: 'my laptop will not join since Monday' },
      notice: { key: 'addedToNote' },
    });
  });

  it('a picture with words: the words count, and the picture is answered', async () => {
    const ada = world.person('ada');
    await ada.says('troubleshoot');
    const { replies } = await ada.says('windows 7', { hasPicture: true });
    expect(replies).toMatchObject([
      { kind: 'notice', notice: { key: 'cannotReadPictures' } },
      { kind: 'question', position: 2 },
    ]);
  });

  it('a picture while the form is open is answered as well', async () => {
    const ada = world.person('ada');
    await ada.says('talk to a person');
    await ada.says('', { hasPicture: true });
    expect(ada.sees).toMatchObject({ kind: 'form', notice: { key: 'cannotReadPictures' } });
  });

  it('a press from a channel shows nothing there', async () => {
    const ada = world.person('ada');
    await ada.says('troubleshoot');
    const outcome = await ada.pressesInChannel('choose:win7');
    expect(outcome).toMatchObject({ refusal: { key: 'personalOnly' }, replies: [] });
    expect(outcome.card).toBeUndefined();
  });

  it('a press after the trees changed under the walk begins anew and says so', async () => {
    const ada = world.person('ada');
    await ada.says('troubleshoot');
    const stored = await world.storage.sessions.latest(ada.id);
    if (!stored) throw new Error('no session');
    await world.storage.sessions.save(
      ada.id,
      { ...stored.value, treeVersion: 'older', nodeId: 'gone/node' },
      stored.version,
    );
    await ada.presses('choose:win7');
    expect(ada.sees).toMatchObject({ kind: 'question', position: 1, notice: { key: 'treeChanged' } });
  });

  it('an account that cannot join an old PC says nothing about Windows 11', async () => {
    const eva = world.person('eva');
    await eva.says('troubleshoot');
    await eva.presses('choose:current');
    expect(eva.sees).toMatchObject({ kind: 'question', position: 2 });
  });

  it('a picture is answered and the step stands', async () => {
    const ada = world.person('ada');
    await ada.says('troubleshoot');
    await ada.says('', { hasPicture: true });
    expect(ada.sees).toMatchObject({ kind: 'question', position: 1, notice: { key: 'cannotReadPictures' } });
  });
});

describe('a pause', () => {
  it('of three days and a restart of the bot changes nothing', async () => {
    const ada = world.person('ada');
    await ada.says('troubleshoot');
    await ada.presses('choose:win7');
    const card = ada.sees;
    world.clock.now = new Date(world.clock.now.getTime() + 3 * 24 * 3_600_000);
    await world.restart();
    await ada.presses('choose:authentication', {}, card);
    expect(ada.sees).toMatchObject({ position: 3 });
    await ada.says('troubleshoot');
    expect(ada.sees).toMatchObject({ position: 3, notice: { key: 'welcomeBack' } });
  });

  it('makes facts old: read again at the next typed message', async () => {
    const ada = world.person('ada');
    await ada.says('troubleshoot');
    const evidenceRequests = () => world.graph.requests.filter(({ path }) => path.includes('batch')).length;
    const before = evidenceRequests();
    world.clock.now = new Date(world.clock.now.getTime() + 16 * 60_000);
    await ada.says('1');
    expect(evidenceRequests()).toBe(before + 1);
  });
});

describe('the person’s own settings', () => {
  it('language is kept', async () => {
    const ada = world.person('ada');
    expect((await ada.says('language de')).locale).toBe('de');
    await world.restart();
    expect((await ada.says('help')).locale).toBe('de');
    await ada.says('language klingon');
    expect(ada.sees).toMatchObject({ notice: { key: 'languageUnknown' } });
  });

  it('forget me leaves nothing of the person', async () => {
    const ada = world.person('ada');
    await ada.says('language de');
    await ada.says('troubleshoot');
    await ada.says('forget me');
    expect(ada.sees).toMatchObject({ notice: { key: 'forgotten' } });
    expect(await world.storage.sessions.latest(ada.id)).toBeUndefined();
    expect((await ada.says('help')).locale).toBe('en');
  });

  it('forget me with an open ticket: anonymised when it is closed', async () => {
    const ada = world.person('ada');
    const lena = world.person('lena');
    await ada.says('talk to a person');
    await ada.presses('review', { note: 'my secret note' });
    await ada.presses('send');
    await ada.says('forget me');
    expect(ada.sees).toMatchObject({ notice: { key: 'forgottenButOpenTickets', values: { tickets: '1001' } } });
    await lena.pressesTicket(1001, 'claim');
    await lena.pressesTicket(1001, 'sendResolve', { cause: 'other' });
    await ada.pressesRequest(1001, 'confirm');
    const kept = await world.storage.tickets.find(1001);
    expect(JSON.stringify(kept)).not.toContain('my secret note');
    expect(JSON.stringify(kept?.ticket.requester)).not.toContain('Ada');
  });

  it('what is older than the retention loses its personal data', async () => {
    const ada = world.person('ada');
    await ada.says('troubleshoot');
    const expired = await world.storage.personalData.expire(world.clock.now.getTime() + 1);
    expect(expired.sessions).toBe(1);
    expect(await world.storage.sessions.latest(ada.id)).toBeUndefined();
  });
});

it('the welcome comes once, when the app is installed', async () => {
  const outcome = await world.person('ada').installs();
  expect(outcome.replies).toEqual([{ kind: 'welcome' }]);
});

it('every card of a walk names its session and step', async () => {
  const ada = world.person('ada');
  await ada.says('troubleshoot');
  expect(isWalk(ada.sees) && ada.sees.ref).toEqual({ sessionId: expect.any(String) as string, step: 1 });
});
