import type { Gate } from '../administration/gate.js';
import type { CurrentIncidents } from '../helpdesk/current-incidents.js';
import type { Helpdesk } from '../helpdesk/helpdesk.js';
import { personLane } from '../helpdesk/lanes.js';
import type { Outbox } from '../helpdesk/ports.js';
import { closestLocale, locales, type Locale } from '../text/locale.js';
import type { FindEntries } from '../troubleshooting/find-entries.js';
import type { Session } from '../troubleshooting/session.js';
import { isOfPerson } from '../troubleshooting/of-person.js';
import type { Tree } from '../troubleshooting/tree.js';
import type { Administrators } from './administrators.js';
import type { Files } from './administrators/files.js';
import { helpActions, nothing, notice, say, type Answer, type Outcome } from './answer.js';
import { commands, type Command } from './commands.js';
import { hear, type Heard } from './heard.js';
import type { HelpdeskChannel } from './helpdesk-channel.js';
import type { Input, Sender } from './input.js';
import type { LookUps } from './look-ups.js';
import type { Pastes } from './pastes.js';
import type { PersonalData, PreferenceStore } from './ports.js';
import { at, type Place } from './places.js';
import { createPressed } from './pressed.js';
import { createRequests } from './requests.js';
import { fileUnread, withFiles } from './said-files.js';
import type { Tickets } from './tickets.js';
import { keepTyped, speaksOfAnswers, typedToDoing } from './typed-to-doing.js';
import { understand } from './understand.js';
import type { Notice, SayAction, View } from './views.js';
import { isOver, type Walks } from './walks.js';
import { withIncidents } from './with-incidents.js';
import { withTimeout, type Pause } from '../runtime/with-timeout.js';

export type { Outcome } from './answer.js';

export interface AssistantOptions {
  readonly tree: Tree;
  readonly walks: Walks;
  readonly pastes: Pastes;
  readonly lookUps: LookUps;
  readonly findEntries: FindEntries;
  readonly gate: Pick<Gate, 'isAdministrator'>;
  readonly administrators: Administrators;
  readonly files: Pick<Files, 'consented'>;
  readonly incidents: Pick<CurrentIncidents, 'concerning'>;
  readonly helpdesk: Helpdesk;
  readonly tickets: Tickets;
  readonly channel: HelpdeskChannel;
  readonly preferences: PreferenceStore;
  readonly personalData: PersonalData;
  readonly outbox: Outbox;
  readonly wakeOutbox: () => void;
  /** Resolves after so many milliseconds; bounds what a mere help may wait for. */
  readonly pause: Pause;
  readonly now: () => Date;
  readonly defaultLocale: Locale;
}

export interface Assistant {
  /** Answers one input. Throws only for our own faults; what Graph, Teams or the person gets wrong becomes words. */
  handle(input: Input): Promise<Outcome>;
}

/** How long `help` waits to learn whether the person is an administrator or of the helpdesk, in milliseconds. Ours. */
const helpWaitMs = 1_500;

/** A single word with a digit or a hyphen is a name, and no sentence. */
const oneNameOfMachine = /^(?=\S+$)[^\d-]*[\d-]/;

const { start, toAPerson, help, myDevices } = helpActions;

/** Up to this length a text that holds words of the status window is an answer to the question about it, beyond it a paste. Ours. */
const longestAnswer = 80;

/** The conversation: chooses the language, then does what was typed, pressed or pasted. */
export function createAssistant(options: AssistantOptions): Assistant {
  const {
    tree,
    walks,
    pastes,
    lookUps,
    findEntries,
    gate,
    administrators,
    helpdesk,
    tickets,
    channel,
    preferences,
    personalData,
    now,
  } = options;
  const namePc = (from: Sender, name: string, locale: Locale) => lookUps.inTime(pastes.namePc(from, name, locale));
  const requests = createRequests({ helpdesk, preferences, saidOtherwise });
  const pressed = createPressed({
    walks,
    tickets,
    requests,
    channel,
    administrators,
    helpdesk,
    now,
    said: (input, locale) => answer(input, locale),
    namePc,
  });

  async function handle(input: Input): Promise<Outcome> {
    const locale = await localeOf(input.from);
    return withIncidents({ locale, ...(await answer(input, locale)) }, options.incidents);
  }

  async function localeOf({ personId, localeTag }: Sender): Promise<Locale> {
    const chosen = (await preferences.load(personId)).locale;
    return chosen ?? closestLocale(localeTag) ?? options.defaultLocale;
  }

  async function answer(input: Input, locale: Locale): Promise<Answer> {
    switch (input.kind) {
      case 'installed':
        return input.scope === 'personal' ? say({ kind: 'welcome' }) : nothing;
      case 'said':
        return input.scope === 'personal' ? saidInPrivate(input, locale) : saidInPublic(input, locale);
      case 'pressed':
        return pressed(input, locale);
      case 'fileConsent':
        return options.files.consented(input, locale);
    }
  }

  // --- typed -----------------------------------------------------------------------------------------------------------

  async function saidInPrivate(input: Input & { kind: 'said' }, locale: Locale): Promise<Answer> {
    const { from, hasPicture, files = [] } = input;
    const here = (await walks.current(from.personId))?.session;
    const unread = [...(hasPicture ? [pictureUnread] : []), ...files.flatMap(fileUnread)];
    const heard = hear(input.text, withFiles(input.lines ?? input.text, files));
    if (heard.words === '' && heard.pasted.trim() === '') {
      const [last = { key: 'didNotUnderstand' }, ...others] = unread.toReversed();
      const answer = await remark(from, last);
      return { ...answer, replies: [...others.map(sentence), ...answer.replies] };
    }
    if (here) walks.refreshFacts(from.personId, here);
    const answered = await saidWords(input, heard, here, locale);
    return { ...answered, replies: [...unread.map(sentence), ...answered.replies] };
  }

  /** What is no answer to a request after all. */
  async function saidOtherwise(input: Input & { kind: 'said' }): Promise<Answer> {
    const here = (await walks.current(input.from.personId))?.session;
    return readOrSay(input, hear(input.text, input.lines ?? input.text), here, await localeOf(input.from));
  }

  /** While a request waits for its person, what is no command and no answer of the walk may be meant for the helpdesk. */
  async function saidWords(
    input: Input & { kind: 'said' },
    heard: Heard,
    here: Session | undefined,
    locale: Locale,
  ): Promise<Answer> {
    const { words, pasted, understood } = heard;
    if (understood.kind === 'command' && understood.exact && !(await saysMore(understood, heard)))
      return command(input, understood.command, understood.argument, locale);
    const { from } = input;
    const writing = here?.place.kind === 'form' || here?.place.kind === 'summary';
    if (writing || (here && typedToDoing(tree, here, words))) return readOrSay(input, heard, here, locale);
    const offer = await requests.offer(from, pasted, async () => (await heard.read()).kinds.length > 0);
    if (!offer) return readOrSay(input, heard, here, locale);
    if (!offer.alsoRead) return say(offer);
    const answered = await readOrSay(input, heard, here, locale);
    return { ...answered, replies: [...answered.replies, offer] };
  }

  /** "Device limit reached" and the head of a status, "Device State", are no look-up of a device. */
  async function saysMore(
    { command: { everydayWord }, argument }: { readonly command: Command; readonly argument: string },
    { words, read }: Heard,
  ): Promise<boolean> {
    if (!everydayWord || oneNameOfMachine.test(argument)) return false;
    return (await read()).kinds.length > 0 || (argument !== '' && findEntries(words).kind !== 'none');
  }

  async function readOrSay(
    input: Input & { kind: 'said' },
    heard: Heard,
    here: Session | undefined,
    locale: Locale,
  ): Promise<Answer> {
    const { from } = input;
    const { words, pasted, understood } = heard;
    const answers = here !== undefined && typedToDoing(tree, here, words) !== undefined;
    const read = answers && words.length <= longestAnswer ? undefined : await heard.read();
    if (read && read.kinds.length > 0) return lookUps.inTime(pastes.paste(from, { raw: pasted, read }, locale));
    if (words === '') return remark(from, { key: 'readNothing' });
    if (answers) return walkOn(from, locale, (session) => typedToDoing(tree, session, words));
    if (understood.kind === 'pcName') return namePc(from, understood.name, locale);
    const walking = here !== undefined && !isOver(here) && (!isUntouched(here) || speaksOfAnswers(tree, here, words));
    // In a walk a sentence is an answer or something for the helpdesk; outside it leads to where the trees speak of it.
    return walking
      ? keepOrShrug(from, words, locale)
      : enterByWords(from, words, understood.kind === 'command', locale);
  }

  /** `asksForHelp`: it is about a PC that does not join, whatever else; then a walk begins at its start at the latest. */
  async function enterByWords(from: Sender, words: string, asksForHelp: boolean, locale: Locale): Promise<Answer> {
    const found = findEntries(words);
    if (found.kind === 'none' || (found.kind === 'winner' && found.nodeId === tree.start)) {
      return asksForHelp || found.kind === 'winner' ? beginOrGoOn(from) : keepOrShrug(from, words, locale);
    }
    const here = (await walks.current(from.personId))?.session;
    if (!here || isOver(here)) await walks.begin(from);
    const walked = await walks.change(from, locale, () =>
      found.kind === 'winner' ? { kind: 'enter', nodeId: found.nodeId } : { kind: 'offer', entries: found.nodeIds },
    );
    return walked ? say(walked.view) : beginOrGoOn(from);
  }

  /** In channels and groups individual things are not shown. */
  async function saidInPublic(input: Input & { kind: 'said' }, locale: Locale): Promise<Answer> {
    const understood = understand(input.text);
    return understood.kind === 'command'
      ? command(input, understood.command, understood.argument, locale)
      : notice('personalOnly');
  }

  /** A command does at each place what its `where` says. */
  async function command(
    input: Input & { kind: 'said' },
    wanted: Command,
    argument: string,
    locale: Locale,
  ): Promise<Answer> {
    const placed = at(wanted.where, await placeOf(input));
    switch (placed.kind) {
      case 'here':
        return obey(input, wanted, argument, locale);
      case 'elsewhere':
        return notice(placed.key);
      case 'ourChat':
        await sendToChat(input.from, (await obey(input, wanted, argument, locale)).replies, locale);
        return notice('answeredInOurChat');
    }
  }

  async function placeOf(input: Input): Promise<Place> {
    return input.scope === 'channel' && (await channel.isHere(input)) ? 'helpdeskChannel' : input.scope;
  }

  async function sendToChat({ personId }: Sender, views: readonly View[], locale: Locale): Promise<void> {
    for (const view of views) {
      await options.outbox.add(personLane(personId), { kind: 'post', to: { kind: 'person', personId }, view, locale });
    }
    options.wakeOutbox();
  }

  async function obey(
    input: Input & { kind: 'said' },
    command: Command,
    argument: string,
    locale: Locale,
  ): Promise<Answer> {
    const { from } = input;
    switch (command.id) {
      case 'help':
        return say(await helpFor(from, locale));
      case 'troubleshoot':
        return beginOrGoOn(from);
      case 'myDevices':
      case 'myQuota':
        return lookUps.own(from, command.id);
      case 'talkToAPerson':
      case 'back':
      case 'startOver':
        return walkByWord(from, command.id, locale);
      case 'language':
        return setLanguage(from, argument);
      case 'forgetMe':
        return forget(from);
      case 'myRequests':
        return requests.mine(from);
      case 'mute':
      case 'unmute':
        return requests.mute(from, command.id === 'mute');
      case 'tickets':
        return lookUps.inTime(tickets.typedList(from, argument));
      case 'ticket':
        return lookUps.inTime(ticketOrOwn(input, argument));
      case 'onDuty':
        return lookUps.inTime(channel.onDuty(input, argument));
      case 'useChannel':
        return lookUps.inTime(channel.use(input, locale));
      default:
        return administrators.obey(command.id, { from, input, argument, locale });
    }
  }

  /** People call their request a ticket, too. */
  async function ticketOrOwn({ from, scope }: Input, argument: string): Promise<Answer> {
    const number = Number(/^#?(\d{1,12})$/.exec(argument)?.[1]);
    const own = scope === 'personal' && !Number.isNaN(number) ? await requests.show(from, number) : undefined;
    return own ?? tickets.typedNumber(from, argument);
  }

  async function helpFor(from: Sender, locale: Locale): Promise<View> {
    const [administrator, helper] = await Promise.all([
      soon(gate.isAdministrator(from.personId).then((member) => member.known && member.value)),
      soon(helpdesk.standingOf(from.personId).then((standing) => standing === 'member')),
    ]);
    const lines = commands
      .filter(({ who }) => who === 'everyone' || (who === 'administrators' ? administrator : helper))
      .map(({ words, local, argument, help: key }) => ({
        words: [local?.[locale] ?? words[0], argument].filter((part) => part !== undefined).join(' '),
        key,
      }));
    return { kind: 'help', commands: lines };
  }

  async function soon(work: Promise<boolean>): Promise<boolean> {
    return withTimeout(work, helpWaitMs, { pause: options.pause, late: () => false });
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

  async function walkByWord(
    from: Sender,
    word: 'talkToAPerson' | 'back' | 'startOver',
    locale: Locale,
  ): Promise<Answer> {
    const here = (await walks.current(from.personId))?.session;
    if (!here) await walks.begin(from);
    if (word === 'talkToAPerson' && here?.place.kind === 'handedOver')
      return askAgain(from, here, here.place.ticketNumber, locale);
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
    const kept = await walks.change(from, locale, await keepTyped(words));
    if (!kept) return remark(from, { key: 'didNotUnderstand' });
    const writing = here.place.kind === 'form' || here.place.kind === 'summary';
    return say(walks.draw(kept.session, { key: writing ? 'addedToNote' : 'didNotUnderstandAnswer' }));
  }

  /** Says something above the step that is on show, or by itself when there is none. */
  async function remark(
    from: Sender,
    said: Notice,
    actions: readonly SayAction[] = [start, myDevices, toAPerson, help],
  ): Promise<Answer> {
    const here = (await walks.current(from.personId))?.session;
    if (here && !isOver(here)) return say(walks.draw(here, said));
    return notice(said.key, said.values, actions);
  }

  async function setLanguage(from: Sender, argument: string): Promise<Answer> {
    const wanted = locales.find((known) => known === argument.toLowerCase());
    if (!wanted) return notice('languageUnknown');
    await preferences.save(from.personId, { ...(await preferences.load(from.personId)), locale: wanted });
    return { ...(await remark(from, { key: 'languageSet' }, [start, help])), locale: wanted };
  }

  async function forget(from: Sender): Promise<Answer> {
    const { openTickets } = await personalData.forget(from.personId);
    options.wakeOutbox();
    return openTickets.length === 0
      ? notice('forgotten')
      : notice('forgottenButOpenTickets', { tickets: openTickets.join(', ') }, [helpActions.myRequests]);
  }

  return { handle };
}

/** At its first question, with nothing answered. */
function isUntouched({ place, trail }: Session): boolean {
  return place.kind === 'node' && !trail.some(isOfPerson);
}

const pictureUnread: Notice = { key: 'cannotReadPictures' };

function sentence(said: Notice): View {
  return { kind: 'notice', notice: said, actions: [] };
}
