import type { Locale } from '../text/locale.js';
import type { FindEntries } from '../troubleshooting/find-entries.js';
import { isOfPerson } from '../troubleshooting/of-person.js';
import type { Session } from '../troubleshooting/session.js';
import type { Tree } from '../troubleshooting/tree.js';
import { helpActions, notice, say, type Answer } from './answer.js';
import type { Sender } from './input.js';
import { keepTyped, speaksOfAnswers } from './typed-to-walk-event.js';
import type { Notice, SayAction } from './views.js';
import { isOver, type Walks } from './walks.js';

export interface WalkWordsOptions {
  readonly tree: Tree;
  readonly walks: Walks;
  readonly findEntries: FindEntries;
}

const { start, toAPerson, help, myDevices } = helpActions;

export type WalkWords = ReturnType<typeof createWalkWords>;

/** What words do to a walk: begin it, go on, go back, end it, or stay with it as what was said. */
export function createWalkWords({ tree, walks, findEntries }: WalkWordsOptions) {
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

  async function byCommand(
    from: Sender,
    word: 'talkToAPerson' | 'back' | 'startOver',
    locale: Locale,
  ): Promise<Answer> {
    const here = (await walks.current(from.personId))?.session;
    if (!here) await walks.begin(from);
    if (word === 'talkToAPerson' && here?.place.kind === 'handedOver')
      return askAgain(from, here, here.place.ticketNumber, locale);
    const alreadyThere = (!here && word === 'startOver') || (word === 'talkToAPerson' && isWriting(here));
    return goOn(from, locale, () => (alreadyThere ? undefined : { kind: word }));
  }

  /** What was handed over once and comes up again goes along with all that is known; a new session makes a new request. */
  async function askAgain(from: Sender, ended: Session, number: number, locale: Locale): Promise<Answer> {
    await walks.beginAgain(from, ended);
    const asked = await walks.change(from, locale, () => ({ kind: 'talkToAPerson' }));
    return asked ? say(walks.draw(asked.session, { key: 'alreadyAsked', values: { number } })) : beginOrGoOn(from);
  }

  async function goOn(from: Sender, locale: Locale, decide: Parameters<Walks['change']>[2]): Promise<Answer> {
    const walked = await walks.change(from, locale, decide);
    return walked ? say(walked.view) : notice('didNotUnderstand', {}, [start, toAPerson, help]);
  }

  /** In a walk a sentence is an answer or something for the helpdesk; outside it leads to where the trees speak of it. */
  async function bySentence(
    from: Sender,
    words: string,
    here: Session | undefined,
    asksForHelp: boolean,
    locale: Locale,
  ): Promise<Answer> {
    const walking = here !== undefined && !isOver(here) && (!isUntouched(here) || speaksOfAnswers(tree, here, words));
    return walking ? keepOrShrug(from, words, locale) : enter(from, words, asksForHelp, locale);
  }

  /** `asksForHelp`: it is about a PC that does not join, whatever else; then a walk begins at its start at the latest. */
  async function enter(from: Sender, words: string, asksForHelp: boolean, locale: Locale): Promise<Answer> {
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

  /** Words that mean nothing here are not lost: in a walk they go along to the helpdesk. */
  async function keepOrShrug(from: Sender, words: string, locale: Locale): Promise<Answer> {
    const here = (await walks.current(from.personId))?.session;
    if (!here || isOver(here)) return notice('didNotUnderstand', {}, [start, myDevices, toAPerson, help]);
    const kept = await walks.change(from, locale, await keepTyped(words));
    if (!kept) return remark(from, { key: 'didNotUnderstand' });
    return say(walks.draw(kept.session, { key: isWriting(here) ? 'addedToNote' : 'didNotUnderstandAnswer' }));
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

  return { beginOrGoOn, byCommand, bySentence, goOn, remark };
}

/** At the form, or at what it would send. */
export function isWriting(session: Session | undefined): boolean {
  return session?.place.kind === 'form' || session?.place.kind === 'summary';
}

/** At its first question, with nothing answered. */
function isUntouched({ place, trail }: Session): boolean {
  return place.kind === 'node' && !trail.some(isOfPerson);
}
