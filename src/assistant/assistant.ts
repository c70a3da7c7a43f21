import type { Administration } from '../administration/look-up.js';
import { judgedDevices } from '../administration/look-up.js';
import type { Directory } from '../directory/model.js';
import { personLane, type Helpdesk } from '../helpdesk/helpdesk.js';
import type { Outbox } from '../helpdesk/ports.js';
import { closestLocale, locales, type Locale } from '../text/locale.js';
import type { Session } from '../troubleshooting/session.js';
import type { Tree } from '../troubleshooting/tree.js';
import { commands, type Command } from './commands.js';
import type { Input, Mention, Press, Sender, WalkPress } from './input.js';
import type { PersonalData, PreferenceStore, Roster } from './ports.js';
import { pressToDoing } from './press-to-doing.js';
import { keepPcName, keepTyped, typedToDoing } from './typed-to-doing.js';
import { tidy, understand } from './understand.js';
import type { Notice, NoticeKey, SayAction, View } from './views.js';
import { isCurrent, isOver, type Doing, type Walks } from './walks.js';

/** What to say and show. `card` takes the place of the card that was pressed; `refusal` is read by the presser alone. */
export interface Outcome {
  readonly locale: Locale;
  readonly replies: readonly View[];
  readonly card?: View;
  readonly refusal?: Notice;
}

export interface AssistantOptions {
  readonly tree: Tree;
  readonly walks: Walks;
  readonly directory: Directory;
  readonly administration: Administration;
  readonly helpdesk: Helpdesk;
  readonly preferences: PreferenceStore;
  readonly personalData: PersonalData;
  readonly roster: Roster;
  readonly outbox: Outbox;
  readonly wakeOutbox: () => void;
  /** Resolves after so many milliseconds; bounds what a mere help may wait for. */
  readonly pause: (ms: number) => Promise<undefined>;
  readonly defaultLocale: Locale;
}

export interface Assistant {
  /** Answers one input. Throws only for our own faults; what Graph, Teams or the person gets wrong becomes words. */
  handle(input: Input): Promise<Outcome>;
}

/** Milliseconds that look-ups may take together; Teams gives up after 10 to 15 s. Ours. */
const lookUpMs = 9_000;

/** How long `help` waits to learn whether the person is an administrator, in milliseconds. Ours. */
const helpWaitMs = 1_500;

const start: SayAction = { label: 'troubleshoot', words: 'troubleshoot' };
const toAPerson: SayAction = { label: 'talkToAPerson', words: 'talk to a person' };
const help: SayAction = { label: 'help', words: 'help' };
const myDevices: SayAction = { label: 'myDevices', words: 'my devices' };

type Answer = Omit<Outcome, 'locale'> & { readonly locale?: Locale };

/** The conversation: chooses the language, then does what was typed, pressed or pasted. */
export function createAssistant(options: AssistantOptions): Assistant {
  const { tree, walks, directory, administration, helpdesk, preferences, personalData, roster } = options;

  async function handle(input: Input): Promise<Outcome> {
    const chosen = (await preferences.load(input.from.personId)).locale;
    const locale = chosen ?? closestLocale(input.from.localeTag) ?? options.defaultLocale;
    return { locale, ...(await answer(input, locale)) };
  }

  async function answer(input: Input, locale: Locale): Promise<Answer> {
    switch (input.kind) {
      case 'installed':
        return input.scope === 'personal' ? say({ kind: 'welcome' }) : nothing;
      case 'said':
        return input.scope === 'personal' ? saidInPrivate(input, locale) : saidInPublic(input, locale);
      case 'pressed':
        return pressed(input, input.press, locale);
    }
  }

  // --- typed -----------------------------------------------------------------------------------------------------------

  async function saidInPrivate(input: Input & { kind: 'said' }, locale: Locale): Promise<Answer> {
    const { from } = input;
    const here = (await walks.current(from.personId))?.session;
    const words = tidy(input.text);
    if (words === '') return input.hasPicture ? remark(from, 'cannotReadPictures') : remark(from, 'didNotUnderstand');
    if (here) walks.refreshFacts(from.personId, here);
    const answered = await saidWords(input, words, here, locale);
    return input.hasPicture ? { ...answered, replies: [pictureUnread, ...answered.replies] } : answered;
  }

  async function saidWords(input: Input & { kind: 'said' }, words: string, here: Session | undefined, locale: Locale): Promise<Answer> {
    const { from } = input;
    const understood = understand(words);
    if (understood.kind === 'command' && understood.exact) return obey(input, understood.command, understood.argument, locale);
    if (here && typedToDoing(tree, here, words)) return walkOn(from, locale, (session) => typedToDoing(tree, session, words));
    if (understood.kind === 'pcName') return saidPcName(from, understood.name, here, locale);
    const walking = here !== undefined && !isOver(here);
    // In a walk a sentence is an answer or something for the helpdesk; outside it may ask for a walk.
    return understood.kind === 'command' && !walking ? beginOrGoOn(from) : keepOrShrug(from, words, locale);
  }

  /** A PC that was named once is named in the request as well; while the form is open, that is all that was meant. */
  async function saidPcName(from: Sender, name: string, here: Session | undefined, locale: Locale): Promise<Answer> {
    const noted = here && !isOver(here) ? await walks.change(from, locale, (session) => keepPcName(session, name)) : undefined;
    const writing = noted?.session.place.kind === 'form' || noted?.session.place.kind === 'summary';
    return noted && writing ? say(walks.draw(noted.session, { key: 'pcNameNoted', values: { name } })) : inTime(lookUpPc(name));
  }

  /** In channels and groups individual things are not shown: administrators are answered in their own chat. */
  async function saidInPublic(input: Input & { kind: 'said' }, locale: Locale): Promise<Answer> {
    const understood = understand(input.text);
    if (understood.kind !== 'command' || understood.command.who !== 'administrators') return notice('personalOnly');
    const { replies } = await obey(input, understood.command, understood.argument, locale);
    const { personId } = input.from;
    for (const view of replies) {
      await options.outbox.add(personLane(personId), { kind: 'post', to: { kind: 'person', personId }, view, locale });
    }
    options.wakeOutbox();
    return notice('answeredInOurChat');
  }

  async function obey(input: Input & { kind: 'said' }, command: Command, argument: string, locale: Locale): Promise<Answer> {
    const { from } = input;
    switch (command.id) {
      case 'help':
        return say(await helpFor(from, locale));
      case 'troubleshoot':
        return beginOrGoOn(from);
      case 'myDevices':
      case 'myQuota':
        return inTime(lookUpOwn(from, command.id));
      case 'talkToAPerson':
      case 'back':
      case 'startOver':
        return walkByWord(from, command.id, locale);
      case 'language':
        return setLanguage(from, argument);
      case 'forgetMe':
        return forget(from);
      case 'quota':
      case 'devices':
        return inTime(lookUpPerson(input, command.id, argument));
    }
  }

  async function helpFor(from: Sender, locale: Locale): Promise<View> {
    const member = await Promise.race([administration.isAdministrator(from.personId), options.pause(helpWaitMs)]);
    const administrator = member !== undefined && member.known && member.value;
    const lines = commands
      .filter(({ who }) => who === 'everyone' || administrator)
      .map(({ words, local, argument, help: key }) => ({ words: [local?.[locale] ?? words[0], argument].filter((part) => part !== undefined).join(' '), key }));
    return { kind: 'help', commands: lines };
  }

  /** A walk that was begun goes on where it was, also after days and restarts. */
  async function beginOrGoOn(from: Sender): Promise<Answer> {
    const found = await walks.current(from.personId);
    if (found?.session && !isOver(found.session)) {
      const begun = found.session.trail.length > 0 || found.session.place.kind !== 'node';
      return say(walks.draw(found.session, begun ? { key: 'welcomeBack' } : undefined));
    }
    const treeChanged = found !== undefined && found.session === undefined && !isOver(found.stored.value);
    return say(walks.draw(await walks.begin(from), treeChanged ? { key: 'treeChanged' } : undefined));
  }

  async function walkByWord(from: Sender, word: 'talkToAPerson' | 'back' | 'startOver', locale: Locale): Promise<Answer> {
    const here = (await walks.current(from.personId))?.session;
    if (!here) await walks.begin(from);
    if (word === 'talkToAPerson' && here?.place.kind === 'handedOver') return askAgain(from, here, here.place.ticketNumber, locale);
    const writing = here?.place.kind === 'form' || here?.place.kind === 'summary';
    const alreadyThere = (!here && word === 'startOver') || (word === 'talkToAPerson' && writing);
    return walkOn(from, locale, () => (alreadyThere ? undefined : { kind: word }));
  }

  /** What was handed over once and comes up again goes along with all that is known; a new session makes a new request. */
  async function askAgain(from: Sender, ended: Session, number: number, locale: Locale): Promise<Answer> {
    await walks.beginAgain(from, ended);
    const asked = await walks.change(from, locale, () => ({ kind: 'talkToAPerson' }));
    return asked ? say(walks.draw(asked.session, { key: 'alreadyAsked', values: { number } })) : beginOrGoOn(from);
  }

  async function walkOn(from: Sender, locale: Locale, decide: Parameters<Walks['change']>[2]): Promise<Answer> {
    const walked = await walks.change(from, locale, decide);
    return walked ? say(walked.view) : notice('didNotUnderstand', {}, [start, toAPerson, help]);
  }

  /** Words that mean nothing here are not lost: in a walk they go along to the helpdesk. */
  async function keepOrShrug(from: Sender, words: string, locale: Locale): Promise<Answer> {
    const here = (await walks.current(from.personId))?.session;
    if (!here || isOver(here)) return notice('didNotUnderstand', {}, [start, myDevices, toAPerson, help]);
    const kept = await walks.change(from, locale, (session) => keepTyped(session, words));
    if (!kept) return remark(from, 'didNotUnderstand');
    const writing = here.place.kind === 'form' || here.place.kind === 'summary';
    return say(walks.draw(kept.session, { key: writing ? 'addedToNote' : 'didNotUnderstandAnswer' }));
  }

  /** Says something above the step that is on show, or by itself when there is none. */
  async function remark(from: Sender, key: NoticeKey, actions: readonly SayAction[] = [start, myDevices, toAPerson, help]): Promise<Answer> {
    const here = (await walks.current(from.personId))?.session;
    if (here && !isOver(here)) return say(walks.draw(here, { key }));
    return notice(key, {}, actions);
  }

  async function setLanguage(from: Sender, argument: string): Promise<Answer> {
    const wanted = locales.find((known) => known === argument.toLowerCase());
    if (!wanted) return notice('languageUnknown');
    await preferences.save(from.personId, { locale: wanted });
    return { ...(await remark(from, 'languageSet', [start, help])), locale: wanted };
  }

  async function forget(from: Sender): Promise<Answer> {
    const { openTickets } = await personalData.forget(from.personId);
    options.wakeOutbox();
    return openTickets.length === 0 ? notice('forgotten') : notice('forgottenButOpenTickets', { tickets: openTickets.join(', ') });
  }

  // --- looked up -------------------------------------------------------------------------------------------------------

  /** Several look-ups in a row may each be slow: together they end before Teams gives up. */
  async function inTime(work: Promise<Answer>): Promise<Answer> {
    return (await Promise.race([work, options.pause(lookUpMs)])) ?? notice('lookUpFailed', {}, [start, toAPerson]);
  }

  async function lookUpOwn(from: Sender, what: 'myDevices' | 'myQuota'): Promise<Answer> {
    const evidence = await directory.evidence(from.personId);
    const devices = judgedDevices(evidence);
    const { quota } = evidence;
    return say(what === 'myQuota' ? { kind: what, quota, devices } : { kind: what, devices, complete: quota.complete });
  }

  async function lookUpPc(name: string): Promise<Answer> {
    return say({ kind: 'devicesNamed', name, devices: await directory.devicesNamed(name) });
  }

  async function lookUpPerson(input: Input & { kind: 'said' }, command: 'quota' | 'devices', argument: string): Promise<Answer> {
    const found = await administration.lookUp(input.from.personId, command, () => whoIsMeant(input, argument));
    switch (found.kind) {
      case 'view':
        return say(found.view);
      case 'refused':
        return notice('notAllowed');
      case 'noName':
        return notice('commandNeedsPerson', { command });
      case 'nobody':
        return notice('nobodyFound', { query: argument });
      case 'failed':
        return notice('lookUpFailed');
    }
  }

  /** A mention stands for the person the roster knows under its Teams id, never for the name it shows. */
  async function whoIsMeant(input: Input & { kind: 'said' }, argument: string): Promise<string | undefined> {
    const mention: Mention | undefined = input.mentions.find(({ text }) => tidy(text) === argument);
    return mention ? roster.objectIdOf(input.conversationId, mention.teamsId) : argument;
  }

  // --- pressed ---------------------------------------------------------------------------------------------------------

  async function pressed(input: Input & { kind: 'pressed' }, press: Press, locale: Locale): Promise<Answer> {
    switch (press.kind) {
      case 'walk':
        return input.scope === 'personal' ? pressedInWalk(input, press, locale) : elsewhere;
      case 'say':
        return answer({ ...input, kind: 'said', text: press.words, mentions: [], hasPicture: false }, locale);
      case 'lookUp': {
        if (input.scope !== 'personal') return elsewhere;
        const name = tidy(press.pcName);
        return name === '' ? { replies: [], refusal: { key: 'pcNameMissing' } } : inTime(lookUpPc(name));
      }
      case 'ticket':
        return pressedOnTicket(input.from, press);
    }
  }

  /** Answered from the database alone: neither Graph nor Teams is waited for. */
  async function pressedInWalk(input: Input & { kind: 'pressed' }, press: WalkPress, locale: Locale): Promise<Answer> {
    let late = false;
    const decide = (session: Parameters<typeof isCurrent>[0]): Doing | undefined => {
      late = !isCurrent(session, press);
      return late ? undefined : pressToDoing(press, session.form);
    };
    const walked = await walks.change(input.from, locale, decide, input.message);
    if (!walked) return pressedWithoutWalk(input.from, press);
    return { replies: [], card: late ? walks.draw(walked.session, { key: 'pressedLate' }) : walked.view };
  }

  /** The trees changed under the walk, or the card is from a walk that is no longer kept. */
  async function pressedWithoutWalk(from: Sender, press: WalkPress): Promise<Answer> {
    const stored = (await walks.current(from.personId))?.stored.value;
    if (stored?.id !== press.sessionId || isOver(stored)) return { replies: [], refusal: { key: 'notYourCard' } };
    return { replies: [], card: walks.draw(await walks.begin(from), { key: 'treeChanged' }) };
  }

  async function pressedOnTicket(from: Sender, press: Press & { kind: 'ticket' }): Promise<Answer> {
    const by = { id: from.personId, name: from.name, userPrincipalName: '' };
    const outcome = await helpdesk.press(press.ticketNumber, press.action, by);
    switch (outcome.kind) {
      case 'done':
      // Somebody else was first: the card says who.
      case 'refused':
        return { replies: [], card: { kind: 'ticketCard', ticket: outcome.ticket } };
      case 'notAllowed':
        return { replies: [], refusal: { key: 'notHelpdesk' } };
      case 'membershipUnknown':
        return { replies: [], refusal: { key: 'lookUpFailed' } };
      case 'notFound':
        return { replies: [], refusal: { key: 'ticketNotFound', values: { number: press.ticketNumber } } };
    }
  }

  return { handle };
}

const nothing: Answer = { replies: [] };

/** Individual things stay in the personal chat, whatever button asks for them. */
const elsewhere: Answer = { replies: [], refusal: { key: 'personalOnly' } };

const pictureUnread: View = { kind: 'notice', notice: { key: 'cannotReadPictures' }, actions: [] };

function say(view: View): Answer {
  return { replies: [view] };
}

function notice(key: NoticeKey, values: Record<string, string | number> = {}, actions: readonly SayAction[] = []): Answer {
  return say({ kind: 'notice', notice: { key, values }, actions });
}
