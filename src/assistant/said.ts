import type { Locale } from '../text/locale.js';
import type { FindEntries } from '../troubleshooting/find-entries.js';
import type { Session } from '../troubleshooting/session.js';
import type { Tree } from '../troubleshooting/tree.js';
import { notice, say, type Answer } from './answer.js';
import type { Command } from './commands.js';
import { hear, type Heard } from './heard.js';
import type { Input, Sender } from './input.js';
import type { LookUps } from './look-ups.js';
import type { Obey } from './obey.js';
import type { Pastes } from './pastes.js';
import type { Requests } from './requests.js';
import { fileUnread, withFiles } from './said-files.js';
import { typedToWalkEvent } from './typed-to-walk-event.js';
import { understand } from './understand.js';
import type { Notice, View } from './views.js';
import { isWriting, type WalkWords } from './walk-words.js';
import type { Walks } from './walks.js';

type SaidInput = Input & { readonly kind: 'said' };

export interface SaidOptions {
  readonly tree: Tree;
  readonly walks: Pick<Walks, 'current' | 'refreshFacts'>;
  readonly walkWords: WalkWords;
  readonly pastes: Pick<Pastes, 'paste'>;
  readonly inTime: LookUps['inTime'];
  readonly namePc: (from: Sender, name: string, locale: Locale) => Promise<Answer>;
  readonly findEntries: FindEntries;
  readonly requests: Pick<Requests, 'offer'>;
  readonly obey: Obey;
  readonly localeOf: (from: Sender) => Promise<Locale>;
}

/** A single word with a digit or a hyphen is a name, and no sentence. */
const oneNameOfMachine = /^(?=\S+$)[^\d-]*[\d-]/;

/** Up to this length a text that holds words of the status window is an answer to the question about it, beyond it a paste. */
const longestAnswer = 80;

const pictureUnread: Notice = { key: 'cannotReadPictures' };

/** What is typed: a command, an answer to the helpdesk or to the walk, what a PC says, or words. */
export function createSaid(options: SaidOptions) {
  const { tree, walks, walkWords, pastes, inTime, namePc, findEntries, requests, obey, localeOf } = options;

  async function said(input: SaidInput, locale: Locale): Promise<Answer> {
    return input.scope === 'personal' ? inPrivate(input, locale) : inPublic(input, locale);
  }

  async function inPrivate(input: SaidInput, locale: Locale): Promise<Answer> {
    const { from, hasPicture, files = [] } = input;
    const here = (await walks.current(from.personId))?.session;
    const unread = [...(hasPicture ? [pictureUnread] : []), ...files.flatMap(fileUnread)];
    const heard = hear(input.text, withFiles(input.lines ?? input.text, files));
    if (heard.words === '' && heard.pasted.trim() === '') {
      const [last = { key: 'didNotUnderstand' }, ...others] = unread.toReversed();
      const answer = await walkWords.remark(from, last);
      return { ...answer, replies: [...others.map(sentence), ...answer.replies] };
    }
    if (here) walks.refreshFacts(from.personId, here);
    const answered = await words(input, heard, here, locale);
    return { ...answered, replies: [...unread.map(sentence), ...answered.replies] };
  }

  /** In channels and groups individual things are not shown. */
  async function inPublic(input: SaidInput, locale: Locale): Promise<Answer> {
    const understood = understand(input.text);
    return understood.kind === 'command'
      ? obey(input, understood.command, understood.argument, locale)
      : notice('personalOnly');
  }

  /** What is no answer to a request after all. */
  async function otherwise(input: SaidInput): Promise<Answer> {
    const here = (await walks.current(input.from.personId))?.session;
    return readOrSay(input, hear(input.text, input.lines ?? input.text), here, await localeOf(input.from));
  }

  /** While a request waits for its person, what is no command and no answer of the walk may be meant for the helpdesk. */
  async function words(input: SaidInput, heard: Heard, here: Session | undefined, locale: Locale): Promise<Answer> {
    const { pasted, understood } = heard;
    if (understood.kind === 'command' && understood.exact && !(await saysMore(understood, heard)))
      return obey(input, understood.command, understood.argument, locale);
    if (isWriting(here) || (here && typedToWalkEvent(tree, here, heard.words)))
      return readOrSay(input, heard, here, locale);
    const offer = await requests.offer(input.from, pasted, async () => (await heard.read()).kinds.length > 0);
    if (!offer) return readOrSay(input, heard, here, locale);
    if (!offer.alsoRead) return say(offer);
    const answered = await readOrSay(input, heard, here, locale);
    return { ...answered, replies: [...answered.replies, offer] };
  }

  /** "Device limit reached" and the head of a status, "Device State", are no look-up of a device. */
  async function saysMore(
    { command: { everydayWord }, argument }: { readonly command: Command; readonly argument: string },
    heard: Heard,
  ): Promise<boolean> {
    if (!everydayWord || oneNameOfMachine.test(argument)) return false;
    return (await heard.read()).kinds.length > 0 || (argument !== '' && findEntries(heard.words).kind !== 'none');
  }

  async function readOrSay(input: SaidInput, heard: Heard, here: Session | undefined, locale: Locale): Promise<Answer> {
    const { from } = input;
    const { pasted, understood } = heard;
    const answers = here !== undefined && typedToWalkEvent(tree, here, heard.words) !== undefined;
    const read = answers && heard.words.length <= longestAnswer ? undefined : await heard.read();
    if (read && read.kinds.length > 0) return inTime(pastes.paste(from, { raw: pasted, read }, locale));
    if (heard.words === '') return walkWords.remark(from, { key: 'readNothing' });
    if (answers) return walkWords.goOn(from, locale, (session) => typedToWalkEvent(tree, session, heard.words));
    if (understood.kind === 'pcName') return namePc(from, understood.name, locale);
    return walkWords.bySentence(from, heard.words, here, understood.kind === 'command', locale);
  }

  return { said, otherwise };
}

function sentence(said: Notice): View {
  return { kind: 'notice', notice: said, actions: [] };
}
