import { formLengths } from '../limits.js';
import { inTurns } from '../runtime/in-turns.js';
import { localized, locales } from '../text/locale.js';
import { sentences, type TextKey } from '../text/sentences.js';
import { nodeOf } from '../troubleshooting/advance.js';
import { withSeen } from '../troubleshooting/form-of-readings.js';
import type { HandOverForm, Session } from '../troubleshooting/session.js';
import type { Option, Tree } from '../troubleshooting/tree.js';
import { redactingTyped } from './redact-typed.js';
import { comparable } from './understand.js';
import type { Decide, UntimedWalkEvent } from './walks.js';

/** A way on, as its button calls it and as people say it. */
interface Way {
  readonly label: TextKey;
  readonly said: readonly string[];
  readonly event: UntimedWalkEvent;
}

const yes = ['yes', 'y', 'ja', 'j', '1'];
const no = ['no', 'n', 'nein', '2'];

const stillNot = [
  'still not working',
  'still the same',
  'it still does not work',
  'does not work',
  'geht immer noch nicht',
  'geht nicht',
  'hat nicht geholfen',
];
const unsure = [
  'not sure',
  'unsure',
  "i don't know",
  "don't know",
  'i dont know',
  'idk',
  'no idea',
  'weiß nicht',
  'weiß ich nicht',
  'keine ahnung',
  'nicht sicher',
];

const atFix: readonly Way[] = [
  {
    label: 'label.fixed',
    said: [...yes, 'it works', 'works now', 'funktioniert', 'geht jetzt'],
    event: { kind: 'fixed' },
  },
  { label: 'label.notFixed', said: [...no, ...stillNot], event: { kind: 'notFixed' } },
];
const atExplanation: readonly Way[] = [
  { label: 'label.understood', said: ['ok', 'okay', ...yes], event: { kind: 'understood' } },
];
const atHandOver: readonly Way[] = [{ label: 'label.handOver', said: yes, event: { kind: 'talkToAPerson' } }];
const atSummary: readonly Way[] = [
  { label: 'label.send', said: ['send', 'send it', 'senden', ...yes], event: { kind: 'send' } },
  { label: 'label.edit', said: ['edit', 'change', 'ändern', ...no], event: { kind: 'edit' } },
];

/**
 * What typed words mean at the step that is on show: a button's words or its number, yes or no, the words that the PC shows.
 * Undefined when they answer nothing here.
 */
export function typedToWalkEvent(tree: Tree, session: Session, words: string): UntimedWalkEvent | undefined {
  const said = comparable(words).replace(/[,]? (please|bitte)$/, '');
  switch (session.place.kind) {
    case 'summary':
      return wayOf(atSummary, said);
    case 'closed':
      return session.place.outcome === 'fixed' && /^[1-5]$/.test(said)
        ? { kind: 'rate', rating: Number(said) }
        : undefined;
    case 'node':
      return atNode(tree, session, said);
    case 'offering': {
      const texts = session.place.entries.map((nodeId) => tree.nodes.get(nodeId));
      const number = /^([1-9])[).]?$/.exec(said)?.[1];
      const chosen =
        number === undefined
          ? texts.find((node) => node && node.kind !== 'branch' && textsOf(node).includes(said))
          : texts[Number(number) - 1];
      return chosen && { kind: 'enter', nodeId: chosen.id };
    }
    case 'disputing':
    case 'form':
    case 'handedOver':
      return undefined;
  }
}

function atNode(tree: Tree, session: Session, said: string): UntimedWalkEvent | undefined {
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

/** Whether the words are about one of the answers on show, if only to deny it. */
export function speaksOfAnswers(tree: Tree, session: Session, words: string): boolean {
  const said = ` ${comparable(words)} `;
  const node = session.place.kind === 'node' ? nodeOf(tree, session) : undefined;
  return (
    node?.kind === 'question' &&
    node.options.some((option) => textsOf(option).some((text) => said.includes(` ${text} `)))
  );
}

function optionOf(options: readonly Option[], said: string): Option | undefined {
  const number = /^(\d{1,2})[).]?$/.exec(said)?.[1];
  if (number !== undefined) return options[Number(number) - 1];
  if (unsure.includes(said)) return options.find(({ id }) => id === 'not-sure');
  const called = options.find((option) => textsOf(option).includes(said));
  return (
    called ??
    only(options, ({ words }) => words?.some((word) => said.includes(word.toLowerCase())) === true) ??
    only(options, (option) => sharesWords(option, said))
  );
}

function textsOf({ text }: Pick<Option, 'text'>): readonly string[] {
  return locales.map((locale) => comparable(localized(text, locale)));
}

/** A part of one option's words, or all of them with something around: enough where it fits no other option. */
function sharesWords(option: Option, said: string): boolean {
  const whole = (long: string, short: string): boolean => short.length >= 3 && ` ${long} `.includes(` ${short} `);
  // A "yes" somewhere in a long text is no answer, and "it is not my own" does not say "my own".
  const contains = (text: string): boolean =>
    whole(said, text) && (text.length >= 10 || said.length <= 40) && isNegated(said) === isNegated(text);
  return textsOf(option).some((text) => whole(text, said) || contains(text));
}

const isNegated = (text: string): boolean => /\b(?:not|no|never|cannot|nicht|kein\w*|nie)\b|n[’']t\b/.test(text);

function only(options: readonly Option[], fits: (option: Option) => boolean): Option | undefined {
  const [first, ...others] = options.filter(fits);
  return others.length === 0 ? first : undefined;
}

function wayOf(ways: readonly Way[], said: string): UntimedWalkEvent | undefined {
  return ways.find(
    (way) => way.said.includes(said) || locales.some((locale) => comparable(sentences(locale)(way.label)) === said),
  )?.event;
}

/** A code or a copied line of the PC, as opposed to a sentence of a person: the shapes of Windows' and Entra's codes. */
const looksLikeError =
  /0x[0-9a-f]{4,}|\b[0-9a-f]{8}\b|aadsts\d|\bevent(?: id)? ?\d{2,}|exception|error code|fehlercode/i;

/**
 * Words that answer nothing are kept for the helpdesk: what the PC shows where that field is, everything else in the note.
 * Nothing happens for a number alone: that was meant as an answer.
 */
export async function keepTyped(words: string): Promise<Decide> {
  if (/^[\d\s.)]+$/.test(words)) return () => undefined;
  const isError = looksLikeError.test(words);
  const redacted = await inTurns(redactingTyped(words, isError, isError ? formLengths.seen : formLengths.note));
  return ({ form }) => ({ kind: 'noted', form: isError ? withSeen(form, redacted) : appended(form, redacted) });
}

/** The PC's name goes into its field. */
export function keepPcName(session: Session, name: string): UntimedWalkEvent & { kind: 'noted' } {
  return { kind: 'noted', form: { ...session.form, pcName: name.slice(0, formLengths.pcName) } };
}

function appended(form: HandOverForm, words: string): HandOverForm {
  const joined = form.note === '' ? words : `${form.note}\n${words}`;
  return { ...form, note: joined.slice(0, formLengths.note) };
}
