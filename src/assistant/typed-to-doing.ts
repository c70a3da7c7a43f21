import { formLengths } from '../limits.js';
import { localized, locales } from '../text/locale.js';
import { sentences, type TextKey } from '../text/sentences.js';
import { nodeOf } from '../troubleshooting/advance.js';
import type { HandOverForm, Session } from '../troubleshooting/session.js';
import type { Option, Tree } from '../troubleshooting/tree.js';
import { comparable } from './understand.js';
import type { Doing } from './walks.js';

/** A way on, as its button calls it and as people say it. */
interface Way {
  readonly label: TextKey;
  readonly said: readonly string[];
  readonly doing: Doing;
}

const yes = ['yes', 'y', 'ja', 'j', '1'];
const no = ['no', 'n', 'nein', '2'];

const atFix: readonly Way[] = [
  { label: 'label.fixed', said: yes, doing: { kind: 'fixed' } },
  { label: 'label.notFixed', said: no, doing: { kind: 'notFixed' } },
];
const atExplanation: readonly Way[] = [{ label: 'label.understood', said: ['ok', 'okay', ...yes], doing: { kind: 'understood' } }];
const atHandOver: readonly Way[] = [{ label: 'label.handOver', said: yes, doing: { kind: 'talkToAPerson' } }];
const atSummary: readonly Way[] = [
  { label: 'label.send', said: ['send', 'senden', ...yes], doing: { kind: 'send' } },
  { label: 'label.edit', said: ['edit', 'change', 'ändern', ...no], doing: { kind: 'edit' } },
];

/**
 * What typed words mean at the step that is on show: a button's words or its number, yes or no, the words that the PC shows.
 * Undefined when they answer nothing here.
 */
export function typedToDoing(tree: Tree, session: Session, words: string): Doing | undefined {
  const said = comparable(words);
  switch (session.place.kind) {
    case 'summary':
      return wayOf(atSummary, said);
    case 'closed':
      return session.place.outcome === 'fixed' && /^[1-5]$/.test(said) ? { kind: 'rate', rating: Number(said) } : undefined;
    case 'node':
      return atNode(tree, session, said);
    case 'disputing':
    case 'form':
    case 'handedOver':
      return undefined;
  }
}

function atNode(tree: Tree, session: Session, said: string): Doing | undefined {
  const node = nodeOf(tree, session);
  switch (node.kind) {
    case 'question': {
      const option = optionOf(node.options, said);
      return option && { kind: 'choose', optionId: option.id };
    }
    case 'fix':
      return wayOf(atFix, said);
    case 'explanation':
      return wayOf(atExplanation, said);
    case 'handOver':
      return wayOf(atHandOver, said);
    case 'branch':
      return undefined;
  }
}

function optionOf(options: readonly Option[], said: string): Option | undefined {
  if (/^\d{1,2}$/.test(said)) return options[Number(said) - 1];
  const called = options.find(({ text }) => locales.some((locale) => comparable(localized(text, locale)) === said));
  if (called) return called;
  const named = options.filter(({ words }) => words?.some((word) => said.includes(word.toLowerCase())));
  return named.length === 1 ? named[0] : undefined;
}

function wayOf(ways: readonly Way[], said: string): Doing | undefined {
  return ways.find((way) => way.said.includes(said) || locales.some((locale) => comparable(sentences(locale)(way.label)) === said))?.doing;
}

/** Words that answer nothing are kept for the helpdesk: into the note while a form is open, else as what the PC shows. */
export function keepTyped(session: Session, words: string): Doing & { kind: 'noted' } {
  const field = session.place.kind === 'form' || session.place.kind === 'summary' ? 'note' : 'seen';
  return { kind: 'noted', form: appended(session.form, field, words) };
}

function appended(form: HandOverForm, field: 'note' | 'seen', words: string): HandOverForm {
  const joined = form[field] === '' ? words : `${form[field]}\n${words}`;
  return { ...form, [field]: joined.slice(0, formLengths[field]) };
}
