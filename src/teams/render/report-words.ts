import type { Report } from '../../helpdesk/ticket.js';
import type { TextKey } from '../../text/sentences.js';
import { factFinding } from './fact-words.js';
import { lines, listed, type Pen } from './pen.js';
import type { CardData } from './templates.js';

type Pair = { readonly title: string; readonly value: string };
type Titled = { readonly title: string; readonly text: string };

/** The PC, whose account, and how to reach the person; always all lines, so that a gap is seen as one. */
export function reportFacts(pen: Pen, report: Report): readonly Pair[] {
  const { form, ownAccount, windows, outOfSupport } = report;
  const system = windows ? pen.tree(windows) : pen.plain('notKnown');
  const account = ownAccount === undefined ? 'notKnown' : ownAccount ? 'ticket.ownAccount' : 'ticket.otherPersonUnnamed';
  return [
    { title: pen.plain('ticket.pc'), value: givenOr(pen, form.pcName, 'ticket.notGiven') },
    { title: pen.plain('ticket.windows'), value: windows && outOfSupport ? pen.plain('ticket.outOfSupport', { windows: system }) : system },
    { title: pen.plain('ticket.otherPerson'), value: ownAccount === true ? pen.plain(account) : givenOr(pen, form.otherPerson, account) },
    { title: pen.plain('ticket.phone'), value: givenOr(pen, form.phone, 'ticket.notGiven') },
  ];
}

/** The longer texts that the person wrote; those that are empty are left out. */
export function reportTexts(pen: Pen, { form }: Report): readonly Titled[] {
  return [
    { title: pen.plain('ticket.seen'), text: pen.given(form.seen) },
    { title: pen.plain('ticket.note'), text: pen.given(form.note) },
  ].filter(({ text }) => text !== '');
}

/** What was tried, answered and checked, each with its title. */
export function reportDetails(pen: Pen, { answers, tried, facts }: Report): readonly CardData[] {
  return [
    section(pen, 'ticket.tried', tried, (text) => pen.tree(text)),
    section(pen, 'ticket.answers', answers, ({ question, answer, by }) =>
      pen.plain(by === 'fact' ? 'ticket.answerByFact' : 'answer.line', { question: pen.tree(question), answer: pen.tree(answer) }),
    ),
    section(pen, 'ticket.checked', facts, (reported) => factFinding(pen, reported)),
  ];
}

/** A titled list; an empty one says so. */
export function section<T>(pen: Pen, title: TextKey, entries: readonly T[], line: (entry: T) => string): CardData {
  const texts = listed(pen, entries, (entry) => pen.plain('listItem', { item: line(entry) }));
  return { title: pen.plain(title), lines: lines(texts.length > 0 ? texts : [pen.plain('ticket.nothing')]) };
}

function givenOr(pen: Pen, text: string, otherwise: 'notKnown' | 'ticket.notGiven' | 'ticket.ownAccount' | 'ticket.otherPersonUnnamed'): string {
  const given = pen.given(text);
  return given === '' ? pen.plain(otherwise) : given;
}
