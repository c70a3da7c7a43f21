import type { Finding } from '../../diagnosis/model.js';
import type { Report } from '../../helpdesk/ticket.js';
import type { TextKey } from '../../text/sentences.js';
import { factFinding } from './fact-words.js';
import { codeFix, directoryWords, findingMeaning, pastedLines } from './finding-words.js';
import { lines, listed, type Pen } from './pen.js';
import type { CardData } from './templates.js';

type Pair = { readonly title: string; readonly value: string };
type Titled = { readonly title: string; readonly text: string };

/** Who reads it: the person before sending, or the helpdesk. */
export type Reader = 'requester' | 'helpdesk';

/** The PC, whose account, and how to reach the person; a gap is shown as one. */
export function reportFacts(pen: Pen, report: Report, reader: Reader): readonly Pair[] {
  const { form, ownAccount, windows, outOfSupport, dialog } = report;
  const own = reader === 'requester' ? 'summary.ownAccount' : 'ticket.ownAccount';
  const system = windows ? pen.tree(windows) : pen.plain('notKnown');
  const account = ownAccount === undefined ? 'notKnown' : ownAccount ? own : 'ticket.otherPersonUnnamed';
  return [
    { title: pen.plain('ticket.pc'), value: givenOr(pen, form.pcName, 'ticket.notGiven') },
    {
      title: pen.plain('ticket.windows'),
      value: windows && outOfSupport ? pen.plain('ticket.outOfSupport', { windows: system }) : system,
    },
    ...(dialog ? [{ title: pen.plain('ticket.dialog'), value: pen.tree(dialog) }] : []),
    {
      title: pen.plain('ticket.otherPerson'),
      value: ownAccount === true ? pen.plain(account) : givenOr(pen, form.otherPerson, account),
    },
    { title: pen.plain('ticket.phone'), value: givenOr(pen, form.phone, 'ticket.notGiven') },
  ];
}

/** The longer texts that the person wrote; those that are empty are left out. */
export function reportTexts(pen: Pen, { form }: Report, reader: Reader): readonly Titled[] {
  return [
    { title: pen.plain('ticket.seen'), text: pen.written(form.seen) },
    { title: pen.plain(reader === 'requester' ? 'summary.note' : 'ticket.note'), text: pen.written(form.note) },
  ].filter(({ text }) => text !== '');
}

/** What was tried, answered and checked, each with its title. */
export function reportDetails(
  pen: Pen,
  { answers, tried, facts, ownAccount, findings = [] }: Report,
  reader: Reader,
): readonly CardData[] {
  return [
    ...(findings.length > 0
      ? [section(pen, 'ticket.read', findings, (finding) => findingLine(pen, finding, reader))]
      : []),
    section(pen, 'ticket.tried', tried, (text) => pen.tree(text)),
    section(pen, 'ticket.answers', answers, ({ question, answer, by }) =>
      pen.plain(by === 'fact' ? 'ticket.answerByFact' : 'answer.line', {
        question: pen.tree(question),
        answer: pen.tree(answer),
      }),
    ),
    section(
      pen,
      'ticket.checked',
      facts,
      (reported) => factFinding(pen, reported),
      ownAccount === false ? 'ticket.notCheckedOther' : 'ticket.nothing',
    ),
  ];
}

/** A titled list; an empty one says so. */
export function section<T>(
  pen: Pen,
  title: TextKey,
  entries: readonly T[],
  line: (entry: T) => string,
  none: TextKey = 'ticket.nothing',
): CardData {
  const texts = listed(pen, entries, (entry) => pen.plain('listItem', { item: line(entry) }));
  return { title: pen.plain(title), lines: lines(texts.length > 0 ? texts : [pen.plain(none)]) };
}

/** The line, what it means and how sure that is; for the helpdesk also what the code's own page says to do. */
function findingLine(pen: Pen, finding: Finding, reader: Reader): string {
  const [line = finding.code ?? '', ...others] = pastedLines(finding.evidence);
  const shown = [line, ...others].map((each) => pen.written(each)).join(' · ');
  const meaning = [findingMeaning(pen, finding), ...directoryWords(pen, finding.evidence)].join(' ');
  const fix = reader === 'helpdesk' ? codeFix(pen, finding) : '';
  const values = { line: shown, meaning, sure: pen.plain(`ticket.sure.${finding.sure}`), fix };
  return shown === '' ? meaning : pen.plain(fix === '' ? 'ticket.finding' : 'ticket.findingFix', values);
}

function givenOr(
  pen: Pen,
  text: string,
  otherwise: 'notKnown' | 'ticket.notGiven' | 'ticket.ownAccount' | 'summary.ownAccount' | 'ticket.otherPersonUnnamed',
): string {
  const given = pen.given(text);
  return given === '' ? pen.plain(otherwise) : given;
}
